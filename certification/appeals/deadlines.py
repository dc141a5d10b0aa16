"""What of a certificate can be appealed, and until when."""

from datetime import date

from certification.appeals.rules.appealing import last_day_to_appeal
from certification.credentials.models import Certificate, CertificateEvent
from certification.scheme.rules import read_scheme
from training_site.content.civil import civil_date

APPEALABLE = ("suspended", "withdrawn")


def event_to_appeal(certificate: Certificate) -> CertificateEvent | None:
    """The suspension or withdrawal that stands now; None where neither does."""
    if certificate.standing not in APPEALABLE:
        return None
    return certificate.events.filter(kind=certificate.standing).last()


def last_day_of(certificate: Certificate, event: CertificateEvent) -> date:
    """By the scheme version that the certificate was issued under, in the association's zone."""
    days = read_scheme(certificate.scheme_version.text).decision.appeal_days
    return last_day_to_appeal(civil_date(event.at), days)
