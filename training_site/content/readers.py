"""Who opened something, as its subject is told: the role and the day, never the name."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.content.civil import association_zone, civil_date

SHOWN = 50
_kinds: dict[str, "Kind"] = {}


class Kind(NamedTuple):
    """What was opened, in the words of whom it is about, and the roles in which it is opened."""

    what: Any
    roles: tuple[Role, ...]


class Reading(NamedTuple):
    who: str
    at: datetime
    what: str = ""


def register_openings(kinds: dict[str, Kind]) -> None:
    """Verbs whose subject sees them. A page with rules of its own on who learns of it stays out."""
    _kinds.update(kinds)


def readings_of(thing, verb: str, role_in: Callable[[User], str], shown=SHOWN) -> list[Reading]:
    """The newest first; several on one day by one person are one. Two queries and the roles."""
    opened = AuditEvent.objects.filter(target_id=thing.public_id, verb=verb).order_by("-at", "-pk")
    rows = list(opened.values_list("actor_id", "at")[: shown * 4])
    people = User.objects.filter(public_id__in={actor for actor, _at in rows})
    roles = {one.public_id: role_in(one) for one in people.prefetch_related("groups")}
    seen: dict[tuple, Reading] = {}
    zone = association_zone()
    for actor, at in rows:
        seen.setdefault((actor, civil_date(at, zone)), Reading(roles.get(actor, _("Staff")), at))
    return list(seen.values())[:shown]


def first_role(person: User, roles: tuple[Role, ...]) -> str:
    """The first of these roles that the person holds."""
    names = {group.name for group in person.groups.all()}
    held = [role.label for role in roles if role.value in names]
    return str(held[0]) if held else _("Staff")


def openings_about(person: User, shown=SHOWN * 4) -> list[Reading]:
    """Everything of theirs that others opened, the newest first, one a day and reader."""
    opened = AuditEvent.objects.filter(subject_id=person.public_id, verb__in=_kinds)
    opened = opened.exclude(actor_id=person.public_id).exclude(actor_id=None).order_by("-at", "-pk")
    rows = list(opened.values_list("verb", "target_id", "actor_id", "at")[: shown * 4])
    people = User.objects.filter(public_id__in={actor for _verb, _target, actor, _at in rows})
    by_id = {one.public_id: one for one in people.prefetch_related("groups")}
    seen: dict[tuple, Reading] = {}
    zone = association_zone()
    for verb, target, actor, at in rows:
        kind, who = _kinds[verb], by_id.get(actor)
        role = first_role(who, kind.roles) if who else _("Staff")
        key = (verb, target, actor, civil_date(at, zone))
        seen.setdefault(key, Reading(role, at, str(kind.what)))
    return list(seen.values())[:shown]
