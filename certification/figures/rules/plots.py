"""Figures as drawings: bars beside each other, and days on a line. Pixels of each drawing's own box."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from certification.figures.rules.durations import Middle
from certification.figures.rules.telling import Figure, How

WIDTH, HEIGHT, TOP, FLOOR = 720, 92, 24, 90
STUB = 12
"""As high as a bar is that stands for fewer than five: the same for one and for four."""

BAR = 0.62
ROOM = 44
DAYS_HEIGHT, DAYS_LINE, DAYS_SIDE = 36, 18, 20
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    width: int
    height: int
    middle: int
    how: How
    number: int | None


@dataclass(frozen=True)
class Strip:
    bars: Sequence[Bar]
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = FLOOR

    @property
    def many(self) -> bool:
        """More than a narrow screen has room to write figures above."""
        return len(self.bars) > 13


@dataclass(frozen=True)
class DaysPlot:
    """From the shorter to the longer days, the median as a dot, what is promised as a line across."""

    start: int
    end: int
    median: int
    promised: int | None
    width: int = WIDTH
    height: int = DAYS_HEIGHT
    line: int = DAYS_LINE

    @property
    def span(self) -> int:
        """So that even days that are all the same can be seen."""
        return max(self.end - self.start, 4)


def strip(figures: Sequence[Figure], *, most: int) -> Strip:
    """`most` is the figure of the highest bar: of all strips that are compared."""
    step = WIDTH / len(figures)
    return Strip([_bar(step * place, step, one, most) for place, one in enumerate(figures)])


def highest(*rows: Sequence[Figure]) -> int:
    return max((one.number or 0 for row in rows for one in row), default=0) or 1


def scale_of(longest: float) -> list[int]:
    """Days to write along the line: round figures, at most six, the last not below the longest."""
    step = next((one for one in STEPS if longest <= 5 * one), STEPS[-1])
    return [step * place for place in range(max(ceil(longest / step), 1) + 1)]


def days_plot(middle: Middle, promised: int | None, last: int) -> DaysPlot:
    return DaysPlot(
        start=day_at(middle.short, last),
        end=day_at(middle.long, last),
        median=day_at(middle.median, last),
        promised=None if promised is None else day_at(promised, last),
    )


def day_at(day: float, last: int) -> int:
    return round(DAYS_SIDE + (WIDTH - 2 * DAYS_SIDE) * day / last)


def _bar(left: float, step: float, figure: Figure, most: int) -> Bar:
    height = STUB if figure.how == How.FEW else 0
    if figure.is_told:
        height = round((FLOOR - TOP) * figure.number / most)
    width = min(round(step * BAR), ROOM)
    middle = round(left + step / 2)
    return Bar(
        x=middle - width // 2,
        y=FLOOR - height,
        width=width,
        height=height,
        middle=middle,
        how=figure.how,
        number=figure.number,
    )
