"""Who may sign which minutes, and how they fall on the content areas."""

from collections.abc import Collection, Hashable, Mapping

from training_site.verdict import YES, Verdict, no


def may_sign(
    *,
    signer: Hashable,
    minutes: Mapping[Hashable, int],
    most: int,
    begun: bool,
    cancelled: bool,
    signed: Collection[Hashable] = (),
) -> Verdict:
    """`minutes` by learner; `most` are those the day's content areas hold together."""
    if cancelled:
        return no("live_day_cancelled")
    if not begun:
        return no("live_day_not_begun")
    if not minutes:
        return no("nobody_on_the_sheet")
    if signer in minutes:
        return no("own_attendance")
    if any(learner in signed for learner in minutes):
        return no("attendance_signed_meanwhile")
    if max(minutes.values()) > most:
        return no("more_than_the_day", most=most)
    return YES


def may_correct(
    *, signer: Hashable, learner: Hashable, minutes: int, before: int, most: int, corrected: bool
) -> Verdict:
    if signer == learner:
        return no("own_attendance")
    if corrected:
        return no("corrected_already")
    if minutes > most:
        return no("more_than_the_day", most=most)
    return no("nothing_to_correct") if minutes == before else YES


def by_area(minutes: int, areas: Mapping[str, int]) -> dict[str, int]:
    """So many minutes of a day over its content areas, in proportion, whole, and none lost.

    Remainders go to the areas that lost most by rounding, the earlier one first. Areas that get
    nothing are left out.
    """
    whole = sum(areas.values())
    if not whole or not minutes:
        return {}
    shares = {area: divmod(minutes * length, whole) for area, length in areas.items()}
    left = minutes - sum(share for share, _rest in shares.values())
    order = sorted(shares, key=lambda area: -shares[area][1])
    raised = set(order[:left])
    given = {area: share + (area in raised) for area, (share, _rest) in shares.items()}
    return {area: some for area, some in given.items() if some}
