"""When a course is complete: lessons done, and what it names besides passed and signed."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from datetime import datetime


def completed_at(
    required: Collection[Hashable],
    done: Mapping[Hashable, datetime],
    *,
    assessed: bool,
    passed_at: datetime | None,
    signed: Sequence[datetime | None] = (),
) -> datetime | None:
    """The moment the last missing piece came in; None while one is missing.

    `signed` says when each policy of the course was signed. A course without lessons is never
    complete: nothing was learned in it.
    """
    if not required or any(lesson not in done for lesson in required):
        return None
    if (assessed and passed_at is None) or None in signed:
        return None
    moments = [done[lesson] for lesson in required] + list(signed)
    return max(moments + ([passed_at] if assessed else []))
