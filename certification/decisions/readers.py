"""Who opened a dossier, as its subject is told: the role and the day, from the record."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from certification.decisions.models import Application
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

SHOWN = 50
CASE_ROLES = (Role.REGISTRAR, Role.REVIEWER, Role.DECISION_MAKER)


class Reading(NamedTuple):
    who: str
    at: datetime


def readings_of(application: Application) -> list[Reading]:
    """The newest first; several on one day by one person are one."""
    opened = AuditEvent.objects.filter(
        target_id=application.public_id, verb="certification.application.opened"
    ).order_by("-at")
    rows = list(opened.values_list("actor_id", "at")[: SHOWN * 4])
    people = User.objects.filter(public_id__in={actor for actor, _at in rows})
    roles = {one.public_id: _role_in(application, one) for one in people.prefetch_related("groups")}
    seen: dict[tuple, Reading] = {}
    for actor, at in rows:
        seen.setdefault((actor, at.date()), Reading(roles.get(actor, _("Staff")), at))
    return list(seen.values())[:SHOWN]


def _role_in(application: Application, person: User) -> str:
    """The role in this case, not every role that the person has."""
    names = {group.name for group in person.groups.all()}
    if application.assignments.filter(reviewer=person).exists():
        return str(Role.REVIEWER.label)
    held = [role.label for role in CASE_ROLES if role.value in names]
    return str(held[0]) if held else _("Staff")
