"""When a typed name signs a policy version, and when the same version is signed again."""

import calendar
import unicodedata
from datetime import date, timedelta

from training_site.verdict import YES, Verdict, no

# Within this time a second signature would say nothing new: a double click, a page gone back to.
STILL_FRESH = timedelta(days=30)
# A signature counts for twelve months; from a month before, signing again is offered.
OFFERED_AFTER_MONTHS = 11
MONTHS_IN_YEAR = 12


def same_name(typed: str, name: str) -> bool:
    """Equal but for case, accents' encoding and runs of spaces."""
    return _folded(typed) == _folded(name)


def may_attest(*, typed: str, name: str, in_force: bool) -> Verdict:
    if not in_force:
        return no("policy_not_in_force")
    if not same_name(typed, name):
        return no("typed_name_differs", name=name)
    return YES


def is_fresh(signed: date | None, today: date) -> bool:
    return signed is not None and today - signed <= STILL_FRESH


def may_sign_again(signed: date, today: date) -> bool:
    """Whether the page offers to sign the same version again."""
    return today >= months_after(signed, OFFERED_AFTER_MONTHS)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
