"""When the minutes of a committee can be taken along, and by whom."""

from training_site.verdict import YES, Verdict, no


def may_take_minutes(*, sits: bool, complete: bool, signed: bool) -> Verdict:
    """Nobody before all votes are in; whoever does not sit, once the finding is signed."""
    if signed:
        return YES
    if not complete:
        return no("minutes_before_votes")
    return YES if sits else no("minutes_before_finding")
