"""What may be done to a case, on which days, and by whom of the three."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from certification.practice.rules.categories import CLINICIAN, MENTOR
from training_site.verdict import YES, Verdict, no

OPENING_MEETING = "opening_meeting"
CONSENTS = "consents"
CLOSURE_MEETING = "closure_meeting"
LONGEST_INTENSIVE = timedelta(days=14)
# Whoever carries more of the clinical responsibility may end what another began, never the reverse.
# One who is no longer of the three counts as a mentor.
RANK = {"intern": 0, MENTOR: 1, CLINICIAN: 2}
Span = tuple[date, date | None]


@dataclass(frozen=True)
class CaseDays:
    """When a case began and ended, and the day of each step that was attested."""

    opened_on: date
    closed_on: date | None
    steps: Mapping[str, date]

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


def may_attest(kind: str, on: date, case: CaseDays, *, today: date) -> Verdict:
    """A step happened, within the case. While the case is open its date can be put right.

    Consents alone may lie earlier: a client may have signed with the clinician beforehand.
    """
    if on > today:
        return no("date_in_future")
    if not case.is_open and kind in case.steps:
        return no("step_already_attested")
    if case.closed_on and on > case.closed_on:
        return no("step_after_the_case", date=case.closed_on)
    if kind != CONSENTS and on < case.opened_on:
        return no("step_before_the_case", date=case.opened_on)
    return _in_order(kind, on, case.steps)


def _in_order(kind: str, on: date, steps: Mapping[str, date]) -> Verdict:
    opening, closure = steps.get(OPENING_MEETING), steps.get(CLOSURE_MEETING)
    if kind == CLOSURE_MEETING and opening and on < opening:
        return no("closure_before_opening", date=opening)
    if kind == OPENING_MEETING and closure and on > closure:
        return no("opening_after_closure", date=closure)
    return YES


def may_close(
    closed_on: date, case: CaseDays, *, planned: bool, today: date, last_work: date | None
) -> Verdict:
    """As planned means: the three met to close it. It can't end before what took place in it."""
    if closed_on > today:
        return no("date_in_future")
    if planned and CLOSURE_MEETING not in case.steps:
        return no("closure_meeting_missing")
    latest = max([case.opened_on, *case.steps.values(), *([last_work] if last_work else [])])
    if closed_on < latest:
        return no("case_closed_before_its_hours", date=latest)
    return YES


def may_pause(
    span: Span, case: CaseDays, *, today: date, pauses: Iterable[Span], sessions: Iterable[date]
) -> Verdict:
    """From a day that has come, over no session and no other pause."""
    first, last = span
    if not case.is_open:
        return no("case_already_closed")
    if first > today:
        return no("date_in_future")
    if first < case.opened_on:
        return no("pause_before_the_case", date=case.opened_on)
    if last and last < first:
        return no("ends_before_it_begins")
    if any(_overlap(span, other) for other in pauses):
        return no("pause_overlaps")
    if within := [day for day in sessions if _overlap(span, (day, day))]:
        return no("session_in_the_pause", date=max(within))
    return YES


def may_end(*, paused_by: str | None, by: str | None) -> Verdict:
    """A pause is ended by whoever began it, or by one who carries more responsibility."""
    if by is None:
        return no("not_of_this_triad")
    return YES if RANK[by] >= RANK[paused_by or MENTOR] else no("pause_not_yours_to_end")


def may_resume(
    last: date, *, first: date, today: date, paused_by: str | None, by: str | None
) -> Verdict:
    if not (allowed := may_end(paused_by=paused_by, by=by)):
        return allowed
    if last < first:
        return no("ends_before_it_begins")
    return no("date_in_future") if last > today else YES


def may_plan(span: tuple[date, date], *, is_open: bool, today: date, others: Iterable[Span]):
    """An intensive is agreed before its first day, so it can't begin today."""
    first, last = span
    if not is_open:
        return no("case_already_closed")
    if first <= today:
        return no("intensive_too_soon")
    if last < first:
        return no("ends_before_it_begins")
    if last - first >= LONGEST_INTENSIVE:
        return no("intensive_too_long")
    return no("intensive_overlaps") if any(_overlap(span, other) for other in others) else YES


def may_answer(*, supervises: bool, answered: bool, first: date, today: date) -> Verdict:
    if not supervises:
        return no("not_a_supervisor_here")
    if answered:
        return no("intensive_answered")
    return YES if today < first else no("intensive_begun")


def may_hand_over(*, is_open: bool, same: bool, in_force: bool) -> Verdict:
    """To another agreement of the same intern, approved and in force today."""
    if not is_open:
        return no("case_already_closed")
    if same:
        return no("case_there_already")
    return YES if in_force else no("agreement_not_in_force_today")


def _overlap(one: Span, other: Span) -> bool:
    """Both ends included; None: no end is known."""
    (first, last), (start, end) = one, other
    return (end is None or first <= end) and (last is None or start <= last)
