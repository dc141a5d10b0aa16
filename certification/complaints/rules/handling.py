"""Who may open and handle a complaint, what is said of it, and by when it is to be answered."""

from datetime import date, timedelta

from certification.complaints.rules.policy import DAYS_TO_ANSWER
from certification.complaints.rules.states import OPEN, UNDECIDED, State
from certification.decisions.rules.reviewing import enough_said
from training_site.verdict import YES, Verdict, no


def may_open(
    *, opener: int, respondent: int, complainant: int | None, received_on: date, today: date
) -> Verdict:
    """Somebody uninvolved opens it, about a person other than the one who complains."""
    if opener in (respondent, complainant):
        return no("own_complaint")
    if complainant == respondent:
        return no("complains_of_themselves")
    return no("received_in_future") if received_on > today else YES


def may_handle(*, is_officer: bool, involved: bool) -> Verdict:
    """Complaints officers whom it is not about, who did not make it and do not sit on it."""
    if not is_officer:
        return no("role_missing")
    return no("own_complaint") if involved else YES


def may_note(state: str, text: str) -> Verdict:
    if State(state) not in OPEN:
        return no("complaint_closed")
    return enough_said(text)


def may_respond(state: str, *, is_respondent: bool, text: str) -> Verdict:
    """The respondent is heard until it is closed, as often as there is something to say."""
    if not is_respondent:
        return no("respondent_only")
    return may_note(state, text)


def answer_by(received: date) -> date:
    """The last day by which the association has promised an answer; that day is included."""
    return received + timedelta(days=DAYS_TO_ANSWER)


def may_extend(state: str, new_day: date | None, *, last_day: date, today: date) -> Verdict:
    """More time ends later than the time there was, and not before tomorrow."""
    if State(state) not in UNDECIDED:
        return no("complaint_not_there")
    later = new_day is not None and new_day > max(last_day, today)
    return YES if later else no("extension_not_later")
