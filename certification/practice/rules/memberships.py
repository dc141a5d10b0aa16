"""Membership: dated spans, recorded by somebody else."""

from collections.abc import Iterable
from datetime import date, timedelta

from certification.practice.rules.leaves import touches
from training_site.verdict import YES, Verdict, no

SOON = timedelta(days=60)
NEVER, HOLDS, LAPSES_SOON, LAPSED, TO_COME = "never", "holds", "lapses_soon", "lapsed", "to_come"


def may_record_membership(
    *, own: bool, first: date, last: date, others: Iterable[tuple[date, date]]
) -> Verdict:
    if own:
        return no("not_own_membership")
    if last < first:
        return no("membership_ends_before_it_begins")
    if clash := next((one for one in others if touches((first, last), one)), None):
        return no("membership_overlaps", date=clash[1])
    return YES


def standing_on(today: date, spans: Iterable[tuple[date, date]]) -> tuple[str, date | None]:
    """How membership stands, and its last day. Spans that follow each other without a gap are one."""
    last = None
    spans = sorted(spans)
    for first, ends in spans:
        joins = last is not None and first <= last + timedelta(days=1)
        if first <= today or joins:
            last = ends if last is None else max(last, ends)
    if last is None:
        return (TO_COME, spans[0][1]) if spans else (NEVER, None)
    if last < today:
        return LAPSED, last
    return (LAPSES_SOON if last <= today + SOON else HOLDS), last
