"""Who opened a report, as its reporter is told: the role and the day, from the record."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from certification.practice.actions.incidents import OPENED
from certification.practice.models import IncidentReport
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

SHOWN = 30
STAFF_ROLES = (Role.REGISTRAR, Role.COMPLAINTS_OFFICER)


class Reading(NamedTuple):
    who: str
    at: datetime


def readings_of(report: IncidentReport) -> list[Reading]:
    """The newest first; several on one day by one person are one."""
    opened = AuditEvent.objects.filter(target_id=report.public_id, verb=OPENED).order_by("-at")
    rows = list(opened.values_list("actor_id", "at")[: SHOWN * 4])
    people = User.objects.filter(public_id__in={actor for actor, _at in rows})
    roles = {one.public_id: _role_in(report, one) for one in people.prefetch_related("groups")}
    seen: dict[tuple, Reading] = {}
    for actor, at in rows:
        seen.setdefault((actor, at.date()), Reading(roles.get(actor, _("Staff")), at))
    return list(seen.values())[:SHOWN]


def _role_in(report: IncidentReport, person: User) -> str:
    role = report.case.agreement.role_of(person) if report.case else None
    if role:
        return str(Role(role).label)
    names = {group.name for group in person.groups.all()}
    held = [one.label for one in STAFF_ROLES if one.value in names]
    return str(held[0]) if held else _("Staff")
