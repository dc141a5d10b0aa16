"""Finding reviewers among the eligible, and stepping back from a case."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from certification.decisions.actions.asking import ask_for_decision
from certification.decisions.actions.steps import locked, take
from certification.decisions.models import Application, ConflictDeclaration, ReviewAssignment
from certification.decisions.people import (
    all_reviews_in,
    candidates_for,
    needed_reviews,
    reviewers_missing,
)
from certification.decisions.rules.assigning import chosen
from certification.decisions.rules.reviewing import may_take_part
from certification.decisions.rules.states import State, Step, may_step
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def assign_reviewers(
    application: Application, *, by: User, now: datetime, people: Iterable[User] | None = None
) -> list[ReviewAssignment]:
    """Assign as many as the scheme asks for: the least loaded of the eligible, or those named.

    Fewer than needed is no error: the queue says that somebody has to be invited.
    """
    application = locked(application)
    if not by.has_role(Role.REGISTRAR):
        raise Refused("role_missing")
    may_take_part(is_applicant=application.applicant_id == by.pk, in_conflict=False).require()
    may_step(application.state, Step.REVIEW).require()
    candidates = {one.entry.person_id: one for one in candidates_for(application, civil_date(now))}
    if people is None:
        wanted = chosen(
            [pk for pk, one in candidates.items() if one.is_eligible],
            {pk: one.load for pk, one in candidates.items()},
            needed=needed_reviews(application),
            have=application.assignments.active().count(),
        )
    else:
        wanted = [_eligible(candidates, person) for person in people]
    return [assign(application, candidates[pk].entry.person, by=by, now=now) for pk in wanted]


def assign(application: Application, person: User, *, by: User, now: datetime) -> ReviewAssignment:
    """Write one assignment down; the caller has made sure that nothing excludes this person."""
    said = {"assigned_by": by, "assigned_at": now, "ended_at": None}
    assignment, _created = ReviewAssignment.objects.update_or_create(
        application=application, reviewer=person, defaults=said
    )
    audit.record(
        "certification.review.assigned",
        actor=by,
        target=assignment,
        subject=application.applicant,
        at=now,
    )
    notify(
        person,
        "certification.review_asked_for",
        key=f"{assignment.public_id}:{application.round}",
        url=f"/admin/certification/dossiers/{application.public_id}/",
        at=now,
    )
    return assignment


@transaction.atomic
def declare_conflict(
    application: Application, *, reason: str, by: User, now: datetime
) -> ConflictDeclaration:
    """Step back from a case. The assignment ends, a review given before no longer counts, and staff
    are told when somebody is missing. Where all others have spoken, the case moves on."""
    application = locked(application)
    may_step(application.state, Step.EVIDENCE_CHANGED).require()
    said, created = ConflictDeclaration.objects.get_or_create(
        application=application, person=by, defaults={"reason": reason.strip(), "at": now}
    )
    if not created:
        raise Refused("conflict_already_declared")
    application.assignments.active().filter(reviewer=by).update(ended_at=now)
    audit.record(
        "certification.review.conflict_declared",
        actor=by,
        target=application,
        subject=application.applicant,
        at=now,
        text=reason.strip(),
    )
    _settle(application, now)
    if reviewers_missing(application):
        _tell_registrars(application, now)
    return said


def _settle(application: Application, now: datetime) -> None:
    """The state that the reviews lead to without the one who left."""
    complete = all_reviews_in(application)
    if application.state == State.RECOMMENDED and not complete:
        take(application, Step.REVIEW_LOST, now)
    elif application.state == State.IN_REVIEW and complete:
        take(application, Step.ALL_REVIEWED, now)
        ask_for_decision(application, now)


def _eligible(candidates, person: User) -> int:
    candidate = candidates.get(person.pk)
    if candidate is None:
        raise Refused("not_in_register")
    if not candidate.is_eligible:
        raise Refused("in_conflict")
    return person.pk


def _tell_registrars(application: Application, now: datetime) -> None:
    for registrar in User.objects.holding(Role.REGISTRAR).exclude(pk=application.applicant_id):
        notify(
            registrar,
            "certification.reviewer_needed",
            key=f"{application.public_id}:{now.isoformat()}",
            url=f"/admin/certification/dossiers/{application.public_id}/",
            at=now,
        )
