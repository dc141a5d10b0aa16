"""The interns a person supervises, and where each stands."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from certification.practice.models import (
    Case,
    HoursEntry,
    LeaveOfAbsence,
    PeriodSignOff,
    SupervisionAgreement,
)
from certification.practice.models.hours import EntryState
from certification.practice.sheets import first_of_month

QUIET_AFTER = timedelta(days=21)
"""So long without an hour together is worth a look, unless the intern is away."""


@dataclass
class Supervised:
    """One intern of one supervisor. `contact` is the last hour they logged with this person."""

    intern: object
    agreement: SupervisionAgreement
    today: date
    cases: list[Case] = field(default_factory=list)
    this_month: int = 0
    waiting: int = 0
    returned: int = 0
    contested: int = 0
    away: bool = False
    contact: date | None = None
    last_signed: date | None = None

    @property
    def ended(self) -> bool:
        last = self.agreement.counts_until
        return last is not None and last < self.today

    @property
    def quiet(self) -> bool:
        """With a case open, and no hour together for three weeks."""
        begun = max(self.contact or date.min, self.agreement.counts_from or date.min)
        asked = bool(self.cases) and not self.ended and not self.away
        return asked and self.today - begun > QUIET_AFTER


def caseload_of(supervisor, today: date) -> list[Supervised]:
    """By name; one row an intern, with the newest of their agreements."""
    agreements = SupervisionAgreement.objects.supervised_by(supervisor).with_people()
    rows = {
        one.intern_id: Supervised(one.intern, one, today)
        for one in agreements.order_by("starts_on", "pk")
    }
    for case in Case.objects.visible_to(supervisor).filter(intern__in=rows).open():
        rows[case.intern_id].cases.append(case)
    _add_hours(rows, supervisor, first_of_month(today))
    for intern_id in (
        LeaveOfAbsence.objects.on(today).filter(person__in=rows).values_list("person", flat=True)
    ):
        rows[intern_id].away = True
    for intern_id, month in PeriodSignOff.objects.filter(
        supervisor=supervisor, intern__in=rows
    ).values_list("intern", "month"):
        rows[intern_id].last_signed = max(rows[intern_id].last_signed or month, month)
    return sorted(rows.values(), key=lambda row: (row.ended, str(row.intern)))


def _add_hours(rows: dict[int, Supervised], supervisor, month: date) -> None:
    entries = HoursEntry.objects.filter(supervisor=supervisor, intern__in=rows).standing()
    for intern_id, state, day, minutes in entries.exclude(state=EntryState.DRAFT).values_list(
        "intern", "state", "date", "minutes"
    ):
        row = rows[intern_id]
        row.contact = max(row.contact or day, day)
        row.this_month += minutes if first_of_month(day) == month else 0
        row.waiting += minutes if state == EntryState.SUBMITTED else 0
        row.returned += state == EntryState.RETURNED
        row.contested += state == EntryState.CONTESTED
