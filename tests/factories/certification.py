"""Supervised practice for tests: states reached by the actions of the site."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings

from certification.practice import actions
from certification.practice.claims import Claim
from certification.practice.models import (
    Case,
    HoursEntry,
    IncidentReport,
    IntensivePlan,
    JurisdictionPolicy,
    SupervisionAgreement,
)
from certification.practice.sheets import sheet_of
from certification.scheme.actions import load_scheme
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.identity import record_identity_seen
from training_site.accounts.roles import Role
from training_site.content.actions import attest
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion

SPRING = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
PLACE = "England"
SCHEME = (
    Path(settings.BASE_DIR)
    / "training_site/curriculum/schemes/certified-surrogate-partner-0.9.yaml"
)


def a_policy(policy: str, *, number: str = "1", effective: date = date(2026, 1, 1)):
    version, _created = PolicyVersion.objects.get_or_create(
        policy=policy,
        number=number,
        defaults={
            "title": policy.replace("-", " ").capitalize(),
            "body": "<p>What it says.</p>",
            "effective_from": effective,
        },
    )
    return version


def an_open_place(place: str = PLACE, *, by):
    existing = JurisdictionPolicy.objects.filter(place=place).first()
    return existing or actions.decide_place(
        place, status="allowed", effective_from=date(2026, 1, 1), by=by, now=SPRING
    )


def a_supervisor(role: str, *, until: date = date(2099, 12, 31), by=None, **fields):
    """Somebody whose licence staff have seen."""
    person = a_person(Role(role), **fields)
    actions.verify_supervisor(
        person,
        role=role,
        licence_number="LIC-12345",
        issuer="Register of practitioners",
        valid_from=date(2025, 1, 1),
        valid_until=until,
        seen_on=SPRING.date(),
        by=by or a_registrar(),
        now=SPRING,
    )
    return person


def a_mentor(**fields):
    return a_supervisor("mentor", **fields)


def a_clinician(**fields):
    return a_supervisor("clinician", **fields)


def an_admitted_intern(*, by=None, **fields):
    """Identity seen, both policies signed, place allowed, admitted on 1 April 2026."""
    registrar = by or a_registrar()
    intern = a_person(Role.TRAINEE, **fields)
    record_identity_seen(intern, seen_on=SPRING.date(), by=registrar, now=SPRING)
    for policy in ("jurisdiction-notice", "confidentiality-contract"):
        attest(intern, a_policy(policy), typed_name=intern.name, now=SPRING)
    an_open_place(by=registrar)
    actions.admit_to_internship(intern, place=PLACE, by=registrar, now=SPRING)
    return intern


def an_agreement(intern=None, *, mentor=None, clinician=None, now=SPRING) -> SupervisionAgreement:
    """Approved on the day of `now`."""
    intern = intern or an_admitted_intern()
    mentor, clinician = mentor or a_mentor(), clinician or a_clinician()
    agreement = a_draft_agreement(intern, mentor=mentor, clinician=clinician, now=now)
    for person in (mentor, clinician):
        actions.agree(agreement, typed_name=person.name, by=person, now=now)
    return actions.approve_agreement(agreement, by=a_registrar(), now=now)


def a_draft_agreement(intern, *, mentor, clinician, now=SPRING) -> SupervisionAgreement:
    return actions.draft_agreement(
        intern,
        mentor=mentor,
        clinician=clinician,
        starts_on=now.date(),
        typed_name=intern.name,
        by=intern,
        now=now,
    )


def a_case(agreement: SupervisionAgreement, *, opened_on: date | None = None, now=SPRING) -> Case:
    return actions.open_case(
        agreement.intern,
        agreement=agreement,
        opened_on=opened_on or SPRING.date(),
        by=agreement.intern,
        now=now,
    )


def a_closed_case(agreement: SupervisionAgreement, *, on: date, now: datetime) -> Case:
    """As planned, every step attested: opened in spring, its closure meeting on its last day."""
    case, intern = a_case(agreement), agreement.intern
    steps = {"opening_meeting": case.opened_on, "consents": case.opened_on, "closure_meeting": on}
    for kind, day in steps.items():
        actions.attest_step(case, kind=kind, on=day, by=intern, now=now)
    return actions.close_case(case, closure="planned", closed_on=on, by=intern, now=now)


def a_plan(case: Case, now: datetime) -> IntensivePlan:
    """A week of sessions from tomorrow on, not answered yet."""
    first = civil_date(now) + timedelta(days=1)
    return actions.propose_intensive(
        case, starts_on=first, ends_on=first + timedelta(days=6), by=case.intern, now=now
    )


def an_incident_report(case: Case, now: datetime) -> IncidentReport:
    return actions.report_incident(
        case.intern,
        kind="consent",
        on=civil_date(now),
        what_happened="A canary.",
        case=case,
        by=case.intern,
        now=now,
    )


def a_claim(**changes) -> Claim:
    """Ninety minutes of individual mentor supervision on 2 November 2026, unless said otherwise."""
    values = {
        "category": "mentor_individual",
        "date": date(2026, 11, 2),
        "start": time(10, 0),
        "minutes": 90,
        "modality": "in_person",
        "zone": "Europe/London",
    }
    return Claim(**(values | changes))


def an_entry(agreement: SupervisionAgreement, *, now: datetime, **changes) -> HoursEntry:
    """A draft."""
    return actions.log_hours(agreement.intern, a_claim(**changes), by=agreement.intern, now=now)


def a_submitted_entry(agreement, *, now: datetime, **changes) -> HoursEntry:
    entry = an_entry(agreement, now=now, **changes)
    return actions.submit(entry, by=agreement.intern, now=now)


def a_signed_month(supervisor, intern, month: date, *, now: datetime):
    """Whatever waits for this supervisor in that month, signed as it stands."""
    a_policy("signature-statement")
    sheet = sheet_of(supervisor, intern, month, today=civil_date(now))
    return actions.sign_month(
        supervisor,
        intern,
        month,
        shown_hash=sheet.hash,
        typed_name=supervisor.name,
        by=supervisor,
        now=now,
    )


def a_signed_entry(agreement, *, now: datetime, **changes) -> HoursEntry:
    entry = a_submitted_entry(agreement, now=now, **changes)
    a_signed_month(entry.supervisor, entry.intern, entry.month, now=now)
    entry.refresh_from_db()
    return entry


def the_scheme():
    """Version 0.9 as it comes with the curriculum, in force."""
    version, _done = load_scheme(SCHEME.read_text(encoding="utf-8"), by=None, now=SPRING)
    return version
