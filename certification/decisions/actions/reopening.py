"""Another round of an application: its conditions are met, or an appeal set its decision aside."""

from datetime import datetime

from certification.decisions.actions.asking import ask_for_decision
from certification.decisions.actions.checking import note_changed_evidence
from certification.decisions.actions.steps import locked, take
from certification.decisions.evidence import evidence_of
from certification.decisions.models import (
    Application,
    Condition,
    Decision,
    OutsideInvitation,
    SetAside,
)
from certification.decisions.models.conditions import Saying
from certification.decisions.models.decisions import Outcome
from certification.decisions.rules.states import State, Step
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role


def reopen_when_met(decision: Decision, *, by: User, now: datetime) -> bool:
    """A deferral all of whose conditions are met goes back to the deciders; where the record has
    changed since, its reviewers are asked first. It waits while an appeal is being answered."""
    application = locked(decision.application)
    asked = Condition.objects.filter(decision=decision)
    unmet = asked.exclude(events__what=Saying.MET).exists()
    waits = decision.outcome != Outcome.DEFER or unmet or not asked.exists()
    if waits or application.state != State.DECIDED or application.round != decision.round:
        return False
    take(application, Step.CONDITIONS_MET, now, round=application.round + 1)
    _record("certification.application.conditions_met", application, by, now)
    _let_go_of_outsiders(application, now)
    if not note_changed_evidence(application, by=by, now=now):
        ask_for_decision(application, now)
    return True


def reopen_for_others(decision: Decision, *, by: User, now: datetime) -> Application:
    """Set a decision aside: other people review and decide, on the evidence as it stands today."""
    application = locked(decision.application)
    SetAside.objects.create(decision=decision, by=by, at=now)
    evidence = evidence_of(application, now)
    take(
        application,
        Step.SET_ASIDE,
        now,
        round=application.round + 1,
        evidence=evidence.document,
        evidence_hash=evidence.hash,
        evidence_at=now,
    )
    application.assignments.active().update(ended_at=now)
    _record("certification.application.set_aside", application, by, now)
    for registrar in User.objects.holding(Role.REGISTRAR).exclude(pk=application.applicant_id):
        notify(
            registrar,
            "certification.reviewer_needed",
            key=f"{application.public_id}:{now.isoformat()}",
            url=f"/admin/certification/dossiers/{application.public_id}/",
            at=now,
        )
    return application


def _let_go_of_outsiders(application: Application, now: datetime) -> None:
    """Their access ended with the decision, so nobody waits for another review of theirs."""
    gone = OutsideInvitation.objects.filter(application=application, ended_at__isnull=False)
    application.assignments.active().filter(reviewer__in=gone.values("person")).update(ended_at=now)


def _record(verb: str, application: Application, by: User, now: datetime) -> None:
    audit.record(verb, actor=by, target=application, subject=application.applicant, at=now)
