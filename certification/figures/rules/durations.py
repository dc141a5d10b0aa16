"""How long an application stood in a state: stretches from moments, and what is in the middle of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Moment:
    """That an application came into a state. `only_from`: nothing happens where it stood elsewhere."""

    at: datetime
    state: str
    only_from: str | None = None


@dataclass(frozen=True)
class Stretch:
    state: str
    begun: datetime
    ended: datetime

    @property
    def days(self) -> float:
        return (self.ended - self.begun) / A_DAY


@dataclass(frozen=True)
class Middle:
    """Of so many days: the one in the middle, and where one in ten is shorter and one in ten longer."""

    median: float
    short: float
    long: float


def stretches(moments: Iterable[Moment]) -> list[Stretch]:
    """Those that are over, in order. A state entered again while it lasts goes on."""
    found: list[Stretch] = []
    state, since = None, None
    for one in sorted(moments, key=lambda moment: moment.at):
        if one.state == state or one.only_from not in (None, state):
            continue
        if state is not None:
            found.append(Stretch(state, since, one.at))
        state, since = one.state, one.at
    return found


def middle_of(days: Sequence[float]) -> Middle:
    known = sorted(days)
    return Middle(quantile(known, 0.5), quantile(known, 0.1), quantile(known, 0.9))


def quantile(known: Sequence[float], share: float) -> float:
    """Of days in order; between two of them in proportion."""
    place = share * (len(known) - 1)
    low = int(place)
    high = min(low + 1, len(known) - 1)
    return known[low] + (known[high] - known[low]) * (place - low)
