"""Which lesson of a course is open: in order, by its cohort's schedule, until the last day."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from training_site.verdict import YES, Verdict, no


@dataclass(frozen=True)
class Step:
    """A lesson as the rule sees it: who it is, the number that its reader knows it by, and the day
    on which its module opens, where a schedule says one."""

    lesson: Hashable
    number: str
    opens_on: date | None = None


@dataclass(frozen=True)
class Term:
    """The day it is, and the last one to study; both civil dates of the association's zone."""

    today: date
    last_day: date | None = None

    @property
    def is_over(self) -> bool:
        return self.last_day is not None and self.today > self.last_day


def may_open(
    steps: Sequence[Step],
    position: int,
    *,
    done: Collection,
    free_order: bool,
    opened: Collection = (),
    term: Term | None = None,
) -> Verdict:
    """What was done once stays open. Of the rest, after the last day only what was opened before.

    Until then a lesson opens when its day has come and every earlier lesson is done. What somebody
    has opened is not shut again by a schedule that was changed since.
    """
    step = steps[position]
    if step.lesson in done:
        return YES
    if term and term.is_over:
        return YES if step.lesson in opened else no("study_time_over", day=term.last_day)
    early = term and step.opens_on and step.lesson not in opened and step.opens_on > term.today
    waiting = [] if free_order else [one for one in steps[:position] if one.lesson not in done]
    if early and waiting:
        return no("lesson_opens_on_and_after", day=step.opens_on, number=waiting[-1].number)
    if early:
        return no("lesson_opens_on", day=step.opens_on)
    return no("lesson_opens_after", number=waiting[-1].number) if waiting else YES


def may_mark_done(*, opened: bool, enrolled: bool, term: Term | None = None) -> Verdict:
    if not enrolled:
        return no("enrolment_ended")
    if term and term.is_over:
        return no("study_time_over", day=term.last_day)
    return YES if opened else no("lesson_not_opened")


def may_sit(*, lessons: int, done: int) -> Verdict:
    """The assessment of a course opens with its last lesson."""
    return (
        YES
        if lessons and done >= lessons
        else no("assessment_opens_after_lessons", lessons=lessons)
    )
