"""What a live day has to say before it can be planned, and until when it can be changed."""

from collections.abc import Mapping

from training_site.verdict import YES, Verdict, no

# Days that touch people themselves, so nobody takes part for want of another way.
NEEDS_ALTERNATIVE = frozenset({"experiential_lab", "attitude_reassessment"})


def may_plan(
    *, category: str, minutes: int, areas: Mapping[str, int], note: str, alternative: str
) -> Verdict:
    """`minutes` runs from start to end; what is taught in it fits in, and breaks count for nothing."""
    if not areas:
        return no("live_day_without_area")
    if sum(areas.values()) > minutes:
        return no("areas_longer_than_day", taught=sum(areas.values()), minutes=minutes)
    if not alternative and (note or category in NEEDS_ALTERNATIVE):
        return no("live_day_needs_alternative")
    return YES


def may_change(*, cancelled: bool, signed: bool) -> Verdict:
    """Once attendance is signed the day stays as it was: the signature stands for it."""
    if cancelled:
        return no("live_day_cancelled")
    return no("live_day_attended") if signed else YES
