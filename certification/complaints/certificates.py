"""The certificates that measures and sanctions act on: each one of the respondent that counts.

A person may be certified by several schemes, and what is found or feared concerns all of them. One
act writes one event for each, in one moment by one person; its row names the first of them.
"""

from collections.abc import Iterable

from django.db.models import Q

from certification.complaints.models import InterimMeasure, Sanction
from certification.complaints.models.complaints import MeasureKind
from certification.complaints.models.findings import SanctionKind
from certification.credentials.history import begins
from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.rules.lifecycle import HELD, Standing
from training_site.accounts.models import User


def certificates_of(person: User) -> list[Certificate]:
    """Those that stand or are suspended, one for each certification; none: nothing to act on."""
    return list(Certificate.objects.of(person).filter(standing__in=HELD))


def suspended_by(measure: InterimMeasure) -> list[Certificate]:
    """The certificates that are suspended because of this measure, replaced meanwhile or not."""
    lines = {one.certificate.origin.pk: one.certificate for one in events_of(measure)}
    current = (Certificate.objects.current_of(one) for one in lines.values())
    return [one for one in current if one and one.standing == Standing.SUSPENDED]


def events_of(act: InterimMeasure | Sanction) -> list[CertificateEvent]:
    """Everything that this act did to certificates."""
    if act.event is None:
        return []
    one = act.event
    beside = Q(
        kind=one.kind, at=one.at, by=one.by_id, certificate__holder=one.certificate.holder_id
    )
    events = CertificateEvent.objects.filter(beside).select_related("certificate__first")
    return list(events.filter(Q(pk=one.pk) | Q(interim_measure=None, sanction=None)))


def suspending_acts(holder: int) -> Iterable[InterimMeasure | Sanction]:
    """Everything by which complaints ever suspended certificates of this person."""
    measures = InterimMeasure.objects.filter(
        complaint__respondent=holder, kind=MeasureKind.SUSPENSION, event__isnull=False
    )
    sanctions = Sanction.objects.filter(
        finding__respondent=holder, kind=SanctionKind.SUSPENSION, event__isnull=False
    )
    yield from measures.select_related("event__certificate")
    yield from sanctions.select_related("event__certificate")


def measure_behind(event: CertificateEvent) -> InterimMeasure | None:
    """The measure by which this certificate, or the one it took the place of, was suspended."""
    holder = event.certificate.holder_id
    behind = {
        one.pk: act
        for act in suspending_acts(holder)
        if isinstance(act, InterimMeasure)
        for one in events_of(act)
    }
    if event.pk in behind or not begins(event):
        return behind.get(event.pk)
    said = CertificateEvent.objects.filter(
        pk__in=behind, reason=event.reason, by=event.by_id, at__lt=event.at
    )
    before = said.filter(certificate__in=Certificate.objects.line_of(event.certificate)).last()
    return behind[before.pk] if before else None


def by_a_sanction(event: CertificateEvent) -> bool:
    """Whether it carries out what a committee decided, here or on another certificate at once."""
    same = Q(event__kind=event.kind, event__at=event.at, event__by=event.by_id)
    carried = Sanction.objects.filter(same, finding__respondent=event.certificate.holder_id)
    return hasattr(event, "sanction") or (
        not hasattr(event, "interim_measure") and carried.exists()
    )


def newest_event(certificate: Certificate, kind: str) -> CertificateEvent:
    return certificate.events.filter(kind=kind).latest("at", "pk")
