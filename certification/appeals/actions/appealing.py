"""What the appellant does: appeal, once, in time."""

from datetime import datetime

from django.db import transaction

from certification.appeals.deadlines import event_to_appeal, last_day_of
from certification.appeals.models import Appeal
from certification.appeals.people import answerers_of
from certification.appeals.rules.appealing import may_appeal
from certification.complaints.models import ComplaintFinding
from certification.complaints.models.committee import Finding
from certification.credentials.models import Certificate
from certification.decisions.actions.steps import locked, take
from certification.decisions.models import Application, Decision
from certification.decisions.rules.states import State, Step
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalOutcome, RenewalState
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date

QUEUE = "/admin/certification/queue/"
PEOPLE = "/admin/people/"


@transaction.atomic
def appeal_decision(decision: Decision, *, reasons: str, by: User, now: datetime) -> Appeal:
    """Against a refusal or a deferral. The application waits as appealed until it is answered.

    A draft begun since goes, as one application is open at a time; it was seen by nobody else.
    """
    User.objects.select_for_update().get(pk=by.pk)
    application = locked(decision.application)
    others = Application.objects.open().filter(applicant=by).exclude(pk=application.pk)
    may_appeal(
        is_own=decision.applicant_id == by.pk,
        appealable=decision.outcome != "grant" and application.round == decision.round,
        appealed=Appeal.objects.filter(decision=decision).exists(),
        applied_again=others.exclude(state=State.DRAFT).exists(),
        today=civil_date(now),
        last_day=decision.appeal_until,
        reasons=reasons,
    ).require()
    others.delete()
    take(application, Step.APPEAL, now)
    return _write(reasons, by, now, decision=decision)


@transaction.atomic
def appeal_standing(certificate: Certificate, *, reasons: str, by: User, now: datetime) -> Appeal:
    """Against the suspension or withdrawal that stands, or against a narrower scope.

    The certificate shows as before meanwhile.
    """
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    event = event_to_appeal(row)
    may_appeal(
        is_own=row.holder_id == by.pk,
        appealable=event is not None,
        appealed=event is not None and Appeal.objects.filter(event=event).exists(),
        applied_again=False,
        today=civil_date(now),
        last_day=last_day_of(row, event) if event else civil_date(now),
        reasons=reasons,
    ).require()
    return _write(reasons, by, now, event=event)


@transaction.atomic
def appeal_renewal(renewal: Renewal, *, reasons: str, by: User, now: datetime) -> Appeal:
    """Against a renewal that was refused. The certificate runs by its dates meanwhile."""
    row = Renewal.objects.select_for_update().get(pk=renewal.pk)
    later = Renewal.objects.filter(
        certificate=row.certificate_id, submitted_at__gt=row.submitted_at
    )
    may_appeal(
        is_own=row.certificant_id == by.pk,
        appealable=row.outcome == RenewalOutcome.REFUSE,
        appealed=Appeal.objects.filter(renewal=row).exists(),
        applied_again=later.exclude(state=RenewalState.TAKEN_BACK).exists(),
        today=civil_date(now),
        last_day=row.appeal_until or civil_date(now),
        reasons=reasons,
    ).require()
    return _write(reasons, by, now, renewal=row)


@transaction.atomic
def appeal_finding(finding: ComplaintFinding, *, reasons: str, by: User, now: datetime) -> Appeal:
    """Against what a committee found of one, and with it against what follows from it."""
    row = ComplaintFinding.objects.select_for_update().get(pk=finding.pk)
    may_appeal(
        is_own=row.respondent_id == by.pk,
        appealable=row.finding != Finding.NOT and row.set_aside_at is None,
        appealed=Appeal.objects.filter(finding=row).exists(),
        applied_again=False,
        today=civil_date(now),
        last_day=row.appeal_until,
        reasons=reasons,
    ).require()
    return _write(reasons, by, now, finding=row)


def _write(reasons: str, by: User, now: datetime, **against) -> Appeal:
    appeal = Appeal.objects.create(appellant=by, reasons=reasons.strip(), made_at=now, **against)
    audit.record(
        "certification.appeal.made",
        actor=by,
        target=appeal,
        subject=by,
        at=now,
        text=reasons.strip(),
    )
    _tell(appeal, now)
    return appeal


def _tell(appeal: Appeal, now: datetime) -> None:
    """Whoever can answer it and the registrars who reach it; administrators where nobody can, for
    they bring in another decision-maker. Of an application a registrar does that."""
    able, nobody = answerers_of(appeal, now), "certification.appeal_needs_somebody"
    for person in {*able, *_registrars(appeal)}:
        _notify(person, "certification.appeal_arrived", appeal, QUEUE, now)
    if not able and not appeal.decision_id:
        others = User.objects.holding(Role.ADMINISTRATOR).exclude(pk=appeal.appellant_id)
        for person in others:
            _notify(person, nobody, appeal, PEOPLE, now)


def _registrars(appeal: Appeal) -> list[User]:
    """Not those who have had a part in it: the queue would show them nothing."""
    return [
        person
        for person in User.objects.holding(Role.REGISTRAR)
        if Appeal.objects.visible_to(person).filter(pk=appeal.pk).exists()
    ]


def _notify(person: User, event: str, appeal: Appeal, url: str, now: datetime) -> None:
    notify(person, event, key=str(appeal.public_id), url=url, at=now)
