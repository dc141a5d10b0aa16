"""How much of each limit is used, and what is left of it: for the screens, beside the evaluation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from .caps import Cap
from .where import Kind, Where


class Use(NamedTuple):
    """Minutes of one entry that count, or would once they are signed."""

    day: date
    kind: Kind
    supervisor: str
    minutes: int


class Room(NamedTuple):
    """One cap, or its share of one case, supervisor or clinician (`group`)."""

    cap: Cap
    group: str | None
    used: int

    @property
    def left(self) -> int:
        return max(0, self.cap.minutes - self.used)

    @property
    def is_near(self) -> bool:
        """From half of it on, people begin to plan by it."""
        return 2 * self.used >= self.cap.minutes > 0


def rooms_of(caps: Iterable[Cap], uses: Sequence[Use]) -> list[Room]:
    """Of every cap that something was taken from; the fullest first."""
    rooms = [
        Room(cap, group, used) for cap in caps for group, used in _used(cap, uses).items() if used
    ]
    return sorted(rooms, key=lambda room: (room.left, room.cap.id, room.group or ""))


def rolling(
    where: Where, length: int, uses: Sequence[Use], days: Iterable[date]
) -> Mapping[date, int]:
    """For each day, the minutes of the stretch of so many days that ends on it."""
    mine = [use for use in uses if where.matches(use.kind)]
    return {
        day: sum(use.minutes for use in mine if timedelta(0) <= day - use.day < timedelta(length))
        for day in days
    }


def _used(cap: Cap, uses: Sequence[Use]) -> Mapping[str | None, int]:
    used: dict[str | None, int] = defaultdict(int)
    for use in uses:
        if cap.where.matches(use.kind) and (cap.each != "clinician" or _by_clinician(use)):
            used[_group(cap.each, use)] += use.minutes
    return used


def _group(each: str, use: Use) -> str | None:
    if each == "case":
        return use.kind.case
    return use.supervisor if each else None


def _by_clinician(use: Use) -> bool:
    return use.kind.supervisor_role == "clinician"
