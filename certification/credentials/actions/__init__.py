"""The verbs of certificates, as other packages call them."""

from certification.credentials.actions.changing import change_standing, reinstate, suspend, withdraw
from certification.credentials.actions.issuing import issue, issue_recorded
from certification.credentials.actions.issuing_again import issue_replacement
from certification.credentials.actions.opening import open_certificate
from certification.credentials.actions.recording import approve_recorded, record_certification
from certification.credentials.actions.replacing import (
    correct_name,
    give_back_scope,
    narrow_scope,
    replace_for_renewal,
    rotate_number,
)
from certification.credentials.actions.sharing import (
    revoke_all_shares,
    revoke_share,
    share,
)

__all__ = [
    "approve_recorded",
    "change_standing",
    "correct_name",
    "give_back_scope",
    "issue",
    "issue_recorded",
    "issue_replacement",
    "narrow_scope",
    "open_certificate",
    "record_certification",
    "reinstate",
    "replace_for_renewal",
    "revoke_all_shares",
    "revoke_share",
    "rotate_number",
    "share",
    "suspend",
    "withdraw",
]
