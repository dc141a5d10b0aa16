"""The verbs of certificates, as other packages call them."""

from certification.credentials.actions.changing import change_standing, reinstate, suspend, withdraw
from certification.credentials.actions.issuing import issue, issue_recorded
from certification.credentials.actions.recording import approve_recorded, record_certification
from certification.credentials.actions.sharing import revoke_share, share

__all__ = [
    "approve_recorded",
    "change_standing",
    "issue",
    "issue_recorded",
    "record_certification",
    "reinstate",
    "revoke_share",
    "share",
    "suspend",
    "withdraw",
]
