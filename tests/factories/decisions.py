"""Applications, decisions and certificates for tests: a small scheme, reached by the site's actions."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from certification.credentials import actions as credential_actions
from certification.credentials.models import Certificate
from certification.decisions import actions
from certification.decisions.models import Application, Decision
from certification.decisions.rules.applying import DECLARATIONS
from certification.decisions.rules.conditions import Asked
from certification.scheme.actions import load_scheme
from certification.scheme.models import SchemeVersion
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import a_policy
from training_site.accounts.roles import Role
from training_site.content.actions import attest
from training_site.jobs.outbox import drain

MONTHS = timedelta(days=60)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
WITHHELD = "The committee found that the code was breached."
REASONS = "The record shows each requirement met, on evidence that I have read."
SMALL_SCHEME = """
scheme: small-scheme
version: "0.1"
title: Certified Surrogate Partner
requirements:
  - id: code
    rule: attestation_current
    policy: code-of-ethics
    max_age_months: 12
    title: Code of ethics signed
decision: {reviews: REVIEWS, appeal_days: 30, valid_years: 3, grace_days: 90}
"""


def a_small_scheme(*, reviews: int = 2) -> SchemeVersion:
    """One requirement, the code of ethics signed, so that a test can meet it or not."""
    existing = SchemeVersion.objects.effective()
    if existing:
        return existing
    text = SMALL_SCHEME.replace("REVIEWS", str(reviews))
    version, _done = load_scheme(text, by=None, now=NOW - timedelta(days=300))
    return version


def an_applicant(*, met: bool = True, **fields):
    """An intern who has signed the code of ethics, the one thing that the small scheme asks for."""
    a_small_scheme()
    applicant = a_person(Role.INTERN, **fields)
    if met:
        signing = NOW - timedelta(days=30)
        attest(applicant, a_policy("code-of-ethics"), typed_name=applicant.name, now=signing)
    return applicant


def a_reviewer(*, registered: bool = True, **fields):
    person = a_person(Role.REVIEWER, **fields)
    if registered:
        register(person)
    return person


def register(person, *, active_from: date = date(2026, 1, 1)):
    return actions.register_reviewer(
        person,
        competence="Fifteen years of clinical work",
        confidentiality_on=date(2026, 1, 1),
        active_from=active_from,
        by=a_registrar(),
        now=NOW - timedelta(days=200),
    )


def a_decider(**fields):
    return a_person(Role.DECISION_MAKER, **fields)


def a_submitted_application(applicant=None, *, now: datetime = NOW) -> Application:
    applicant = applicant or an_applicant()
    application = actions.start_application(applicant, by=applicant, now=now)
    return actions.submit_application(application, declarations=DECLARATIONS, by=applicant, now=now)


def an_application_in_review(applicant=None, *, reviewers: int = 2, now: datetime = NOW):
    """Complete, with as many registered reviewers assigned as the scheme asks for."""
    application = a_submitted_application(applicant, now=now)
    people = [a_reviewer() for _ in range(reviewers)]
    registrar = a_registrar()
    application = actions.check_completeness(application, complete=True, by=registrar, now=now)
    actions.assign_reviewers(application, people=people, by=registrar, now=now)
    return application


def a_review(application: Application, reviewer, *, recommendation: str = "grant", now=NOW):
    return actions.submit_review(
        application, recommendation=recommendation, reasons=REASONS, by=reviewer, now=now
    )


def reviewers_of(application: Application) -> list:
    assignments = application.assignments.active().select_related("reviewer")
    return [assignment.reviewer for assignment in assignments]


def a_recommended_application(applicant=None, *, now: datetime = NOW) -> Application:
    application = an_application_in_review(applicant, now=now)
    for reviewer in reviewers_of(application):
        a_review(application, reviewer, now=now)
    application.refresh_from_db()
    return application


def a_decision(
    application: Application | None = None,
    *,
    outcome: str = "grant",
    conditions=None,
    by=None,
    now: datetime = NOW,
) -> Decision:
    """By a decision-maker of its own; a deferral asks for one thing unless the test says what."""
    late = Asked("add_evidence", "Add the letter of the second clinician.", now.date() + MONTHS)
    asked = {"grant": [], "defer": [late], "refuse": []}
    reasons = {
        "grant": ["requirements_met"],
        "defer": ["evidence_to_complete"],
        "refuse": ["requirement_not_met"],
    }
    return actions.decide(
        application or a_recommended_application(now=now),
        outcome=outcome,
        reasons=reasons[outcome],
        text=REASONS,
        conditions=conditions if conditions is not None else asked[outcome],
        by=by or a_decider(),
        now=now,
    )


def a_condition(*, days: int = 60, shown_by: str = "") -> Asked:
    """Something to be done within so many days of NOW."""
    due_on = (NOW + timedelta(days=days)).date()
    return Asked("add_evidence", "Add the letter of the second clinician.", due_on, shown_by)


def a_certificate(applicant=None, *, now: datetime = NOW) -> Certificate:
    """The whole way: applied, reviewed, granted, issued by the job."""
    decision = a_decision(a_recommended_application(applicant, now=now), now=now)
    drain()
    return Certificate.objects.get(decision=decision)


def a_quick_certificate(holder=None, **more) -> Certificate:
    """One that was granted earlier and recorded here: the short way for tests of what follows."""
    return credential_actions.issue_recorded(a_record(holder, **more).pk, now=NOW)


def a_record(
    holder=None,
    *,
    granted_on: date = date(2026, 1, 1),
    years: int = 3,
    registrar=None,
    decider=None,
):
    """By people of its own, or by those who are given: each decision-maker is told of each record."""
    holder = holder or a_person(Role.CERTIFICANT)
    now = max(NOW, datetime.combine(granted_on, time(12), tzinfo=UTC))
    record = credential_actions.record_certification(
        holder,
        scheme_version=a_small_scheme(),
        evidence="Paper certificate of the association, seen by the registrar",
        granted_on=granted_on,
        valid_until=granted_on.replace(year=granted_on.year + years) - timedelta(days=1),
        by=registrar or a_registrar(),
        now=now,
    )
    return credential_actions.approve_recorded(record, by=decider or a_decider(), now=now)


def a_certificate_showing(state: str = "valid") -> Certificate:
    """Rosa Delgado's, in this public state today: by its dates, or by what was done to it."""
    today = timezone.now().date()
    starts = {"renewal_due": today - timedelta(days=395), "expired": today - timedelta(days=730)}
    certificate = a_quick_certificate(
        a_person(name="Rosa Delgado"),
        granted_on=starts.get(state, today - timedelta(days=120)),
        years=1,
    )
    changes = {"suspended": credential_actions.suspend, "withdrawn": credential_actions.withdraw}
    standings = {"not_held": "resigned", "replaced": "superseded", "not_found": "rotated"}
    if state in changes:
        changes[state](certificate, reason=WITHHELD, by=a_decider(), now=timezone.now())
    elif state in standings:
        Certificate.objects.filter(pk=certificate.pk).update(standing=standings[state])
    return certificate
