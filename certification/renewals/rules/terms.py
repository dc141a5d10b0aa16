"""From one term of a certification to the next, in civil dates of the association."""

from datetime import date, timedelta
from typing import NamedTuple

from certification.credentials.rules.validity import last_day
from certification.scheme.rules.requirements.renewals import Term

A_DAY = timedelta(days=1)
IN_TIME = frozenset({"open", "grace"})
POSSIBLE = IN_TIME | {"late"}


class NextTerm(NamedTuple):
    """When the next certificate begins to count, and its last day, that day included."""

    first: date
    last: date


def next_term(term: Term, *, handed_in: date, decided: date, years: int) -> NextTerm:
    """In time it counts from the old last day, so nobody loses by being early; late, from its decision.

    The day it was handed in says which: nobody gains or loses by how long the association takes.
    """
    in_time = handed_in <= term.grace
    return NextTerm(decided, last_day(term.last + A_DAY if in_time else decided, years))
