"""The rhythm as a drawing: lanes, marks, and the thread that runs from session to contact to session.

Figures are pixels of the drawing's own box.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from certification.practice.rules.rhythm import LANES, MISSING, Meeting, Rhythm

TOP, LANE_HEIGHT, FOOT, SIDE = 26, 40, 32, 20
LOWEST_ARCH, ARCH = 14, 36
NARROWEST, WIDEST_DAY, NARROWEST_DAY, AIM = 280, 16.0, 2.5, 560
MINUTES_IN_DAY = 1440
ROOM_FOR_A_NAME = 64


@dataclass(frozen=True)
class Mark:
    x: int
    y: int
    meeting: Meeting


@dataclass(frozen=True)
class Line:
    """A stretch of the thread: signed, waiting, unsent, or missing (from session to session)."""

    x1: int
    y1: int
    x2: int
    y2: int
    standing: str

    @property
    def path(self) -> str:
        """Straight to a contact; in a low arch where nothing lies between."""
        if self.standing == MISSING:
            top = self.y1 - max(LOWEST_ARCH, min(ARCH, self.x2 - self.x1))
            return f"M{self.x1} {self.y1}Q{(self.x1 + self.x2) // 2} {top} {self.x2} {self.y2}"
        return f"M{self.x1} {self.y1}L{self.x2} {self.y2}"


@dataclass(frozen=True)
class Plot:
    width: int
    height: int
    lanes: Sequence[int]
    marks: Sequence[Mark]
    lines: Sequence[Line]
    months: Sequence[tuple[int, date]]

    @property
    def baseline(self) -> int:
        """On which the names of the months stand."""
        return self.height - 4

    @property
    def floor(self) -> int:
        """Where the lanes end and the names of the months begin."""
        return self.height - FOOT // 2


def plot_of(rhythm: Rhythm) -> Plot | None:
    """None where nothing has taken place yet."""
    if not rhythm.meetings:
        return None
    first, last = rhythm.meetings[0].date, rhythm.meetings[-1].date
    days = (last - first).days + 1
    scale = min(WIDEST_DAY, max(NARROWEST_DAY, AIM / days))
    width = max(NARROWEST, round(days * scale) + 2 * SIDE)
    marks = {id(one): Mark(_x(one, first, scale), _y(one), one) for one in rhythm.meetings}
    return Plot(
        width=width,
        height=TOP + len(LANES) * LANE_HEIGHT + FOOT - LANE_HEIGHT // 2,
        lanes=[_height(number) for number in range(len(LANES))],
        marks=list(marks.values()),
        lines=list(_thread(rhythm, marks)),
        months=[
            (round(SIDE + (day - first).days * scale), day) for day in _months(first, last, scale)
        ],
    )


def _thread(rhythm: Rhythm, marks: dict[int, Mark]) -> Iterator[Line]:
    for between in rhythm.betweens:
        stops = [between.earlier, *([between.contact] if between.contact else []), between.later]
        points = [marks[id(stop)] for stop in stops]
        for one, two in pairwise(points):
            yield Line(one.x, one.y, two.x, two.y, between.standing)


def _x(meeting: Meeting, first: date, scale: float) -> int:
    minute = meeting.start.hour * 60 + meeting.start.minute
    days = (meeting.date - first).days + minute / MINUTES_IN_DAY
    return round(SIDE + days * scale)


def _y(meeting: Meeting) -> int:
    return _height(LANES.index(meeting.lane))


def _height(lane: int) -> int:
    return TOP + lane * LANE_HEIGHT


def _months(first: date, last: date, scale: float) -> Iterator[date]:
    """Where a month is named: at the beginning, and at each first that leaves room for its name."""
    yield first
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        if (day - first).days * scale >= ROOM_FOR_A_NAME:
            yield day
        day = (day + timedelta(days=32)).replace(day=1)
