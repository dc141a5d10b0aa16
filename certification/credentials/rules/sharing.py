"""For how long a share link opens the documents."""

from datetime import datetime

from training_site.verdict import YES, Verdict, no

LONGEST_DAYS = 90
CHOICES = (1, 7, 30, 90)


def may_share(*, days: int, held: bool) -> Verdict:
    """Only what still counts as held is shared anew, and never for ever."""
    if not held:
        return no("certificate_not_held")
    return YES if 1 <= days <= LONGEST_DAYS else no("share_too_long", most=LONGEST_DAYS)


def opens(*, expires_at: datetime, revoked_at: datetime | None, now: datetime) -> bool:
    return revoked_at is None and now < expires_at
