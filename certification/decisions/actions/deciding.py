"""The decision, by somebody who is neither the applicant nor a reviewer."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from certification.decisions.actions.conditions import attach
from certification.decisions.actions.inviting import end_outside_access
from certification.decisions.actions.steps import locked, take
from certification.decisions.contacts import conflicts_for, contacts_of
from certification.decisions.evidence import evidence_of, terms_of
from certification.decisions.models import Application, Decision, DecisionReviewer, Review
from certification.decisions.models.decisions import Outcome
from certification.decisions.people import needed_reviews
from certification.decisions.questions import may_certify
from certification.decisions.rules import reasons as reason_list
from certification.decisions.rules.conditions import Asked, may_attach
from certification.decisions.rules.conflicts import conflicts_of
from certification.decisions.rules.reviewing import enough_said, may_decide
from certification.decisions.rules.states import Step, may_step
from certification.decisions.statement import require_statement
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.jobs import enqueue
from training_site.verdict import Refused


def decide(
    application: Application,
    *,
    outcome: str,
    reasons: Collection[str],
    text: str,
    by: User,
    now: datetime,
    conditions: Sequence[Asked] = (),
) -> Decision:
    """Grant, defer or refuse, once a round. A grant promises the certificate in the same transaction.

    A deferral asks for something by a day; what a grant asks for leaves the certificate standing.
    Whether the certificate can be printed is tried before any lock is taken, as that takes its time.
    """
    if outcome == Outcome.GRANT and by.has_role(Role.DECISION_MAKER):
        may_certify(application, by, now).require()
    return _decide(application, outcome, reasons, text, by, now, conditions)


@transaction.atomic
def _decide(application, outcome, reasons, text, by: User, now: datetime, conditions) -> Decision:
    application = locked(application)
    if not by.has_role(Role.DECISION_MAKER):
        raise Refused("role_missing")
    may_step(application.state, Step.DECIDE).require()
    require_statement(application, by, now)
    reviews = _free_of_conflict(application, now)
    _require_another_person(application, reviews, by, now)
    reason_list.may_give(outcome, reasons).require()
    enough_said(text).require()
    may_attach(outcome, conditions, today=civil_date(now)).require()
    evidence = evidence_of(application, now)
    if evidence.hash != application.evidence_hash:
        raise Refused("evidence_changed")
    if outcome == Outcome.GRANT and not evidence.met:
        raise Refused("requirements_not_met")
    decision = _write(application, outcome, reasons, text, reviews, by, now)
    attach(decision, conditions)
    take(application, Step.DECIDE, now)
    end_outside_access(application, by=by, now=now)
    _tell(decision, now)
    if outcome == Outcome.GRANT:
        enqueue("certification.issue_certificate", key=f"issue:{decision.pk}", args=[decision.pk])
    return decision


def _free_of_conflict(application: Application, now: datetime) -> list[Review]:
    """The reviews as they stand, but for those whose authors have come to supervise her since."""
    contacts, today = contacts_of(application), civil_date(now)
    return [
        review
        for review in application.reviews.standing()
        if not conflicts_of(review.reviewer_id, contacts, today=today)
    ]


def _require_another_person(application, reviews, by: User, now: datetime) -> None:
    """Whoever ever reviewed this application is out, also on evidence that has changed since."""
    ever = application.reviews.filter(reviewer=by).exists()
    may_decide(
        decider=by.pk,
        applicant=application.applicant_id,
        reviewers={by.pk} if ever else {review.reviewer_id for review in reviews},
        needed=needed_reviews(application),
        in_conflict=bool(conflicts_for(application, by, civil_date(now))),
    ).require()


def _write(application, outcome, reasons, text, reviews, by: User, now: datetime) -> Decision:
    decision = Decision.objects.create(
        application=application,
        round=application.round,
        applicant=application.applicant,
        decision_maker=by,
        outcome=outcome,
        reason_codes=sorted(reasons),
        reason_list=reason_list.VERSION,
        text=text.strip(),
        reviews_needed=needed_reviews(application),
        evidence_hash=application.evidence_hash,
        decided_at=now,
        appeal_until=civil_date(now) + timedelta(days=terms_of(application).appeal_days),
    )
    DecisionReviewer.objects.bulk_create(
        DecisionReviewer(
            decision=decision,
            review=review,
            reviewer_id=review.reviewer_id,
            applicant=application.applicant,
            decision_maker=by,
        )
        for review in reviews
    )
    audit.record(
        "certification.decision.taken",
        actor=by,
        target=decision,
        subject=application.applicant,
        at=now,
        values={"outcome": outcome, "reasons": sorted(reasons), "evidence": decision.evidence_hash},
        text=text.strip(),
        rule_version=application.scheme_version.number,
    )
    return decision


def _tell(decision: Decision, now: datetime) -> None:
    notify(
        decision.applicant,
        "certification.decided",
        key=str(decision.public_id),
        url=f"/certification/decisions/{decision.public_id}/",
        at=now,
    )
