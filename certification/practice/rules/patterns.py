"""What somebody logs again and again, learned from their last entries; and when it just took place."""

from collections import Counter
from collections.abc import Hashable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

STEP = timedelta(minutes=5)
# A usual start is offered while the session that began then is over for no longer than this.
STILL_FRESH = timedelta(hours=3)


class Habit(NamedTuple):
    """One kind of entry: everything a person would choose again, but for the day."""

    category: str
    case: Hashable
    minutes: int
    modality: str
    group_size: int | None

    @property
    def kind(self) -> "Habit":
        """The same, however long."""
        return self._replace(minutes=0)


class Logged(NamedTuple):
    """An entry, by an id that stands for it."""

    id: Hashable
    habit: Habit
    start: time


class Pattern(NamedTuple):
    """A habit with the newest entry of it, how often it was logged, and its usual start."""

    like: Hashable
    habit: Habit
    times: int
    usual_start: time


def patterns_of(newest_first: Sequence[Logged], *, at_most: int) -> list[Pattern]:
    """Each kind at its usual length first, the most frequent kind before the others; then other
    lengths that were logged more than once. Of two as frequent, the one logged later."""
    newest: dict[Habit, Hashable] = {}
    starts: dict[Habit, Counter[time]] = {}
    for entry in newest_first:
        newest.setdefault(entry.habit, entry.id)
        starts.setdefault(entry.habit, Counter())[entry.start] += 1
    patterns = [
        Pattern(like, habit, starts[habit].total(), starts[habit].most_common(1)[0][0])
        for habit, like in newest.items()
    ]
    patterns.sort(key=lambda pattern: -pattern.times)
    usual: dict[Habit, Pattern] = {}
    for pattern in patterns:
        usual.setdefault(pattern.habit.kind, pattern)
    firsts = sorted(usual.values(), key=lambda one: -_times(one.habit.kind, patterns))
    others = [one for one in patterns if one not in firsts and one.times > 1]
    return [*firsts, *others][:at_most]


def _times(kind: "Habit", patterns: Sequence[Pattern]) -> int:
    return sum(one.times for one in patterns if one.habit.kind == kind)


def just_passed(
    now: datetime, minutes: int, zone: str, usual: time | None = None
) -> tuple[date, time]:
    """When something of this length began that is over now: at its usual start where that fits,
    otherwise so that it ended just now, on a clock of five minutes."""
    length, here = timedelta(minutes=minutes), ZoneInfo(zone)
    if usual is not None:
        today = now.astimezone(here).date()
        ended = datetime.combine(today, usual, here).astimezone(UTC) + length
        if now - STILL_FRESH <= ended <= now:
            return today, usual
    began = now - length
    began = (began - timedelta(seconds=began.timestamp() % STEP.total_seconds())).astimezone(here)
    return began.date(), began.time().replace(second=0, microsecond=0, fold=0)
