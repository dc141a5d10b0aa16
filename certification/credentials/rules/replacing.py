"""When one certificate may take the place of another: for which reason, and at whose word.

The decision behind it stays the same; number and id are new. Each certificate is replaced once, by
one at a time, so a second request waits for the first.
"""

from datetime import date
from enum import StrEnum

from training_site.verdict import YES, Verdict, no

from .lifecycle import HELD, SHORTEST_REASON, Standing

LONGEST_SCOPE = 300


class Kind(StrEnum):
    NAME = "name"
    NUMBER = "number"
    SCOPE = "scope"
    RENEWAL = "renewal"


# How the old one stands afterwards: Replaced, or Not found for a number that its holder gave up.
LEADS_TO = {
    Kind.NAME: Standing.SUPERSEDED,
    Kind.NUMBER: Standing.ROTATED,
    Kind.SCOPE: Standing.SUPERSEDED,
    Kind.RENEWAL: Standing.SUPERSEDED,
}


def may_correct_name(
    standing: str, *, is_holder: bool, waiting: bool, reason: str, name: str, printed: str
) -> Verdict:
    """By the registrar, on a certificate in force. A suspended one is examined under its name."""
    if is_holder:
        return no("own_certificate")
    if standing != Standing.ACTIVE:
        return no("certificate_not_active")
    if waiting:
        return no("replacement_waits")
    if name == printed:
        return no("name_as_before")
    return _explained(reason)


def may_change_number(
    *, is_holder: bool, waiting: bool, certified_now: bool, complaint_open: bool
) -> Verdict:
    """By the holder alone, while the public word is Valid, with or without a renewal due.

    Not while a complaint is open, so that nobody slips away from it under another number; the
    sentence does not say why, for a complaint may not have been told yet.
    """
    if not is_holder:
        return no("holder_only")
    if waiting:
        return no("replacement_waits")
    if not certified_now:
        return no("number_needs_valid")
    return no("number_stays_for_now") if complaint_open else YES


def may_narrow(
    standing: str, *, is_holder: bool, waiting: bool, reason: str, scope: str, printed: str
) -> Verdict:
    """By a decision-maker, also while it is suspended: the new one is suspended then, too."""
    if is_holder:
        return no("own_certificate")
    if Standing(standing) not in HELD:
        return no("certificate_not_there")
    if waiting:
        return no("replacement_waits")
    if not scope or scope == printed:
        return no("scope_as_before")
    if len(scope) > LONGEST_SCOPE:
        return no("scope_too_long", most=LONGEST_SCOPE)
    return _explained(reason)


def may_begin_term(
    standing: str, *, is_holder: bool, waiting: bool, last_day: date, valid_from: date, until: date
) -> Verdict:
    """Another term after a renewal that was granted: it ends later than the one before."""
    if is_holder:
        return no("own_certificate")
    if Standing(standing) not in HELD:
        return no("certificate_not_there")
    if waiting:
        return no("replacement_waits")
    return YES if until > max(last_day, valid_from) else no("term_not_longer")


def goes_on(standing: str) -> bool:
    """Whether the old one still stands when the new one is ready; otherwise there is nothing to replace."""
    return Standing(standing) in HELD


def _explained(reason: str) -> Verdict:
    if len(reason.strip()) < SHORTEST_REASON:
        return no("reason_too_short", least=SHORTEST_REASON)
    return YES
