"""The life of a certificate: what people can do to it, in one table. Time is asked elsewhere."""

from datetime import date
from enum import StrEnum

from training_site.verdict import YES, Verdict, no


class Standing(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    RESIGNED = "resigned"
    DECEASED = "deceased"
    SUPERSEDED = "superseded"
    ROTATED = "rotated"


class Change(StrEnum):
    SUSPEND = "suspend"
    KEEP_SUSPENDED = "keep_suspended"
    REINSTATE = "reinstate"
    WITHDRAW = "withdraw"
    RESIGN = "resign"
    REPORT_DEATH = "report_death"
    REINSTATE_ON_APPEAL = "reinstate_on_appeal"


HELD = frozenset({Standing.ACTIVE, Standing.SUSPENDED})
# Another certificate of the same line counts in place of these.
REPLACED = frozenset({Standing.SUPERSEDED, Standing.ROTATED})
# Bits in the status list. Suspension ends and is no finding; a date speaks for itself.
REVOKED = frozenset({Standing.WITHDRAWN, Standing.RESIGNED, Standing.SUPERSEDED, Standing.ROTATED})
CHANGES: dict[Change, tuple[frozenset[Standing], Standing]] = {
    Change.SUSPEND: (frozenset({Standing.ACTIVE}), Standing.SUSPENDED),
    # Looked at again on its day, and not over: another reason, and another day.
    Change.KEEP_SUSPENDED: (frozenset({Standing.SUSPENDED}), Standing.SUSPENDED),
    Change.REINSTATE: (frozenset({Standing.SUSPENDED}), Standing.ACTIVE),
    Change.WITHDRAW: (HELD, Standing.WITHDRAWN),
    Change.RESIGN: (HELD, Standing.RESIGNED),
    Change.REPORT_DEATH: (HELD, Standing.DECEASED),
    # The one way back from a withdrawal; a trigger asks for the appeal that was upheld.
    Change.REINSTATE_ON_APPEAL: (frozenset({Standing.WITHDRAWN}), Standing.ACTIVE),
}
PAUSES = frozenset({Change.SUSPEND, Change.KEEP_SUSPENDED})
BY_DECISION_MAKER = PAUSES | {Change.REINSTATE, Change.WITHDRAW, Change.REINSTATE_ON_APPEAL}
SHORTEST_REASON = 20


def may_change(standing: str, change: Change, *, is_holder: bool, reason: str) -> Verdict:
    """Whether this change leads on from here, by this person, for a reason that is given."""
    allowed, _after = CHANGES[change]
    if is_holder:
        return no("own_certificate")
    if Standing(standing) not in allowed:
        return no("certificate_not_there")
    if len(reason.strip()) < SHORTEST_REASON:
        return no("reason_too_short", least=SHORTEST_REASON)
    return YES


def may_be_looked_at(change: Change, review_on: date | None, *, today: date) -> Verdict:
    """A suspension is looked at again on a day to come; nothing else is."""
    if review_on is None:
        return YES
    if change not in PAUSES:
        return no("review_of_suspensions")
    return YES if review_on > today else no("review_not_ahead")


def after(change: Change) -> Standing:
    return CHANGES[change][1]


def changes_open(standing: str) -> list[Change]:
    """What can be done to a certificate in this standing, without an appeal."""
    possible = [change for change, (allowed, _) in CHANGES.items() if Standing(standing) in allowed]
    return [change for change in possible if change != Change.REINSTATE_ON_APPEAL]
