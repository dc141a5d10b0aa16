"""What the appellant does: appeal, once, in time."""

from datetime import datetime

from django.db import transaction

from certification.appeals.deadlines import event_to_appeal, last_day_of
from certification.appeals.models import Appeal
from certification.appeals.people import answerers_of
from certification.appeals.rules.appealing import may_appeal
from certification.credentials.models import Certificate
from certification.decisions.actions.steps import locked, take
from certification.decisions.models import Application, Decision
from certification.decisions.rules.states import State, Step
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date


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
    """Against the suspension or withdrawal that stands. The certificate shows as before meanwhile."""
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
    registrars = User.objects.holding(Role.REGISTRAR).exclude(pk=by.pk)
    for person in {*answerers_of(appeal, now), *registrars}:
        notify(
            person,
            "certification.appeal_arrived",
            key=str(appeal.public_id),
            url="/admin/certification/queue/",
            at=now,
        )
    return appeal
