"""How periods and caps take minutes away: oldest first, the crossing entry in part."""

from .facts import Entry
from .ledger import Ledger
from .windows import Window


def count_within(
    ledger: Ledger,
    entry: Entry,
    window: Window,
    *,
    reason: str,
    by: str,
    detail: str | None = None,
) -> None:
    """Let the entry take what room there is; what does not fit is cut, and says by what."""
    left = ledger.left[entry.id]
    taken = min(left, window.room(entry.date))
    if taken < left:
        ledger.cut(entry, left - taken, reason, by, detail)
        if _displaced(entry, window):
            ledger.flag(entry, "displaced", by)
    window.take(entry.date, taken, entry.submitted)


def _displaced(entry: Entry, window: Window) -> bool:
    """Whether hours dated earlier but logged later have taken this entry's room."""
    latest = window.latest_submission(entry.date)
    return latest is not None and entry.submitted is not None and latest > entry.submitted
