"""Counted minutes over time as a drawing: what is signed, what waits, where it leads at this pace.

Figures are pixels of the drawing's own box; it is drawn about as wide as a phone, and as large.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH, HEIGHT = 340, 190
LEFT, RIGHT, TOP, FOOT = 6, 10, 18, 24
MONDAY_TO_MONDAY = timedelta(7)
AHEAD = timedelta(365)  # how far a guess is drawn
BEHIND = timedelta(28)  # a record of a few days still has some weeks to stand in
ROOM = 52  # pixels that the name of a month takes


@dataclass(frozen=True)
class Course:
    """What one requirement is drawn from. `start`: what is there without a date, or from elsewhere.

    `leads_to` is the guess: on which day the goal would be reached; None without one.
    """

    need: int
    start: int
    signed: Sequence[tuple[date, int]]
    waiting: Sequence[tuple[date, int]]
    projected: int
    as_of: date
    leads_to: date | None = None
    breaks: Sequence[tuple[date, date | None]] = ()


@dataclass(frozen=True)
class Band:
    x: int
    width: int


@dataclass(frozen=True)
class Drawing:
    """Paths as SVG writes them; an empty one is not drawn."""

    signed: str
    waiting: str
    guess: str
    goal: int
    floor: int
    today: int
    end: tuple[int, int] | None
    bands: Sequence[Band]
    months: Sequence[tuple[int, date]]
    width: int = WIDTH
    height: int = HEIGHT


def drawing_of(course: Course) -> Drawing | None:
    """None where nothing has taken place yet."""
    days = [day for day, _some in (*course.signed, *course.waiting)]
    if not days:
        return None
    box = Box.around(course, min(days))
    sums = _by_week(course.signed)
    signed = _steps(sums, {}, course)
    waiting = _steps(sums, _by_week(course.waiting), course)
    top = waiting[-1][1]
    return Drawing(
        signed=box.path(signed),
        waiting=box.path(_from_waiting(waiting, course)),
        guess=box.path(_guess(course, top)) if course.leads_to else "",
        goal=box.y(course.need),
        floor=box.y(0),
        today=box.x(course.as_of),
        end=_end(course, box),
        bands=[band for band in (box.band(*one) for one in course.breaks) if band.width > 0],
        months=_months(box),
    )


@dataclass(frozen=True)
class Box:
    first: date
    last: date
    most: int

    @classmethod
    def around(cls, course: Course, first: date) -> "Box":
        first = _monday(min(first, course.as_of - BEHIND))
        last = course.as_of + MONDAY_TO_MONDAY
        if course.leads_to:
            last = max(last, min(course.leads_to + MONDAY_TO_MONDAY, course.as_of + AHEAD))
        return cls(first, last, max(course.need, course.projected, 1))

    def x(self, day: date) -> int:
        share = (day - self.first) / (self.last - self.first)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT))

    def y(self, minutes: int) -> int:
        return round(HEIGHT - FOOT - minutes / self.most * (HEIGHT - FOOT - TOP))

    def path(self, points: Iterable[tuple[date, int]]) -> str:
        drawn = [f"{self.x(day)} {self.y(minutes)}" for day, minutes in points]
        return "M" + "L".join(drawn) if len(drawn) > 1 else ""

    def band(self, start: date, end: date | None) -> Band:
        """Within the box; a break without an end goes on to its edge."""
        first = self.x(min(max(start, self.first), self.last))
        after = self.last if end is None else min(end + timedelta(1), self.last)
        return Band(first, self.x(max(after, self.first)) - first)


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _by_week(minutes: Iterable[tuple[date, int]]) -> Mapping[date, int]:
    weeks: dict[date, int] = defaultdict(int)
    for day, some in minutes:
        weeks[_monday(day)] += some
    return weeks


def _steps(
    signed: Mapping[date, int], waiting: Mapping[date, int], course: Course
) -> list[tuple[date, int]]:
    """Week by week, each sum on the Monday after it; of what waits no more than would count."""
    room = max(0, course.projected - course.start - sum(signed.values()))
    points, total, waits = [], course.start, 0
    for monday in sorted({*signed, *waiting}):
        points.append((min(monday, course.as_of), total + min(waits, room)))
        total, waits = total + signed.get(monday, 0), waits + waiting.get(monday, 0)
        after = min(monday + MONDAY_TO_MONDAY, course.as_of)
        points.append((after, total + min(waits, room)))
    return [*points, (course.as_of, total + min(waits, room))]


def _from_waiting(points: Sequence[tuple[date, int]], course: Course) -> list[tuple[date, int]]:
    """From the first week on in which something waits: before it, both lines are one."""
    if not course.waiting:
        return []
    first = _monday(min(day for day, _some in course.waiting))
    return [point for point in points if point[0] >= min(first, course.as_of)]


def _guess(course: Course, top: int) -> list[tuple[date, int]]:
    """Straight from today to the goal; cut at the edge of what is drawn."""
    span, edge = course.leads_to - course.as_of, course.as_of + AHEAD
    if course.leads_to <= edge:
        return [(course.as_of, top), (course.leads_to, course.need)]
    return [(course.as_of, top), (edge, top + round((course.need - top) * (AHEAD / span)))]


def _end(course: Course, box: Box) -> tuple[int, int] | None:
    """The knot where the guess meets the goal, if that is in the drawing."""
    if course.leads_to is None or course.leads_to > box.last:
        return None
    return box.x(course.leads_to), box.y(course.need)


def _months(box: Box) -> list[tuple[int, date]]:
    """Where a month is named: as often as there is room."""
    found: list[tuple[int, date]] = []
    day = box.first.replace(day=1)
    while day <= box.last:
        x = box.x(day)
        if day >= box.first and x + ROOM <= WIDTH and (not found or x - found[-1][0] >= ROOM):
            found.append((x, day))
        day = (day + timedelta(32)).replace(day=1)
    return found
