"""When a course is complete: every lesson done, and its assessment passed where it has one."""

from collections.abc import Collection, Hashable, Mapping
from datetime import datetime


def completed_at(
    required: Collection[Hashable],
    done: Mapping[Hashable, datetime],
    *,
    assessed: bool,
    passed_at: datetime | None,
) -> datetime | None:
    """The moment the last missing piece came in; None while one is missing.

    A course without lessons is never complete: nothing was learned in it.
    """
    if not required or any(lesson not in done for lesson in required):
        return None
    if assessed and passed_at is None:
        return None
    moments = [done[lesson] for lesson in required]
    return max(moments + ([passed_at] if assessed else []))
