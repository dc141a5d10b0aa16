"""Who may say that somebody was not entitled to sign, who confirms it, and what stands in the way."""

from datetime import date

from certification.decisions.rules.reviewing import enough_said
from training_site.verdict import YES, Verdict, no


def may_propose(
    *,
    own: bool,
    touched: bool,
    first: date,
    last: date | None,
    today: date,
    holds: bool,
    proposed_already: bool,
    reason: str,
) -> Verdict:
    """A finding about days that have begun, by somebody whom it does not concern."""
    if own:
        return no("recall_of_oneself")
    if touched:
        return no("recall_touches_you_too")
    if first > today:
        return no("recall_begins_later")
    if last is not None and last < first:
        return no("dates_reversed")
    if not holds:
        return no("recall_takes_nothing")
    if proposed_already:
        return no("recall_proposed_already")
    return enough_said(reason)


def may_confirm(
    *,
    own: bool,
    touched: bool,
    proposed_it: bool,
    settled: bool,
    shown: str,
    actual: str,
) -> Verdict:
    """By another person than the one who proposed it; and only the list that was shown."""
    if settled:
        return no("recall_settled")
    if own:
        return no("recall_of_oneself")
    if touched:
        return no("recall_touches_you_too")
    if proposed_it:
        return no("recall_by_another")
    return YES if shown == actual else no("recall_list_changed")


def may_drop(*, own: bool, settled: bool) -> Verdict:
    if settled:
        return no("recall_settled")
    return no("recall_of_oneself") if own else YES
