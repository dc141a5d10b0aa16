"""The verbs of renewing, as other packages call them."""

from certification.renewals.actions.checking import note_changed_evidence, pass_on, return_renewal
from certification.renewals.actions.deciding import decide
from certification.renewals.actions.education import (
    accept,
    change_claim,
    claim,
    decline,
    take_back_claim,
)
from certification.renewals.actions.handing_in import hand_in, take_back
from certification.renewals.actions.opening import open_renewal
from certification.renewals.actions.peers import ask_peer, decline_review, sign_review
from certification.renewals.actions.reminding import remind
from certification.renewals.actions.reopening import reopen_after_appeal

__all__ = [
    "accept",
    "ask_peer",
    "change_claim",
    "claim",
    "decide",
    "decline",
    "decline_review",
    "hand_in",
    "note_changed_evidence",
    "open_renewal",
    "pass_on",
    "remind",
    "reopen_after_appeal",
    "return_renewal",
    "sign_review",
    "take_back",
    "take_back_claim",
]
