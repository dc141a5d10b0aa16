"""The verbs of complaints."""

from certification.complaints.actions.calling import (
    call_member,
    invite_outsider,
    name_chair,
    welcome_outsider,
)
from certification.complaints.actions.finding import sign_finding
from certification.complaints.actions.handling import (
    give_more_time,
    note,
    read_complaint,
    respond,
    take_step,
)
from certification.complaints.actions.measures import (
    carry_out_suspension,
    end_measure,
    look_again,
    set_measure,
)
from certification.complaints.actions.minutes import take_minutes
from certification.complaints.actions.opening import open_complaint
from certification.complaints.actions.reopening import reopen_after_appeal
from certification.complaints.actions.sanctions import carry_out_sanction, say_of_sanction
from certification.complaints.actions.sitting import accept_seat, step_back, vote, vote_again
from certification.complaints.actions.telling import tell_of_days

__all__ = [
    "accept_seat",
    "call_member",
    "carry_out_sanction",
    "carry_out_suspension",
    "end_measure",
    "give_more_time",
    "invite_outsider",
    "look_again",
    "name_chair",
    "note",
    "open_complaint",
    "read_complaint",
    "reopen_after_appeal",
    "respond",
    "say_of_sanction",
    "set_measure",
    "sign_finding",
    "step_back",
    "take_minutes",
    "take_step",
    "tell_of_days",
    "vote",
    "vote_again",
    "welcome_outsider",
]
