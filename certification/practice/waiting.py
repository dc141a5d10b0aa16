"""Which months wait for whom, since when, and by when each is to be signed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from certification.practice.models import HoursEntry
from certification.practice.questions import not_signing
from certification.practice.rules.deadlines import is_overdue, sign_by
from training_site.content.civil import association_zone, civil_date


@dataclass
class WaitingMonth:
    """One intern's month before one signer. `since` is when its oldest line was handed in.

    `stopped`: this signer signs nothing for now, so the registrar has it at once.
    """

    intern: object
    supervisor: object
    month: date
    entries: int
    minutes: int
    since: datetime
    sign_by: date
    today: date
    stopped: bool = False

    @property
    def with_registrar(self) -> bool:
        return self.overdue or self.stopped

    @property
    def overdue(self) -> bool:
        return is_overdue(self.sign_by, self.today)

    @property
    def goes_on(self) -> date:
        """The day from which the registrar has it, too."""
        return self.sign_by + timedelta(days=1)

    @property
    def days(self) -> int:
        """How long its oldest line has waited."""
        return (self.today - civil_date(self.since)).days

    @property
    def days_over(self) -> int:
        return (self.today - self.sign_by).days


def months_waiting(supervisor, today: date) -> list[WaitingMonth]:
    """The queue of one signer, oldest month first."""
    return _months(HoursEntry.objects.waiting_for(supervisor), today)


def months_of_waiting(intern, today: date) -> list[WaitingMonth]:
    """One intern's months that somebody has still to sign."""
    return _months(HoursEntry.objects.of(intern).waiting(), today)


def missing_signatures(today: date) -> list[WaitingMonth]:
    """Months that nobody signed in time or can sign now; the oldest deadline first."""
    waiting = _months(HoursEntry.objects.waiting(), today)
    return sorted((one for one in waiting if one.with_registrar), key=lambda one: one.sign_by)


def all_waiting(today: date) -> list[WaitingMonth]:
    return _months(HoursEntry.objects.waiting(), today)


def sign_by_of(entry: HoursEntry, zone=None) -> date:
    """The last day for signing this entry, in the association's zone."""
    return sign_by(entry.month, civil_date(entry.submitted_at, zone))


def _months(entries: Iterable[HoursEntry], today: date) -> list[WaitingMonth]:
    """A month is due when the first of its lines is."""
    zone, stopped = association_zone(), not_signing()
    rows: dict[tuple, WaitingMonth] = {}
    lines = entries.select_related("intern", "supervisor").defer("note", "returned_comment")
    for entry in lines.in_order():
        key = entry.month, entry.intern_id, entry.supervisor_id
        due = sign_by_of(entry, zone)
        row = rows.get(key)
        if row is None:
            row = rows[key] = WaitingMonth(
                intern=entry.intern,
                supervisor=entry.supervisor,
                month=entry.month,
                entries=0,
                minutes=0,
                since=entry.submitted_at,
                sign_by=due,
                today=today,
                stopped=entry.supervisor_id in stopped,
            )
        row.entries += 1
        row.minutes += entry.minutes
        row.since, row.sign_by = min(row.since, entry.submitted_at), min(row.sign_by, due)
    return list(rows.values())
