"""Continuing education: what may be claimed, changed, taken back, and answered by whom."""

from datetime import date

from training_site.verdict import YES, Verdict, no

SHORTEST_REASON = 20
LONGEST_REASON = 2_000
LONGEST_ACTIVITY = 6_000
"""Minutes: a hundred hours, more than any one course here has."""


def may_claim(
    *, day: date, today: date, first: date, minutes: int, claimed_already: bool
) -> Verdict:
    """Something that happened in the term that runs; what was before it belongs to none."""
    if day > today:
        return no("activity_in_future")
    if day < first:
        return no("activity_before_term")
    if not 1 <= minutes <= LONGEST_ACTIVITY:
        return no("activity_too_long")
    return no("activity_claimed_already") if claimed_already else YES


def may_change(*, is_own: bool, answered: bool) -> Verdict:
    """Its claimant changes it or takes it back while nobody has answered."""
    if not is_own:
        return no("own_education_only")
    return no("activity_answered") if answered else YES


def may_answer(*, is_own: bool, waiting: bool) -> Verdict:
    if is_own:
        return no("own_education")
    return YES if waiting else no("activity_answered")


def may_decline(reason: str) -> Verdict:
    """The claimant reads it and can claim anew."""
    length = len(reason.strip())
    if length < SHORTEST_REASON:
        return no("reason_too_short", least=SHORTEST_REASON)
    return no("reasons_too_long", most=LONGEST_REASON) if length > LONGEST_REASON else YES
