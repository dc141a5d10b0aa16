"""Adding up what is listed: one function, so that every screen shows the same number."""

from collections.abc import Iterable

from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState


def minutes_of(entries: Iterable[HoursEntry]) -> int:
    """A correction that waits is listed, and added up from when it takes the signed entry's place."""
    return sum(entry.minutes for entry in entries if not is_waiting_correction(entry))


def is_waiting_correction(entry: HoursEntry) -> bool:
    return entry.corrects_id is not None and entry.state != EntryState.SIGNED


def is_replaced(entry: HoursEntry) -> bool:
    """Whether a signed correction has taken its place; ask with `correction` selected."""
    correction = getattr(entry, "correction", None)
    return correction is not None and correction.state == EntryState.SIGNED
