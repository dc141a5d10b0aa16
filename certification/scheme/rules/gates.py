"""A period counts only if what must lie in it lies in it.

An hour dated after all others may open a gate and never closes one: contacts, observation and
minutes only ever become more; and of work that supervision does not cover, or of group
supervision that individual supervision does not cover, the oldest minutes count as far as it
goes. Staff have checked attested entries themselves: these are never cut, and help the others.

Hours that a gate lets in are older than what let them in. Where a limit that works after the
gate bears on them and on other hours together, they take the room of these: a scheme writes its
gates last, and its caps for gated hours alone.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from .calendar_periods import CALENDAR, Period, PeriodOf, by_period
from .facts import Entry
from .fields import Fields
from .ledger import Ledger
from .limits import count_within
from .period_sums import AMOUNTS, Amounts, minutes_by_period
from .rule import Rule
from .where import Where
from .windows import Allowance, CalendarWindow, Window

NOT_MET = "period_gate_not_met"
SUPERVISED = "supervised"
# What a gate asks; the losses name it as their detail.
CONDITIONS = ("contacts", "observation", SUPERVISED, "individual_share", "minutes_at_least")


@dataclass(frozen=True)
class AtLeast:
    """So many entries, or so many minutes, of some hours in the period."""

    where: Where
    least: int
    unit: str

    @classmethod
    def read(cls, fields: Fields, key: str) -> Self:
        part = fields.part(key)
        unit = part.one_of("at_least", "minutes")
        counted = "minutes" if unit == "minutes" else "count"
        found = cls(part.where(required=True), part.whole(unit), counted)
        part.done()
        return found

    def reached(self, ledger: Ledger, period_of: PeriodOf) -> Collection[Period]:
        there = AMOUNTS[self.unit](ledger, self.where, period_of)
        return {period for period, amount in there.items() if amount >= self.least}


@dataclass(frozen=True)
class Covered:
    """Minutes count as far as the supervision of their period is this share of them."""

    where: Where
    share: Fraction

    @classmethod
    def read(cls, fields: Fields, key: str) -> Self:
        part = fields.part(key)
        found = cls(part.where(required=True), _share(part))
        part.done()
        return found

    def room(self, ledger: Ledger, period_of: PeriodOf) -> Amounts:
        there = minutes_by_period(ledger, self.where, period_of)
        return {period: _plain(minutes / self.share) for period, minutes in there.items()}


@dataclass(frozen=True)
class IndividualShare:
    """Of the supervision of a period, the rest counts only so far that `where` keeps its share."""

    where: Where
    of: Where
    share: Fraction

    @classmethod
    def read(cls, fields: Fields, key: str) -> Self:
        part = fields.part(key)
        found = cls(part.where(required=True), part.where("of", required=True), _share(part))
        part.done()
        return found

    def limit(self, ledger: Ledger, period_of: PeriodOf, by: str) -> None:
        individual = self.where.also(self.of)
        there = minutes_by_period(ledger, individual, period_of)
        kept = {entry.id for entry in ledger.standing(individual)}
        rest = [entry for entry in ledger.unattested(self.of) if entry.id not in kept]
        for period, entries in by_period(rest, period_of).items():
            room = _plain(there.get(period, 0) * (1 - self.share) / self.share)
            cover(ledger, entries, room, by=by, detail="individual_share")


@dataclass(frozen=True, kw_only=True)
class PeriodGate(Rule):
    """The hours of a period count only if all of the written conditions hold in that period."""

    where: Where
    period: str
    contacts: AtLeast | None
    observation: AtLeast | None
    supervised: Covered | None
    individual_share: IndividualShare | None
    minutes_at_least: int | None
    minutes_at_most: int | None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        least = fields.whole("minutes_at_least", optional=True)
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            period=fields.choice("period", tuple(CALENDAR)),
            contacts=fields.optional("contacts", AtLeast.read),
            observation=fields.optional("observation", AtLeast.read),
            supervised=fields.optional("supervised", Covered.read),
            individual_share=fields.optional("individual_share", IndividualShare.read),
            minutes_at_least=least,
            minutes_at_most=fields.whole("minutes_at_most", least=least or 1, optional=True),
        )

    def limit(self, ledger: Ledger) -> None:
        """What took place is looked at before anything of it is cut."""
        contacts = self._reached(ledger)
        if self.individual_share:
            self.individual_share.limit(ledger, self.period_of, self.id)
        found = Found.of(self, ledger, contacts)
        window = self.open_window()
        for period, entries in by_period(ledger.unattested(self.where), self.period_of).items():
            room, lacking = found.room(period, entries), found.lacking(self, period, entries)
            cover(ledger, entries, 0 if lacking else room, by=self.id, detail=lacking or SUPERVISED)
            if window is not None:
                _within(ledger, entries, window, self.id)
        if window is not None:
            ledger.windows[self.id] = window

    @property
    def period_of(self) -> PeriodOf:
        return CALENDAR[self.period]

    def open_window(self) -> Window | None:
        """The limit that bears on every period, where there is one."""
        most = self.minutes_at_most
        return None if most is None else CalendarWindow(most, self.period_of)

    def _reached(self, ledger: Ledger) -> Mapping[str, Collection[Period]]:
        """The periods in which each written condition holds."""
        written = {"contacts": self.contacts, "observation": self.observation}
        return {
            name: condition.reached(ledger, self.period_of)
            for name, condition in written.items()
            if condition
        }


@dataclass(frozen=True)
class Found:
    """What lies in the periods of one pass: where conditions hold, minutes, and their cover."""

    reached: Mapping[str, Collection[Period]]
    minutes: Amounts
    covered: Amounts | None
    left: Mapping[str, int | Fraction]

    @classmethod
    def of(cls, gate: PeriodGate, ledger: Ledger, reached: Mapping) -> Self:
        minutes = minutes_by_period(ledger, gate.where, gate.period_of)
        covered = gate.supervised and gate.supervised.room(ledger, gate.period_of)
        return cls(reached, minutes, covered, ledger.left)

    def room(self, period: Period, entries: Sequence[Entry]) -> int | Fraction:
        """How many minutes of these entries the supervision of their period covers."""
        mine = self._sum(entries)
        return mine if self.covered is None else min(mine, self.covered.get(period, 0))

    def lacking(self, gate: PeriodGate, period: Period, entries: Sequence[Entry]) -> str | None:
        """The first condition that does not hold; None where the gate is open."""
        for name, periods in self.reached.items():
            if period not in periods:
                return name
        return self._too_few(gate.minutes_at_least or 0, period, entries)

    def _too_few(self, least: int, period: Period, entries: Sequence[Entry]) -> str | None:
        """A period may hold enough minutes of which supervision covers too few."""
        there = self.minutes.get(period, 0)
        if there < least:
            return "minutes_at_least"
        uncovered = self._sum(entries) - self.room(period, entries)
        return SUPERVISED if there - uncovered < least else None

    def _sum(self, entries: Sequence[Entry]) -> int | Fraction:
        return sum(self.left[entry.id] for entry in entries)


def cover(
    ledger: Ledger, entries: Sequence[Entry], room: int | Fraction, *, by: str, detail: str
) -> None:
    """The oldest minutes count as far as the room goes."""
    allowance = Allowance(room)
    for entry in entries:
        count_within(ledger, entry, allowance, reason=NOT_MET, by=by, detail=detail)


def _within(ledger: Ledger, entries: Sequence[Entry], window: Window, by: str) -> None:
    for entry in entries:
        count_within(ledger, entry, window, reason="over_period_max", by=by)


def _plain(minutes: Fraction) -> int | Fraction:
    """Whole minutes as a whole number: most are, and they add up much faster."""
    return minutes.numerator if minutes.denominator == 1 else minutes


def _share(fields: Fields) -> Fraction:
    """A share of nothing would ask for nothing."""
    share = fields.share("share")
    if not share:
        raise fields.refuse("not_a_share", "share")
    return share
