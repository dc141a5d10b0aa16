"""Internships as tables of hours: which week, which day, what, for how long. Nothing here acts."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from certification.practice.models.hours import Category, Modality
from training_site.content.areas import ContentArea
from training_site.demo.stages.past import FRIDAY, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY

IN_PERSON, VIDEO, ALONE = Modality.IN_PERSON, Modality.VIDEO, Modality.ASYNCHRONOUS
AREAS = {
    Category.DIRECT_SESSION: ContentArea.SENSATE_BODY,
    Category.CLINICIAN_CONSULTATION: ContentArea.TRIAD_COLLABORATION,
    Category.TRIADIC_MEETING: ContentArea.TRIAD_COLLABORATION,
    Category.MENTOR_INDIVIDUAL: ContentArea.DOCUMENTATION_SUPERVISION,
    Category.MENTOR_GROUP: ContentArea.PROFESSIONAL_PRACTICE,
    Category.DOCUMENTATION_REFLECTION: ContentArea.DOCUMENTATION_SUPERVISION,
}
NOTES = {
    Category.DIRECT_SESSION: (
        "Breathing and hand exercise. Noticed that I was hurrying; said so, and we slowed down.",
        "Practised asking, and saying no. A maybe was treated as a no for today.",
        "Stayed with the step from last time, as agreed. Less talk from me than I had planned.",
        "A pause was asked for and taken. Afterwards we looked at how asking for it had been.",
    ),
    Category.MENTOR_INDIVIDUAL: (
        "My wish to help quickly, and what it does to the pace.",
        "How to end a session in time without cutting it short.",
        "What belongs to the clinician and what to me.",
    ),
    Category.MENTOR_GROUP: ("Each of us brought one situation. Mine: being thanked too much.",),
}
SESSION_MINUTES = (105, 120, 135)
CONSULTATION_MINUTES = (30, 35, 40)


@dataclass(frozen=True)
class Hour:
    """One entry: the week counts from the first of the internship; late entries say by how much."""

    week: int
    weekday: int
    start: time
    minutes: int
    category: Category
    case: str = ""
    modality: Modality = IN_PERSON
    group_size: int | None = None
    number: int = 0
    days_late: int = 0

    @property
    def areas(self) -> tuple[str, ...]:
        return (AREAS[self.category],)

    @property
    def note(self) -> str:
        notes = NOTES.get(self.category, ("",))
        return notes[self.number % len(notes)]


def whole_internship() -> list[Hour]:
    """31 weeks, three cases of 30 hours each: more than version 0.9 asks for, in every respect."""
    return [
        *work_with("A", first=0, sessions=15, weekday=TUESDAY),
        *work_with("B", first=8, sessions=15, weekday=THURSDAY),
        *work_with("C", first=16, sessions=15, weekday=WEDNESDAY),
        *individual_supervision(week for week in range(31) if week % 4 != 3),
        *group_supervision(week for week in range(31) if week % 4 == 3),
        *documentation(range(0, 31, 3)),
    ]


def slipping_internship() -> list[Hour]:
    """30 weeks so far: individual supervision gave way to a monthly group, the sessions went on."""
    return [
        *work_with("A", first=0, sessions=21, weekday=TUESDAY, closing=False),
        *work_with("B", first=12, sessions=19, weekday=THURSDAY, closing=False, late=(3, 20)),
        *individual_supervision(range(1, 10, 2)),
        *group_supervision(range(11, 31, 4)),
        *documentation(range(2, 31, 4)),
    ]


def interrupted_internship() -> list[Hour]:
    """20 weeks: the work on one case broke off, the one on the next goes on."""
    return [
        *work_with("A", first=0, sessions=8, weekday=WEDNESDAY, closing=False),
        *work_with("B", first=6, sessions=14, weekday=TUESDAY, closing=False),
        *individual_supervision(range(0, 20, 2)),
    ]


def work_with(
    case: str,
    *,
    first: int,
    sessions: int,
    weekday: int,
    closing: bool = True,
    late: tuple[int, int] = (-1, 0),
    modality: str = IN_PERSON,
    every: int = 1,
    minutes: Sequence[int] = SESSION_MINUTES,
    contact: Sequence[int] = CONSULTATION_MINUTES,
    unspoken: Collection[int] = (),
) -> Iterator[Hour]:
    """A session `every` so many weeks; after each the clinician is spoken to, save after those of
    the `unspoken` numbers; the three meet at begin and end."""
    late_session, days_late = late
    yield Hour(first, weekday, time(9), 45, Category.TRIADIC_MEETING, case)
    for number in range(sessions):
        week = first + number * every
        yield Hour(
            week,
            weekday,
            time(10 + number % 2, 30),
            minutes[number % len(minutes)],
            Category.DIRECT_SESSION,
            case,
            modality,
            number=number,
            days_late=days_late if number == late_session else 0,
        )
        if number not in unspoken:
            yield consultation(week, weekday, case, number, contact)
    if closing:
        yield Hour(week, weekday, time(9), 60, Category.TRIADIC_MEETING, case)


def consultation(
    week: int,
    weekday: int,
    case: str,
    number: int,
    lengths: Sequence[int] = CONSULTATION_MINUTES,
) -> Hour:
    minutes, category = lengths[number % len(lengths)], Category.CLINICIAN_CONSULTATION
    return Hour(week, weekday, time(16), minutes, category, case, VIDEO, number=number)


def individual_supervision(weeks) -> Iterator[Hour]:
    for number, week in enumerate(weeks):
        category = Category.MENTOR_INDIVIDUAL
        yield Hour(week, FRIDAY, time(9), 60, category, modality=VIDEO, number=number)


def group_supervision(weeks) -> Iterator[Hour]:
    for week in weeks:
        yield Hour(week, FRIDAY, time(14), 120, Category.MENTOR_GROUP, group_size=4)


def documentation(weeks) -> Iterator[Hour]:
    for week in weeks:
        yield Hour(week, SUNDAY, time(17), 60, Category.DOCUMENTATION_REFLECTION, modality=ALONE)
