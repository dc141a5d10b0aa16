"""The one place that says when an attempt ends. The end shown is the end enforced.

The last minute after it is a silent grace for answers already on their way; nothing advertises it.
"""

from datetime import datetime, timedelta

from training_site.verdict import YES, Verdict, no

GRACE = timedelta(seconds=60)


def deadline(started_at: datetime, minutes: int | None, closes: datetime | None) -> datetime | None:
    """The earlier of the time allowed and the close of the grant; None where neither is set."""
    ends = [closes] if closes else []
    if minutes:
        ends.append(started_at + timedelta(minutes=minutes))
    return min(ends, default=None)


def is_expired(ends_at: datetime | None, now: datetime) -> bool:
    return ends_at is not None and now > ends_at + GRACE


def may_answer(*, is_open: bool, ends_at: datetime | None, now: datetime) -> Verdict:
    """By the server's clock only."""
    if not is_open or is_expired(ends_at, now):
        return no("attempt_is_over")
    return YES
