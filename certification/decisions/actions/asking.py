"""Asking those who can decide, once all reviews are in."""

from datetime import datetime

from certification.decisions.models import Application, OutsideInvitation
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role


def ask_for_decision(application: Application, now: datetime) -> None:
    """Every decision-maker who can take it, but nobody who holds the role for another case only.

    Each review that is added asks anew: one that was lost may have called the case back.
    """
    reviews = application.reviews
    able = User.objects.holding(Role.DECISION_MAKER).exclude(pk__in=reviews.values("reviewer"))
    for person in able.exclude(pk=application.applicant_id):
        if _reaches(application, person):
            notify(
                person,
                "certification.decision_asked_for",
                key=f"{application.public_id}:{application.evidence_hash[:12]}:{reviews.count()}"
                f":{application.round}",
                url=f"/admin/certification/dossiers/{application.public_id}/",
                at=now,
            )


def _reaches(application: Application, person: User) -> bool:
    if not OutsideInvitation.objects.limits(person, Role.DECISION_MAKER):
        return True
    return OutsideInvitation.objects.in_force(person).filter(application=application).exists()
