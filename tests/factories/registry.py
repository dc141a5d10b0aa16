"""Listings, requests to be kept out of sight and letters for tests, by the site's own actions."""

from datetime import datetime, timedelta

from django.utils import timezone

from certification.complaints.models import Complaint, InterimMeasure
from certification.complaints.models.complaints import MeasureKind
from certification.credentials.models import Certificate
from certification.registry import actions
from certification.registry.models import ContactMessage, RegistryListing, SuppressionRequest
from certification.registry.rules.listing import Level, chosen
from certification.registry.rules.suppressing import Step
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import a_certificate_showing
from training_site.accounts.roles import Role

DANGER = "Somebody whom I once worked with waits outside my house; the police know of it."
SENDER = "Dr Petra Hollmann, psychotherapist"
REPLY_TO = "practice@example.org"
TEXT = "I look for somebody to form a team with. Could we speak for half an hour?"
LETTER = {"sender": SENDER, "reply_to": REPLY_TO, "text": TEXT, "trapped": False}


def a_listing(
    level: Level = Level.LISTED, *, certificate: Certificate | None = None, name_shown: bool = True
) -> RegistryListing:
    """Rosa Delgado's, chosen by herself just now."""
    certificate = certificate or a_certificate_showing()
    choice = chosen(level, name_shown=name_shown, region="North")
    return actions.choose_listing(
        certificate, **choice._asdict(), by=certificate.holder, now=timezone.now()
    )


def a_suppression(certificate: Certificate | None = None, *, now: datetime | None = None):
    """Asked for, and so in force."""
    certificate = certificate or a_listing().certificate
    return actions.ask_suppression(certificate.holder, reason=DANGER, now=now or timezone.now())


def an_approved_suppression(request: SuppressionRequest | None = None, *, days: int = 90, by=None):
    now = timezone.now()
    return actions.answer_suppression(
        request or a_suppression(),
        Step.APPROVE,
        review_on=now.date() + timedelta(days=days),
        by=by or a_registrar(),
        now=now,
    )


def a_letter(listing: RegistryListing | None = None, *, now: datetime | None = None, **said):
    listing = listing or a_listing(Level.LETTERS)
    return actions.hand_in_letter(listing.letterbox, **LETTER | said, now=now or timezone.now())


def a_reported_letter(listing: RegistryListing | None = None) -> ContactMessage:
    letter = a_letter(listing)
    actions.report_letter(letter, by=letter.recipient, now=timezone.now())
    letter.refresh_from_db()
    return letter


def an_unlisting_measure(person) -> InterimMeasure:
    """Not shown in the registry while a complaint is looked into."""
    officer, now = a_person(Role.COMPLAINTS_OFFICER), timezone.now()
    complaint = Complaint.objects.create(
        respondent=person,
        allegation="A worry.",
        received_on=now.date(),
        opened_by=officer,
        opened_at=now,
        answer_by=now.date(),
    )
    return InterimMeasure.objects.create(
        complaint=complaint,
        kind=MeasureKind.UNLISTED,
        reason="While it is looked into.",
        review_on=now.date() + timedelta(days=30),
        by=officer,
        at=now,
    )
