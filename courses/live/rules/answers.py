"""Saying whether one comes; handing in the alternative instead."""

from training_site.verdict import YES, Verdict, no

LIMIT = 10_000  # characters


def may_answer(
    *, coming: bool, cancelled: bool, begun: bool, seats: int | None, taken: int
) -> Verdict:
    """`taken` are the seats of others. Staying away is always possible until the day begins."""
    if cancelled:
        return no("live_day_cancelled")
    if begun:
        return no("live_day_begun")
    if coming and seats is not None and taken >= seats:
        return no("live_day_full", seats=seats)
    return YES


def may_report(*, text: str, cancelled: bool, offered: bool, signed: bool) -> Verdict:
    """Whoever does not come may do the alternative and say so; when is up to them."""
    if cancelled:
        return no("live_day_cancelled")
    if not offered:
        return no("no_alternative_offered")
    if signed:
        return no("minutes_signed_already")
    if len(text) > LIMIT:
        return no("account_too_long", limit=LIMIT, length=len(text))
    return YES if text.strip() else no("account_is_empty")
