"""What the counts of a check say: how often it was missed, and by which answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from courses.reports.rules.groups import Share


@dataclass(frozen=True)
class Missed:
    """`by` is the place (from 1) of the wrong answer most chosen; None where nobody missed it."""

    answered: int
    share: Share
    by: int | None
    by_share: Share | None


def missed(shown: Sequence[int], right: Sequence[bool]) -> Missed | None:
    """Of counts that may be shown; None where there are none."""
    answered = sum(shown)
    if not answered:
        return None
    wrong = {place: n for place, (n, ok) in enumerate(zip(shown, right, strict=True), 1) if not ok}
    by = max(wrong, key=lambda place: (wrong[place], -place), default=None)
    if by is None or not wrong[by]:
        return Missed(answered, Share(0, answered), None, None)
    share = Share(sum(wrong.values()), answered)
    return Missed(answered, share, by, Share(wrong[by], answered))
