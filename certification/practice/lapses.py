"""What of a supervisor ends within the next two months: licences and agreements."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from certification.practice.models import SupervisionAgreement, SupervisorAuthority

SOON = timedelta(days=60)


@dataclass(frozen=True)
class Lapse:
    """`proof` or `agreement`, with its last day."""

    last_day: date
    today: date
    proof: SupervisorAuthority | None = None
    agreement: SupervisionAgreement | None = None

    @property
    def days(self) -> int:
        return (self.last_day - self.today).days


def lapses_ahead(supervisor, today: date) -> list[Lapse]:
    """The nearest first; a licence whose successor has been seen does not lapse."""
    found = [*_licences(supervisor, today), *_agreements(supervisor, today)]
    return sorted(found, key=lambda one: one.last_day)


def _licences(supervisor, today: date) -> list[Lapse]:
    lapsing = SupervisorAuthority.objects.lapsing(supervisor, today=today, within=SOON)
    entitled = SupervisorAuthority.objects.entitles
    after = timedelta(days=1)
    return [
        Lapse(proof.last_day, today, proof=proof)
        for proof in lapsing
        if not entitled(supervisor, proof.role, proof.last_day + after)
    ]


def _agreements(supervisor, today: date) -> list[Lapse]:
    theirs = SupervisionAgreement.objects.filter(Q(mentor=supervisor) | Q(clinician=supervisor))
    ending = theirs.in_force(today).filter(ends_on__lte=today + SOON).with_people()
    return [Lapse(one.ends_on, today, agreement=one) for one in ending]
