"""The only writers of supervised practice."""

from certification.practice.actions.agreements import (
    agree,
    approve_agreement,
    decline_agreement,
    draft_agreement,
    end_agreement,
)
from certification.practice.actions.cases import begin_closing, close_case, open_case
from certification.practice.actions.corrections import correct_entry
from certification.practice.actions.hours import change_entry, discard_entry, log_hours, submit
from certification.practice.actions.places import admit_to_internship, decide_place
from certification.practice.actions.signing import return_entry, sign_month
from certification.practice.actions.supervisors import verify_supervisor, withdraw_authority

__all__ = [
    "admit_to_internship",
    "agree",
    "approve_agreement",
    "begin_closing",
    "change_entry",
    "close_case",
    "correct_entry",
    "decide_place",
    "decline_agreement",
    "discard_entry",
    "draft_agreement",
    "end_agreement",
    "log_hours",
    "open_case",
    "return_entry",
    "sign_month",
    "submit",
    "verify_supervisor",
    "withdraw_authority",
]
