"""Conditions of a decision: what may be asked, and who may say that it is done or met.

The kinds are a list in versions, as the reasons are: an old condition keeps the list it was set by.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from certification.decisions.rules.reviewing import enough_said
from training_site.verdict import YES, Verdict, no

VERSION = "1"
KINDS = (
    "add_evidence",
    "answer_question",
    "further_supervision",
    "further_training",
    "repeat_evaluation",
)
MOST_CONDITIONS = 3


class Asked(NamedTuple):
    """One condition as the decision-maker writes it. `shown_by`: a requirement; empty: a statement."""

    kind: str
    text: str
    due_on: date
    shown_by: str = ""


def may_attach(outcome: str, conditions: Sequence[Asked], *, today: date) -> Verdict:
    """A deferral says what is to be done and by when; a refusal asks nothing; a grant may."""
    if outcome == "defer" and not conditions:
        return no("name_a_condition")
    if outcome == "refuse" and conditions:
        return no("refusal_asks_nothing")
    for one in conditions:
        if one.kind not in KINDS:
            return no("condition_unknown")
        if one.due_on <= today:
            return no("condition_due_too_soon")
        if not (said := enough_said(one.text)):
            return said
    return YES


def may_say_done(*, is_applicant: bool, closed: bool, text: str) -> Verdict:
    if not is_applicant:
        return no("own_application_only")
    return no("condition_closed") if closed else enough_said(text)


def may_close(*, is_applicant: bool, in_conflict: bool, closed: bool, reason: str) -> Verdict:
    if is_applicant:
        return no("own_application")
    if in_conflict:
        return no("in_conflict")
    return no("condition_closed") if closed else enough_said(reason)


def may_extend(new_day: date | None, *, last_day: date, today: date) -> Verdict:
    """More time ends later than the time there was, and not before tomorrow."""
    later = new_day is not None and new_day > max(last_day, today)
    return YES if later else no("extension_not_later")


def is_overdue(last_day: date, *, closed: bool, today: date) -> bool:
    """The last day is inclusive: overdue from the day after it."""
    return not closed and today > last_day
