"""A signature on paper: recorded by one member of staff, seen by another."""

from collections.abc import Collection
from datetime import date

from training_site.verdict import YES, Verdict, no


def may_record_paper(
    *,
    parties: Collection[int],
    by: int,
    shown: str,
    actual: str,
    entries: int,
    last_hour: date | None,
    signed_on: date,
    today: date,
) -> Verdict:
    """For exactly the sheet that was shown; signed after its last hour, and not in the future."""
    if by in parties:
        return no("not_own_paper")
    if not entries:
        return no("nothing_to_sign")
    if shown != actual:
        return no("sheet_has_changed")
    if signed_on > today:
        return no("date_in_future")
    if last_hour and signed_on < last_hour:
        return no("paper_before_its_hours", date=last_hour)
    return YES


def may_check_paper(*, parties: Collection[int], recorder: int, by: int, state: str) -> Verdict:
    """A second person, who is neither the intern nor the signer nor the one who recorded it."""
    if by in parties:
        return no("not_own_paper")
    if by == recorder:
        return no("paper_needs_another")
    return YES if state == "recorded" else no("paper_checked_already")
