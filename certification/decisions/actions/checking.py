"""The completeness check, and what happens when the record changes afterwards."""

from datetime import datetime

from django.db import transaction

from certification.decisions.actions.steps import locked, take
from certification.decisions.evidence import Evidence, evidence_of
from certification.decisions.models import Application, CompletenessCheck
from certification.decisions.rules.reviewing import may_check
from certification.decisions.rules.states import UNDER_REVIEW, Step
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.verdict import Refused

APPLY = "/certification/apply/"


@transaction.atomic
def check_completeness(
    application: Application, *, complete: bool, note: str = "", by: User, now: datetime
) -> Application:
    """Say that all is there, which fixes the evidence and opens the review, or what is missing."""
    application = locked(application)
    if not by.has_role(Role.REGISTRAR):
        raise Refused("role_missing")
    is_applicant = application.applicant_id == by.pk
    may_check(is_applicant=is_applicant, complete=complete, note=note).require()
    if complete:
        _open_review(application, now)
    else:
        take(application, Step.FIND_INCOMPLETE, now)
    CompletenessCheck.objects.create(
        application=application, complete=complete, note=note.strip(), by=by, at=now
    )
    _record(application, complete, note, by, now)
    event = "application_in_review" if complete else "application_incomplete"
    _tell_applicant(application, f"certification.{event}", now)
    return application


@transaction.atomic
def note_changed_evidence(application: Application, *, by: User | None, now: datetime) -> bool:
    """Compare the evidence with what the reviews are about; a change asks for them again."""
    application = locked(application)
    if application.state not in UNDER_REVIEW:
        return False
    evidence = evidence_of(application, now)
    if evidence.hash == application.evidence_hash:
        return False
    take(application, Step.EVIDENCE_CHANGED, now, **_fixed(evidence, now))
    audit.record(
        "certification.application.evidence_changed",
        actor=by,
        target=application,
        subject=application.applicant,
        at=now,
        values={"hash": evidence.hash},
    )
    _ask_reviewers_again(application, now)
    return True


def _open_review(application: Application, now: datetime) -> None:
    evidence = evidence_of(application, now)
    if not evidence.met:
        raise Refused("requirements_not_met")
    take(application, Step.FIND_COMPLETE, now, **_fixed(evidence, now))


def _fixed(evidence: Evidence, now: datetime) -> dict:
    return {
        "evidence": evidence.document,
        "evidence_hash": evidence.hash,
        "evidence_at": now,
    }


def _ask_reviewers_again(application: Application, now: datetime) -> None:
    for assignment in application.assignments.active().select_related("reviewer"):
        notify(
            assignment.reviewer,
            "certification.review_asked_for",
            key=f"{assignment.public_id}:{application.evidence_hash[:12]}",
            url=f"/admin/certification/dossiers/{application.public_id}/",
            at=now,
        )


def _record(application, complete: bool, note: str, by: User, now: datetime) -> None:
    verbs = {
        True: "certification.application.found_complete",
        False: "certification.application.found_incomplete",
    }
    audit.record(
        verbs[complete],
        actor=by,
        target=application,
        subject=application.applicant,
        at=now,
        text=note.strip(),
    )


def _tell_applicant(application: Application, event: str, now: datetime) -> None:
    key = f"{application.public_id}:{now.isoformat()}"
    notify(application.applicant, event, key=key, url=APPLY, at=now)
