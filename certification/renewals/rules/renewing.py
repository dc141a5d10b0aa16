"""When a renewal can be handed in, and who checks and decides it. A superuser is nobody special here."""

from collections.abc import Collection

from certification.credentials.rules.lifecycle import HELD, Standing
from training_site.verdict import YES, Verdict, no

from .terms import POSSIBLE

# The certificant's declarations, by key; their sentences stand in the wording.
DECLARATIONS = ("record_is_true", "abides_by_code", "no_open_proceedings")


def may_renew(standing: str, window: str | None) -> Verdict:
    """Whether this certificate can be renewed at all on a day; `window` None: its scheme is silent."""
    if Standing(standing) not in HELD:
        return no("certificate_closed")
    if window is None:
        return no("scheme_without_renewal")
    if window == "before":
        return no("renewal_not_open")
    return YES if window in POSSIBLE else no("renewal_too_late")


def may_log(standing: str, window: str | None) -> Verdict:
    """Hours count for a term from its first day to the last on which it can be renewed."""
    verdict = may_renew(standing, window)
    return YES if verdict.reason == "renewal_not_open" else verdict


def may_hand_in(*, complete: bool, declared: Collection[str], under_way: bool) -> Verdict:
    """With all declarations, and with everything there or claimed: who answers last costs nobody."""
    if under_way:
        return no("renewal_under_way")
    if not complete:
        return no("renewal_incomplete")
    return YES if set(declared) == set(DECLARATIONS) else no("renewal_declarations_missing")


def may_take_part(*, is_holder: bool, spoke_as_peer: bool, in_earlier_round: bool) -> Verdict:
    """Whoever checks or decides has said nothing about it before, in no role."""
    if is_holder:
        return no("own_renewal")
    if spoke_as_peer:
        return no("peer_in_renewal")
    return no("in_earlier_round") if in_earlier_round else YES


def may_decide(*, is_checker: bool, standing: str, outcome: str, met: bool) -> Verdict:
    """By another than checked it; a suspended certificate waits until that is settled."""
    if is_checker:
        return no("checked_it_yourself")
    if Standing(standing) not in HELD:
        return no("certificate_closed")
    if standing == Standing.SUSPENDED:
        return no("suspended_first")
    return no("renewal_incomplete") if outcome == "renew" and not met else YES
