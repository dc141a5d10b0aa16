"""Agreement in exercises over time, drawn small. Figures are pixels of the drawing's own box."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 260, 84
LEFT, RIGHT, TOP, FOOT = 8, 8, 12, 20
WHOLE = 100


@dataclass(frozen=True)
class Drawing:
    path: str
    points: Sequence[tuple[int, int, int]]  # x, y, percent
    top: int
    floor: int
    width: int = WIDTH
    height: int = HEIGHT


def percent(agreed: int, judged: int) -> int:
    """Rounded half up, as a figure that people compare."""
    return (2 * WHOLE * agreed + judged) // (2 * judged)


def drawing_of(exercises: Sequence[tuple[date, int]]) -> Drawing | None:
    """(day, percent), in any order. One exercise is no line over time."""
    known = sorted(exercises)
    if len(known) < 2:
        return None
    first, span = known[0][0], max((known[-1][0] - known[0][0]).days, 1)
    room = WIDTH - LEFT - RIGHT
    points = [
        (round(LEFT + room * (day - first).days / span), _height(share), share)
        for day, share in known
    ]
    path = "M" + "L".join(f"{x} {y}" for x, y, _share in points)
    return Drawing(path, points, _height(WHOLE), _height(0))


def _height(share: int) -> int:
    return round(TOP + (HEIGHT - TOP - FOOT) * (WHOLE - share) / WHOLE)
