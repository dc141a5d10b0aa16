"""Days by which an hour is to be submitted, and signed."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from ..clocks import elapsed_days, runs_out
from ..facts import Entry
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..vocabulary import LATE_EFFECTS
from ..where import EVERYTHING, Where


@dataclass(frozen=True, kw_only=True)
class EntryDeadline(Rule):
    """Submitted within so many days after the date, leave left out; later is flagged or lost.

    An entry that nobody has to submit (attendance, lesson minutes) has no such day and is
    never late; nor is one whose lateness staff excused. The silence of a signer plays no part:
    only the submission is looked at.
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
        for entry in self._late(ledger):
            if self.effect == "forfeit":
                ledger.refuse(entry, "too_late", self.id)
            else:
                ledger.flag(entry, "late", self.id)

    def _late(self, ledger: Ledger) -> list[Entry]:
        """Most entries are in time by the calendar alone, whatever leave there was."""
        in_time = timedelta(self.days)
        return [
            entry
            for entry in ledger.unattested(self.where)
            if entry.submitted is not None
            and entry.submitted - entry.date > in_time
            and not entry.excused
            and elapsed_days(entry.date, entry.submitted, ledger.book.facts.leaves) > self.days
        ]


@dataclass(frozen=True, kw_only=True)
class SignoffDeadline(Rule):
    """Signed by the end of the `months`-th month after the month of the hour, or flagged.

    Only the claimant can forfeit an hour, by submitting it after that day: a signer's silence
    never costs one. Leave of the claimant moves the day. What waits for its signature past the
    day is flagged while it waits; a signature whose day nobody knows is not.
    """

    period: str
    months: int
    effect: str
    where: Where = EVERYTHING

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            period=fields.choice("period", ["calendar_month"]),
            months=fields.whole("months", least=0, most=120),
            effect=fields.choice("effect", LATE_EFFECTS),
            where=fields.where(),
        )

    def sift(self, ledger: Ledger) -> None:
        too_late: dict[date, date | None] = {}
        for entry in ledger.unattested(self.where):
            if entry.excused:
                continue
            if entry.date not in too_late:
                days = _days_until_end_of_month(entry.date, self.months)
                too_late[entry.date] = runs_out(entry.date, days, ledger.book.facts.leaves)
            self._look_at(entry, too_late[entry.date], ledger)

    def _look_at(self, entry: Entry, too_late: date | None, ledger: Ledger) -> None:
        """`too_late` is the day after the last; None while the claimant's leave has no end."""
        if self.effect == "forfeit" and _reached(too_late, entry.submitted):
            ledger.refuse(entry, "too_late", self.id)
        elif _reached(too_late, entry.signed if entry.status == "signed" else ledger.book.day):
            ledger.flag(entry, "signed_late", self.id)
        elif too_late and entry.status != "signed":
            ledger.changes_on(too_late, entry)


def _reached(too_late: date | None, day: date | None) -> bool:
    return too_late is not None and day is not None and too_late <= day


def _days_until_end_of_month(day: date, months: int) -> int:
    """Days from `day` to the last day of the `months`-th month after its own."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return (date(year, month + 1, monthrange(year, month + 1)[1]) - day).days
