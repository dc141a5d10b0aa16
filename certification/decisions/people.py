"""Who can review a case, who does, and how many are still missing."""

from dataclasses import dataclass
from datetime import date

from certification.decisions.contacts import contacts_of
from certification.decisions.evidence import terms_of
from certification.decisions.models import (
    Application,
    OutsideInvitation,
    RegisteredReviewer,
    ReviewAssignment,
)
from certification.decisions.rules.assigning import people_missing, reviews_needed
from certification.decisions.rules.conflicts import Conflicts, conflicts_of
from training_site.accounts.models import User
from training_site.accounts.roles import Role

CASE_DECIDERS = (Role.REVIEWER, Role.DECISION_MAKER)


@dataclass(frozen=True)
class Candidate:
    """A registered reviewer, and what stands between her and this case."""

    entry: RegisteredReviewer
    conflicts: Conflicts
    load: int
    assigned: bool

    @property
    def is_eligible(self) -> bool:
        return not self.conflicts and not self.assigned


def is_limited(person: User) -> bool:
    """Whether whoever reviews or decides here does so for single cases only, invited from outside."""
    held = [role for role in CASE_DECIDERS if person.has_role(role)]
    limits = OutsideInvitation.objects.limits
    return bool(held) and all(limits(person, role) for role in held)


def candidates_for(application: Application, today: date) -> list[Candidate]:
    """Everybody in the register on this day, the excluded ones with the reason."""
    contacts = contacts_of(application)
    load = ReviewAssignment.objects.open_load()
    taken = set(application.assignments.active().values_list("reviewer", flat=True))
    entries = RegisteredReviewer.objects.active_on(today).select_related("person")
    return [
        Candidate(
            entry=entry,
            conflicts=conflicts_of(entry.person_id, contacts, today=today),
            load=load.get(entry.person_id, 0),
            assigned=entry.person_id in taken,
        )
        for entry in entries
    ]


def needed_reviews(application: Application) -> int:
    return reviews_needed(terms_of(application).reviews)


def reviewers_missing(application: Application) -> int:
    """How many more people have to be found, invited ones on their way included as missing."""
    have = application.assignments.active().count()
    return people_missing(needed=needed_reviews(application), have=have)


def all_reviews_in(application: Application) -> bool:
    """Whether every assigned reviewer has given a review on the evidence as it stands."""
    active = set(application.assignments.active().values_list("reviewer", flat=True))
    given = set(application.reviews.standing().values_list("reviewer", flat=True))
    return len(given) >= needed_reviews(application) and active <= given
