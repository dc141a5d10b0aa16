"""Which older entries have taken the room of a limit, and when it has some again."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import floor
from typing import NamedTuple

from .calendar_periods import CALENDAR
from .caps import Cap
from .facts import Entry
from .gates import PeriodGate
from .ledger import Ledger
from .periods import ROLLING, PeriodMax
from .rule import Rule

ONE_DAY = timedelta(1)


class Taken(NamedTuple):
    entry: Entry
    minutes: int


def takers_of(rule: Rule, ledger: Ledger, entry: Entry) -> tuple[Sequence[Taken], date | None]:
    """Oldest first. Asked right after the rule has worked, when what is left is what it left.

    The day: the first after the entry's on which an hour would find room by what is there now.
    """
    if isinstance(rule, Cap):
        group = ledger.book.group(entry, rule.each) if rule.each else None
        mine = [one for one in _before(rule, ledger, entry) if _group(rule, ledger, one) == group]
        return _taken(mine, ledger), None
    if isinstance(rule, PeriodMax):
        return _of_period(rule, ledger, entry)
    if isinstance(rule, PeriodGate):
        return (), None
    return (), None


def _group(rule: Cap, ledger: Ledger, entry: Entry) -> str | None:
    return ledger.book.group(entry, rule.each) if rule.each else None


def _of_period(
    rule: PeriodMax, ledger: Ledger, entry: Entry
) -> tuple[Sequence[Taken], date | None]:
    older = [one for one in _before(rule, ledger, entry) if not one.attested]
    plan = entry.intensive if rule.planned(ledger, entry) else None
    mine = [one for one in older if (one.intensive if rule.planned(ledger, one) else None) == plan]
    if plan is not None:
        return _taken(mine, ledger), None
    if rolling := ROLLING.fullmatch(rule.period):
        return _rolling(mine, ledger, entry, timedelta(int(rolling[1])))
    period = CALENDAR[rule.period](entry.date)
    within = [one for one in mine if one.date >= period.first]
    return _taken(within, ledger), period.last + ONE_DAY


def _rolling(
    older: Sequence[Entry], ledger: Ledger, entry: Entry, length: timedelta
) -> tuple[Sequence[Taken], date | None]:
    """The oldest of those in the window leaves it first, and its minutes become free."""
    taken = _taken([one for one in older if entry.date - one.date < length], ledger)
    return taken, taken[0].entry.date + length if taken else None


def _before(rule: Rule, ledger: Ledger, entry: Entry) -> list[Entry]:
    """In the order in which limits are filled, up to this entry."""
    standing = ledger.standing(rule.where)
    return standing[: standing.index(entry)]


def _taken(entries: Sequence[Entry], ledger: Ledger) -> list[Taken]:
    taken = [Taken(one, floor(ledger.left[one.id])) for one in entries]
    return [one for one in taken if one.minutes]
