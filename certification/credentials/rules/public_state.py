"""What the world is told of a certificate (product.md, "Public states"): one function, used everywhere."""

from datetime import date, timedelta
from enum import StrEnum

from .lifecycle import Standing

GRACE_DAYS = 90


class PublicState(StrEnum):
    VALID = "valid"
    RENEWAL_DUE = "renewal_due"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    NOT_HELD = "not_held"
    REPLACED = "replaced"
    NOT_FOUND = "not_found"


TOLD_BY_STANDING = {
    Standing.WITHDRAWN: PublicState.WITHDRAWN,
    Standing.RESIGNED: PublicState.NOT_HELD,
    Standing.DECEASED: PublicState.NOT_HELD,
    Standing.SUPERSEDED: PublicState.REPLACED,
    Standing.ROTATED: PublicState.NOT_FOUND,
}
CERTIFIED_NOW = frozenset({PublicState.VALID, PublicState.RENEWAL_DUE})


def public_state(
    standing: str | None, valid_until: date | None, today: date, *, grace_days: int = GRACE_DAYS
) -> PublicState:
    """The state on a civil day of the association; the last day is inclusive.

    What people decided comes before what the calendar says, but for suspension: once the time and
    the grace are over nothing is left to be paused.
    """
    if standing is None or valid_until is None:
        return PublicState.NOT_FOUND
    if told := TOLD_BY_STANDING.get(Standing(standing)):
        return told
    if today > valid_until + timedelta(days=grace_days):
        return PublicState.EXPIRED
    if standing == Standing.SUSPENDED:
        return PublicState.SUSPENDED
    return PublicState.VALID if today <= valid_until else PublicState.RENEWAL_DUE
