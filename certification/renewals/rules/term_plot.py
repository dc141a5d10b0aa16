"""The term as a drawing: a thread from its first day on, with a knot for each day on which one learnt.

Figures are pixels of the drawing's own box; what it shows stands beside it in words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from certification.scheme.rules.requirements.renewals import Term

WIDTH, HEIGHT, SIDE, LINE = 720, 44, 14, 22
SMALLEST, LARGEST, LARGEST_AT = 3.5, 9.0, 720
"""Radii of knots; one of twelve hours or more is as large as they come."""


@dataclass(frozen=True)
class Knot:
    """One activity: where it lies, how large, and whether it counts already."""

    x: int
    r: float
    counts: bool


@dataclass(frozen=True)
class TermPlot:
    opens: int
    last: int
    end: int
    today: int | None
    knots: tuple[Knot, ...]
    first: int = SIDE
    width: int = WIDTH
    height: int = HEIGHT
    line: int = LINE

    @property
    def tick_top(self) -> int:
        return self.line - 12

    @property
    def tick_foot(self) -> int:
        return self.line + 12


def term_plot(term: Term, learnt: Iterable[tuple[date, int, bool]], today: date) -> TermPlot:
    """From the first day to the end of grace, or to a later day on which renewal still was possible.

    `learnt`: day, minutes and whether it counts; what lies outside the term is not drawn.
    """
    dated = list(learnt)
    days = [day for day, _minutes, _counts in dated if term.first <= day <= term.late]
    end = max([term.grace, *days, min(today, term.late)])
    whole = max(1, (end - term.first).days)

    def x(day: date) -> int:
        return round(SIDE + (day - term.first).days / whole * (WIDTH - 2 * SIDE))

    return TermPlot(
        opens=x(term.opens),
        last=x(term.last),
        end=x(end),
        today=x(today) if term.first <= today <= end else None,
        knots=tuple(
            Knot(x(day), _radius(minutes), counts)
            for day, minutes, counts in dated
            if term.first <= day <= end
        ),
    )


def _radius(minutes: int) -> float:
    """By area, so that twice the hours look like twice as much."""
    share = min(minutes, LARGEST_AT) / LARGEST_AT
    return round(max(SMALLEST, LARGEST * share**0.5), 1)
