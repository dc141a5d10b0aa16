"""Which lesson of a course is open. Lessons open in order, unless the course leaves it to the learner."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

from training_site.verdict import YES, Verdict, no


@dataclass(frozen=True)
class Step:
    """A lesson as the rule sees it: who it is, and the number that its reader knows it by."""

    lesson: Hashable
    number: str


def may_open(
    steps: Sequence[Step], position: int, *, done: Collection, free_order: bool
) -> Verdict:
    """A lesson is open when every earlier one is done. What was done once stays open."""
    if free_order or steps[position].lesson in done:
        return YES
    waiting = [step.number for step in steps[:position] if step.lesson not in done]
    return no("lesson_opens_after", number=waiting[-1]) if waiting else YES


def may_mark_done(*, opened: bool, enrolled: bool) -> Verdict:
    if not enrolled:
        return no("enrolment_ended")
    return YES if opened else no("lesson_not_opened")


def may_sit(*, lessons: int, done: int) -> Verdict:
    """The assessment of a course opens with its last lesson."""
    return (
        YES
        if lessons and done >= lessons
        else no("assessment_opens_after_lessons", lessons=lessons)
    )
