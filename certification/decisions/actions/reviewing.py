"""Giving a review."""

from datetime import datetime

from django.db import transaction

from certification.decisions.actions.steps import locked, take
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application, OutsideInvitation, Review
from certification.decisions.people import all_reviews_in
from certification.decisions.rules.reviewing import may_review
from certification.decisions.rules.states import Step, may_step
from certification.decisions.statement import require_statement
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
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
        _ask_for_decision(application, now)
    return review


def _ask_for_decision(application: Application, now: datetime) -> None:
    """Every decision-maker who can take it, but nobody who holds the role for another case only."""
    reviewers = application.reviews.values("reviewer")
    able = User.objects.holding(Role.DECISION_MAKER).exclude(pk__in=reviewers)
    for person in able.exclude(pk=application.applicant_id):
        if _reaches(application, person):
            notify(
                person,
                "certification.decision_asked_for",
                key=f"{application.public_id}:{application.evidence_hash[:12]}",
                url=f"/admin/certification/dossiers/{application.public_id}/",
                at=now,
            )


def _reaches(application: Application, person: User) -> bool:
    if not OutsideInvitation.objects.limits(person, Role.DECISION_MAKER):
        return True
    return OutsideInvitation.objects.in_force(person).filter(application=application).exists()
