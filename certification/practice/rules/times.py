"""When something was: a civil date, a start in its zone, whole minutes (ADR 0008)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from training_site.verdict import YES, Verdict, no

MINUTES_IN_DAY = 1440
# Entries further apart than this can't touch: the longest one, and the widest apart of two zones.
NEAR = timedelta(days=3)


@dataclass(frozen=True)
class Span:
    """A stretch of time as its owner lived it; compared with others as instants."""

    date: date
    start: time
    zone: str
    minutes: int

    @property
    def begins(self) -> datetime:
        """In the hour that comes twice in autumn, the first one."""
        return datetime.combine(self.date, self.start, ZoneInfo(self.zone)).astimezone(UTC)

    @property
    def ends(self) -> datetime:
        return self.begins + timedelta(minutes=self.minutes)

    @property
    def exists(self) -> bool:
        """False for a time that the clocks skipped in spring."""
        back = self.begins.astimezone(ZoneInfo(self.zone))
        return back.replace(tzinfo=None) == datetime.combine(self.date, self.start)

    def overlaps(self, other: "Span") -> bool:
        """Touching is not overlapping: 10:00–11:00 and 11:00–12:00 stand side by side."""
        return self.begins < other.ends and other.begins < self.ends


def fits(span: Span, others: Iterable[Span], *, now: datetime) -> Verdict:
    """Whether this can be, beside everything else this person has logged."""
    others = list(others)
    if not span.exists:
        return no("time_skipped", start=f"{span.start:%H:%M}")
    if span.ends > now:
        return no("entry_not_over_yet" if span.begins <= now else "entry_in_future")
    if clash := next((other for other in others if span.overlaps(other)), None):
        return no("entry_overlaps", start=f"{clash.start:%H:%M}", date=clash.date)
    same_day = sum(other.minutes for other in others if other.date == span.date)
    if same_day + span.minutes > MINUTES_IN_DAY:
        return no("day_too_full", left=MINUTES_IN_DAY - same_day)
    return YES
