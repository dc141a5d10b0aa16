"""Giving a review."""

from datetime import datetime

from django.db import transaction

from certification.decisions.actions.asking import ask_for_decision
from certification.decisions.actions.steps import locked, take
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application, Review
from certification.decisions.people import all_reviews_in
from certification.decisions.rules.reviewing import may_review
from certification.decisions.rules.states import Step, may_step
from certification.decisions.statement import require_statement
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def submit_review(
    application: Application, *, recommendation: str, reasons: str, by: User, now: datetime
) -> Review:
    """Keep one reviewer's recommendation; with the last one the case goes to a decision-maker.

    The evidence must be what she read: views compare it first (`note_changed_evidence`).
    """
    application = locked(application)
    if not by.has_role(Role.REVIEWER):
        raise Refused("role_missing")
    may_step(application.state, Step.REVIEW).require()
    require_statement(application, by, now)
    given = application.reviews.filter(reviewer=by, evidence_hash=application.evidence_hash)
    may_review(
        assigned=application.assignments.active().filter(reviewer=by).exists(),
        in_conflict=bool(conflicts_for(application, by, civil_date(now))),
        reviewed=given.exists(),
        reasons=reasons,
    ).require()
    review = Review.objects.create(
        application=application,
        applicant=application.applicant,
        reviewer=by,
        recommendation=recommendation,
        reasons=reasons.strip(),
        evidence_hash=application.evidence_hash,
        given_at=now,
    )
    audit.record(
        "certification.review.given",
        actor=by,
        target=review,
        subject=application.applicant,
        at=now,
        values={"recommendation": recommendation, "evidence": application.evidence_hash},
    )
    if all_reviews_in(application):
        take(application, Step.ALL_REVIEWED, now)
        ask_for_decision(application, now)
    return review
