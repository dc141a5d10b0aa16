"""Eligibility: which entries may count at all. The first filter that refuses gives the reason."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Self

from .clocks import elapsed_days
from .facts import Agreement, Entry, Supervisor
from .fields import Fields
from .ledger import Ledger
from .rule import Rule
from .vocabulary import CATEGORIES, LATE_EFFECTS
from .where import EVERYTHING, Where


@dataclass(frozen=True, kw_only=True)
class AgreementInForce(Rule):
    """The entry names an agreement with its supervisor that runs on its date, ends included."""

    where: Where = EVERYTHING

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(**fields.heading(), where=fields.where())

    def sift(self, ledger: Ledger) -> None:
        agreements = ledger.book.facts.agreements
        for entry in ledger.standing(self.where):
            if not _in_force(agreements.get(entry.agreement or ""), entry):
                ledger.refuse(entry, "agreement_not_in_force", self.id)


def _in_force(agreement: Agreement | None, entry: Entry) -> bool:
    if agreement is None or entry.supervisor not in (None, agreement.supervisor):
        return False
    return _covers(agreement.start, agreement.end, entry.date)


def _covers(start: date, end: date | None, day: date) -> bool:
    return start <= day and (end is None or day <= end)


@dataclass(frozen=True, kw_only=True)
class SupervisorQualifiedOn(Rule):
    """The supervisor's licence or certification, as staff have seen it, covers the date."""

    where: Where = EVERYTHING

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(**fields.heading(), where=fields.where())

    def sift(self, ledger: Ledger) -> None:
        supervisors = ledger.book.facts.supervisors
        for entry in ledger.standing(self.where):
            if not _qualified(supervisors.get(entry.supervisor or ""), entry.date):
                ledger.refuse(entry, "supervisor_not_qualified", self.id)


def _qualified(supervisor: Supervisor | None, day: date) -> bool:
    return supervisor is not None and any(
        _covers(start, end, day) for start, end in supervisor.qualified
    )


@dataclass(frozen=True, kw_only=True)
class EntryDeadline(Rule):
    """Submitted within so many days after the date, leave left out; later is flagged or lost.

    An entry that nobody has to submit (attendance, lesson minutes) has no such day and is
    never late. The silence of a signer plays no part: only the submission is looked at.
    """

    days: int
    effect: str
    where: Where = EVERYTHING

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            days=fields.whole("days", least=0),
            effect=fields.choice("effect", LATE_EFFECTS),
            where=fields.where(),
        )

    def sift(self, ledger: Ledger) -> None:
        for entry in ledger.standing(self.where):
            if not self._late(entry, ledger):
                continue
            if self.effect == "forfeit":
                ledger.refuse(entry, "too_late", self.id)
            else:
                ledger.flag(entry, "late", self.id)

    def _late(self, entry: Entry, ledger: Ledger) -> bool:
        if entry.submitted is None or (entry.submitted - entry.date).days <= self.days:
            return False
        return elapsed_days(entry.date, entry.submitted, ledger.book.facts.leaves) > self.days


@dataclass(frozen=True, kw_only=True)
class Interleave(Rule):
    """Between two sessions of one case lies a contact of that case that counts.

    Dates only, both ends included: a contact on the day of either session lies between them.
    The earlier session is the one that took place, whether or not it counts itself.
    """

    where: Where
    require: tuple[str, ...]

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            require=fields.names("require", CATEGORIES),
        )

    def sift(self, ledger: Ledger) -> None:
        contacts = self._contacts(ledger)
        previous: dict[str | None, date] = {}
        for entry in ledger.book.matching(self.where):
            if not ledger.holds(entry):
                continue
            since = previous.get(entry.case)
            if since and entry.id in ledger.left and not _any(contacts[entry.case], since, entry):
                ledger.refuse(entry, "interleave", self.id)
            previous[entry.case] = entry.date

    def _contacts(self, ledger: Ledger) -> dict[str | None, list[date]]:
        dates = defaultdict(list)
        for entry in ledger.standing(Where.of(category=list(self.require))):
            dates[entry.case].append(entry.date)
        return dates


def _any(contacts: list[date], since: date, session: Entry) -> bool:
    """`contacts` are in order, as the ledger is."""
    first = bisect_left(contacts, since)
    return first < len(contacts) and contacts[first] <= session.date


FILTERS = {
    "agreement_in_force": AgreementInForce,
    "supervisor_qualified_on": SupervisorQualifiedOn,
    "entry_deadline": EntryDeadline,
    "interleave": Interleave,
}
