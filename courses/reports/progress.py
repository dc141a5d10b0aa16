"""Who did what, by cohort: never who, and never of fewer than five (rules/groups.py).

Learners are counted in the database. However many there are, each kind of row is asked for once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db.models import Count, Q

from courses.branches import branch_of
from courses.cohorts.rules.schedules import opens_on
from courses.models import (
    Cohort,
    CoursePage,
    Enrolment,
    LessonPage,
    LessonProgress,
    ModuleOpening,
    ModulePage,
    Pacing,
    ProgrammePage,
)
from courses.reports.rules.groups import Cell, NotYet, cell_of, counted, total_of
from courses.reports.rules.weeks import first_day_left_out
from training_site.content.civil import association_zone, civil_date

COLUMNS = 8  # cohorts side by side; the earlier ones are on further pages
LESSONS, MODULES = "lessons", "modules"


@dataclass(frozen=True)
class Group:
    """A column: a cohort, or all who study in none. `size` is how many of it count."""

    cohort: Cohort | None
    members: list[int]
    openings: Mapping[int, date] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(counted(self.members))

    @property
    def waiting(self) -> list[int]:
        return self.members[self.size :]

    def opens(self, module: ModulePage) -> date | None:
        return self.cohort and self.openings.get(module.pk, self.cohort.starts_on)


@dataclass(frozen=True)
class Row:
    """One lesson or module; a cell for each group."""

    page: LessonPage | ModulePage
    cells: list[Cell]


@dataclass(frozen=True)
class Part:
    """A course with its rows."""

    course: CoursePage
    rows: list[Row]


@dataclass(frozen=True)
class HeatMap:
    """`until` is the last day that counts, a Sunday; `pages` of groups, newest first, from 1."""

    groups: list[Group]
    parts: list[Part]
    until: date
    page: int = 1
    pages: int = 1


@dataclass(frozen=True)
class Seen:
    """Of the counted members of a group: how many opened a lesson, and how many did it."""

    opened: int = 0
    did: int = 0


def heat_map(
    programme: ProgrammePage,
    course: CoursePage | None = None,
    *,
    rows: str = LESSONS,
    page: int = 1,
    now: datetime,
) -> HeatMap:
    """Up to the last Sunday, so that nobody's evening can be watched."""
    monday = first_day_left_out(civil_date(now))
    until = datetime.combine(monday, time.min, association_zone())
    groups, pages = _groups(programme, until, page)
    branch = branch_of((course or programme).path)
    seen = _seen(programme, groups, until)
    parts = [_part(one, *branch.of(one), rows, groups, seen, monday) for one in branch.courses]
    last = date.fromordinal(monday.toordinal() - 1)
    return HeatMap(groups, [part for part in parts if part.rows], last, min(page, pages), pages)


def _groups(programme, until: datetime, page: int) -> tuple[list[Group], int]:
    """Cohorts, newest first, then those without one; in the order in which people came."""
    members = defaultdict(list)
    enrolled = Enrolment.objects.filter(programme=programme, enrolled_at__lt=until)
    for pk, cohort in enrolled.order_by("enrolled_at", "pk").values_list("pk", "cohort"):
        members[cohort].append(pk)
    cohorts: list[Cohort | None] = list(programme.cohorts.order_by("-starts_on", "title"))
    cohorts += [None] if None in members else []
    pages = max(1, -(-len(cohorts) // COLUMNS))
    first = COLUMNS * (min(page, pages) - 1)
    shown = cohorts[first : first + COLUMNS]
    openings = _openings(one for one in shown if one and one.pacing == Pacing.PACED)
    groups = [
        Group(one, members[one and one.pk], openings.get(one and one.pk, {})) for one in shown
    ]
    return groups, pages


def _openings(paced: Iterable[Cohort]) -> dict[int, dict[int, date]]:
    starts = {cohort.pk: cohort.starts_on for cohort in paced}
    found = defaultdict(dict)
    rows = ModuleOpening.objects.filter(cohort__in=starts)
    for cohort, module, days in rows.values_list("cohort", "module", "days"):
        found[cohort][module] = opens_on(starts[cohort], days)
    return found


def _seen(programme, groups: list[Group], until: datetime) -> Mapping[tuple, Seen]:
    """By cohort and lesson, of the members that count."""
    shown = Q(enrolment__cohort__in=[group.cohort.pk for group in groups if group.cohort])
    if any(group.cohort is None for group in groups):
        shown |= Q(enrolment__cohort=None)
    rows = LessonProgress.objects.filter(
        shown, enrolment__programme=programme, opened_at__lt=until
    ).exclude(enrolment__in=[pk for group in groups for pk in group.waiting])
    told = rows.order_by().values_list("enrolment__cohort", "lesson_uuid")
    told = told.annotate(opened=Count("pk"), did=Count("pk", filter=Q(done_at__lt=until)))
    return {(cohort, lesson): Seen(opened, did) for cohort, lesson, opened, did in told}


def _part(course, modules, lessons, rows, groups, seen, monday) -> Part:
    columns = [_column(course, modules, lessons, group, seen, monday) for group in groups]
    listed = [Row(lesson, [column[lesson.pk] for column in columns]) for lesson in lessons]
    if rows == MODULES:
        listed = [_together(module, listed) for module in modules]
        listed = [row for row in listed if row]
    return Part(course, listed)


def _together(module: ModulePage, rows: list[Row]) -> Row | None:
    within = [row for row in rows if row.page.path.startswith(module.path)]
    if not within:
        return None
    return Row(
        module, [total_of(cells) for cells in zip(*(row.cells for row in within), strict=True)]
    )


def _column(course, modules, lessons, group: Group, seen, monday: date) -> dict[int, Cell]:
    """The cells of one group in one course, by lesson, in order.

    A lesson is open to those who did every one before it, unless the course leaves the order free;
    whoever opened it had it open, whatever was put before it since.
    """
    cells, reached = {}, group.size
    for lesson in lessons:
        module = next(one for one in modules if lesson.path.startswith(one.path))
        here = seen.get((group.cohort and group.cohort.pk, lesson.lesson_uuid), Seen())
        opens = group.opens(module)
        if opens and opens >= monday:
            cells[lesson.pk] = NotYet(opens)
        else:
            got_there = max(reached, here.opened)
            cells[lesson.pk] = cell_of(done=here.did, group=group.size, reached=got_there)
        if not course.free_order:
            reached = min(reached, here.did)
    return cells
