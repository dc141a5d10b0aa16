"""The log of practice: every line somebody has claimed, who signed it, and what of it counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby

from certification.practice.adding import minutes_of
from certification.practice.models import HoursEntry, OpeningBalance, PeriodSignOff
from certification.practice.models.hours import Category, EntryState
from certification.scheme.evaluations import evaluation_for
from certification.scheme.limits_in_words import limits_of
from certification.scheme.models import SchemeVersion
from certification.scheme.rules import read_scheme
from certification.scheme.standing import Standing, standing_of
from training_site.content.civil import civil_date


@dataclass(frozen=True)
class LogLine:
    """One entry as it stands; `counts` is None before there is a scheme, or where it asks for none."""

    entry: HoursEntry
    standing: Standing
    counts: int | None
    signoff: PeriodSignOff | None


@dataclass(frozen=True)
class LogTotal:
    """Minutes of one category: what was handed in, what of it is signed, what counts."""

    label: str
    logged: int
    signed: int
    counts: int


@dataclass(frozen=True)
class Log:
    """One person's practice between two months, both included; drafts are nobody's claim yet."""

    person: object
    first: date | None
    last: date | None
    as_of: date
    version: SchemeVersion | None
    lines: Sequence[LogLine]
    brought: Sequence[OpeningBalance]
    signoffs: Sequence[PeriodSignOff]

    @property
    def minutes(self) -> int:
        return minutes_of(line.entry for line in self.lines)

    @property
    def months(self) -> list[tuple[date, list[LogLine]]]:
        return [
            (month, list(lines))
            for month, lines in groupby(self.lines, lambda one: one.entry.month)
        ]

    @cached_property
    def totals(self) -> list[LogTotal]:
        """By category, in the order of the form; a correction that waits is listed and not added up."""
        found = {category: _total(category, self.lines) for category in Category}
        return [total for total in found.values() if total.logged]


def log_of(person, now: datetime, *, first: date | None = None, last: date | None = None) -> Log:
    """`first` and `last` are months by their first day; None: from the beginning, to the end."""
    evaluation = evaluation_for(person, now)
    result = evaluation.result if evaluation else None
    limits = limits_of(read_scheme(evaluation.version.text)) if evaluation else {}
    entries = [entry for entry in _claimed(person) if _within(entry.month, first, last)]
    signoffs = PeriodSignOff.objects.of(person).select_related("supervisor").order_by("signed_at")
    return Log(
        person=person,
        first=first,
        last=last,
        as_of=civil_date(now),
        version=evaluation.version if evaluation else None,
        lines=[
            LogLine(entry, standing_of(entry, result, limits), _counts(entry, result), _by(entry))
            for entry in entries
        ],
        brought=list(OpeningBalance.objects.of(person).attested()),
        signoffs=[one for one in signoffs if _within(one.month, first, last)],
    )


def _claimed(person):
    """Standing entries that were handed in, oldest first, without their notes."""
    entries = HoursEntry.objects.of(person).standing().exclude(state=EntryState.DRAFT).in_order()
    shown = entries.select_related("case", "supervisor", "corrects", "signature__signoff")
    return shown.defer("note", "returned_comment", "signature__signoff__snapshot")


def _within(month: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= month) and (last is None or month <= last)


def _counts(entry: HoursEntry, result: dict | None) -> int | None:
    """What counts once signed is nothing as long as it waits."""
    found = result["entries"].get(str(entry.public_id)) if result else None
    if found is None:
        return None
    return found["minutes"] if entry.state == EntryState.SIGNED else 0


def _by(entry: HoursEntry) -> PeriodSignOff | None:
    return entry.signature.signoff if entry.state == EntryState.SIGNED else None


def _total(category: Category, lines: Sequence[LogLine]) -> LogTotal:
    mine = [line for line in lines if line.entry.category == category]
    signed = [line for line in mine if line.entry.state == EntryState.SIGNED]
    return LogTotal(
        category.label,
        logged=minutes_of(line.entry for line in mine),
        signed=sum(line.entry.minutes for line in signed),
        counts=sum(line.counts or 0 for line in mine),
    )
