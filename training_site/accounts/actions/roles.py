"""Giving and taking roles."""

from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from training_site import audit
from training_site.accounts.models import RoleGrant, User
from training_site.accounts.roles import Role
from training_site.accounts.rules.roles import may_take


@transaction.atomic
def give_role(person: User, role: str, *, by: User | None, now: datetime) -> RoleGrant:
    """Give a role; giving one that is held already changes nothing."""
    grant, created = RoleGrant.objects.get_or_create(
        person=person, role=role, ended_at=None, defaults={"given_at": now, "given_by": by}
    )
    if created:
        person.groups.add(Group.objects.get(name=role))
        audit.record(
            "accounts.role.given",
            actor=by,
            target=person,
            subject=person,
            at=now,
            values={"role": str(role)},
        )
    _forget_roles(person)
    return grant


@transaction.atomic
def take_role(person: User, role: str, *, by: User | None, now: datetime) -> None:
    others = User.objects.holding(Role(role)).exclude(pk=person.pk).count()
    may_take(role=role, others_holding_it=others).require()
    ended = RoleGrant.objects.filter(person=person, role=role, ended_at=None).update(
        ended_at=now, ended_by=by
    )
    person.groups.remove(Group.objects.get(name=role))
    if ended:
        audit.record(
            "accounts.role.taken",
            actor=by,
            target=person,
            subject=person,
            at=now,
            values={"role": str(role)},
        )
    _forget_roles(person)


def _forget_roles(person: User) -> None:
    person.__dict__.pop("roles", None)
