"""What deciding may ask of certificates (see certification.decisions.questions)."""

from copy import copy
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from certification.credentials.documents.pdf import certificate_pdf, check_name
from certification.credentials.documents.snapshot import CertificateSnapshot
from certification.credentials.models import CertificateTemplate, RecordedCertification
from certification.credentials.questions import kept_from_working
from certification.credentials.rules.numbers import NO_NUMBER
from certification.credentials.rules.validity import last_day
from certification.credentials.snapshots import dressed, of_decision, of_record
from certification.decisions.evidence import terms_of
from certification.decisions.models import Application, Decision
from certification.decisions.rules.applying import LONGEST_NAME
from training_site.accounts.models import User
from training_site.content.civil import civil_date
from training_site.content.typesetting import GlyphMissing, TooLong
from training_site.verdict import YES, Verdict, no


def may_print(name: str) -> Verdict:
    """Every character has a glyph, and the whole of it fits."""
    if not name:
        return no("name_empty")
    if len(name) > LONGEST_NAME:
        return no("name_does_not_fit")
    try:
        check_name(name)
    except GlyphMissing as missing:
        return no("name_has_no_glyph", characters=missing.characters)
    except TooLong:
        return no("name_does_not_fit")
    return YES


def may_print_scope(snapshot: CertificateSnapshot, scope: str) -> Verdict:
    """Whether the page can carry this scope beside what else is on it, as it would be printed now."""
    return _printed(replace(snapshot, scope=scope), "scope_has_no_glyph", "scope_does_not_fit")


def may_certify(application: Application, by: User, now: datetime) -> Verdict:
    """Whether a grant by this person can stand and be printed: names, title, scope and template.

    A grant whose certificate cannot be made would be found by a job, when it is too late to ask.
    """
    if kept_from_working(application.applicant):
        return no("grant_waits_for_measure")
    promised = Decision(application=application, decision_maker=by)
    today = civil_date(now)
    page = of_decision(
        promised,
        public_id=UUID(int=0),
        number=NO_NUMBER,
        issued_on=today,
        valid_until=last_day(today, terms_of(application).valid_years),
    )
    return _printed(page)


def may_certify_record(record: RecordedCertification, by: User) -> Verdict:
    """The same for a certification that was granted elsewhere and is approved by this person."""
    if kept_from_working(record.holder):
        return no("grant_waits_for_measure")
    approved = copy(record)
    approved.approved_by = by
    return _printed(of_record(approved, public_id=UUID(int=0), number=NO_NUMBER))


def _printed(
    snapshot: CertificateSnapshot,
    no_glyph: str = "page_has_no_glyph",
    too_long: str = "page_does_not_fit",
) -> Verdict:
    """The whole page set once, as it would be now, and thrown away."""
    template = CertificateTemplate.objects.in_use()
    logo = bytes(template.logo or b"") if template else b""
    try:
        certificate_pdf(dressed(snapshot, template), logo=logo)
    except GlyphMissing as missing:
        return no(no_glyph, characters=missing.characters)
    except TooLong:
        return no(too_long)
    return YES


def holds_certificate(person, now: datetime) -> bool:
    from certification.credentials.models import Certificate

    return Certificate.objects.held_by(person, civil_date(now))
