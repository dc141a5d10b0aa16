"""What of a certificate can be appealed, and until when."""

from datetime import date

from certification.appeals.models import Appeal
from certification.appeals.rules.appealing import last_day_to_appeal
from certification.complaints.certificates import by_a_sanction
from certification.credentials.holds import holds_on
from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.lifecycle import Standing
from certification.scheme.rules import read_scheme
from training_site.content.civil import civil_date


def event_to_appeal(certificate: Certificate) -> CertificateEvent | None:
    """The suspension or withdrawal that stands now, or the narrowing that this one came from.

    One that carries out a sanction is not here: the committee's finding is appealed, sanction and all.
    """
    if certificate.standing == Standing.SUSPENDED:
        return _suspension(certificate)
    if certificate.standing == Standing.WITHDRAWN:
        event = certificate.events.filter(kind=EventKind.WITHDRAWN).last()
    elif certificate.standing == Standing.ACTIVE and certificate.replacement:
        events = certificate.replacement.certificate.events
        event = events.filter(kind=EventKind.NARROWED).last()
    else:
        return None
    return None if event is None or by_a_sanction(event) else event


def _suspension(certificate: Certificate) -> CertificateEvent | None:
    """Of several reasons the newest that was not appealed yet, as it was decided: a certificate that
    took the place of a suspended one begins no new time to appeal."""
    held = [one.event for one in reversed(holds_on(certificate)) if not by_a_sanction(one.event)]
    appealed = set(Appeal.objects.filter(event__in=held).values_list("event", flat=True))
    fresh = [one for one in held if one.pk not in appealed]
    return next(iter(fresh or held), None)


def last_day_of(certificate: Certificate, event: CertificateEvent) -> date:
    """By the scheme version that the certificate was issued under, in the association's zone."""
    days = read_scheme(certificate.scheme_version.text).decision.appeal_days
    return last_day_to_appeal(civil_date(event.at), days)
