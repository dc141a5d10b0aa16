"""Recognising what was done elsewhere, or asking for nothing: two people, and never one's own."""

from collections.abc import Collection

from training_site.verdict import YES, Verdict, no


def may_propose(
    *,
    own: bool,
    kind: str,
    minutes: int | None,
    requirement: str,
    measured: Collection[str],
    known: Collection[str],
) -> Verdict:
    """`measured` are the requirements that count minutes: only of those can minutes be recognised."""
    if own:
        return no("credit_not_own")
    if requirement not in known:
        return no("credit_unknown_requirement")
    if kind == "waiver":
        return no("waiver_without_minutes") if minutes else YES
    if requirement not in measured:
        return no("credit_not_of_minutes")
    return YES if minutes else no("credit_needs_minutes")


def may_answer_credit(*, open: bool, own: bool, proposed_it: bool, approves: bool) -> Verdict:
    """Approve or decline. Who proposed it may take it off the table, but not approve it."""
    if not open:
        return no("credit_answered")
    if own:
        return no("credit_not_own")
    return no("credit_needs_another") if approves and proposed_it else YES


def may_take_back(*, approved: bool, withdrawn: bool, own: bool) -> Verdict:
    if own:
        return no("credit_not_own")
    return YES if approved and not withdrawn else no("credit_not_in_force")
