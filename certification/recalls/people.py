"""Whose part a recall is: decision-makers and registrars of the house, never whom it is about."""

from certification.decisions.models import OutsideInvitation
from certification.recalls.models import Recall, RecallItem
from training_site.accounts.models import User
from training_site.accounts.roles import Role


def is_decider(person: User) -> bool:
    """Of the house: whoever decides one case only decides nothing else."""
    limited = OutsideInvitation.objects.limits(person, Role.DECISION_MAKER)
    return person.has_role(Role.DECISION_MAKER) and not limited


def is_staff(person: User) -> bool:
    return person.has_role(Role.REGISTRAR) or is_decider(person)


def deciders_of(recall: Recall) -> list[User]:
    """Who could confirm it: not whoever proposed it."""
    return [
        one for one in _deciders() if one.pk not in (recall.supervisor_id, recall.proposed_by_id)
    ]


def staff_for(recall: Recall, *, but: RecallItem | None = None) -> list[User]:
    """Everybody who can decide about somebody whom it touches."""
    out = {recall.supervisor_id, but.person_id if but else None}
    staff = {*_deciders(), *User.objects.holding(Role.REGISTRAR)}
    return sorted((one for one in staff if one.pk not in out), key=lambda one: one.pk)


def _deciders() -> list[User]:
    limited = OutsideInvitation.objects.people_limited_to(Role.DECISION_MAKER)
    return list(User.objects.holding(Role.DECISION_MAKER).exclude(pk__in=limited))
