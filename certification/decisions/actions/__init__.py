"""The verbs of deciding, as other packages call them."""

from certification.decisions.actions.applying import (
    save_draft,
    start_application,
    submit_application,
)
from certification.decisions.actions.assigning import assign_reviewers, declare_conflict
from certification.decisions.actions.checking import check_completeness, note_changed_evidence
from certification.decisions.actions.conditions import close_condition, say_done, tell_overdue
from certification.decisions.actions.deciding import decide
from certification.decisions.actions.interests import declare_interest, end_interest
from certification.decisions.actions.inviting import invite_outsider
from certification.decisions.actions.minutes import take_minutes
from certification.decisions.actions.opening import open_dossier
from certification.decisions.actions.register import (
    amend_reviewer,
    record_calibration,
    register_reviewer,
    retire_reviewer,
)
from certification.decisions.actions.reviewing import submit_review

__all__ = [
    "amend_reviewer",
    "assign_reviewers",
    "check_completeness",
    "close_condition",
    "decide",
    "declare_conflict",
    "declare_interest",
    "end_interest",
    "invite_outsider",
    "note_changed_evidence",
    "open_dossier",
    "record_calibration",
    "register_reviewer",
    "retire_reviewer",
    "save_draft",
    "say_done",
    "start_application",
    "submit_application",
    "submit_review",
    "take_minutes",
    "tell_overdue",
]
