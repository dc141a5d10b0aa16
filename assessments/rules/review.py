"""What a learner is shown of an attempt, and when: pages, exports and mail all ask here."""

from dataclasses import dataclass


class Shown:
    """Each step includes the one before."""

    NOTHING = "nothing"
    MARKS = "marks"
    ANSWERS = "answers"


@dataclass(frozen=True)
class ReviewOptions:
    after_pass: str = Shown.ANSWERS
    after_fail: str = Shown.MARKS
    after_last_fail: str = Shown.MARKS


def shown(
    options: ReviewOptions, *, is_open: bool, passed_any: bool, passed: bool, attempts_left: int
) -> str:
    """Nothing before submission. Once any attempt has passed, earlier failures are open as well:

    there is no attempt left that the key could help.
    """
    if is_open:
        return Shown.NOTHING
    if passed or passed_any:
        return options.after_pass
    if attempts_left:
        return _without_the_key(options.after_fail)
    return options.after_last_fail


def _without_the_key(wanted: str) -> str:
    """While attempts remain no setting opens the key."""
    return Shown.MARKS if wanted == Shown.ANSWERS else wanted
