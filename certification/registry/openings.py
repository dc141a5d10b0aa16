"""Who opened a request for suppression, as its holder is told: the role and the day, from the record."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from certification.registry.actions.suppressing import OPENED
from certification.registry.models import SuppressionRequest
from certification.registry.permissions import LOOK_AFTER
from training_site.accounts.models import User
from training_site.audit.models import AuditEvent

SHOWN = 30


class Opening(NamedTuple):
    who: str
    at: datetime


def openings_of(request: SuppressionRequest) -> list[Opening]:
    """The newest first; several on one day by one person are one."""
    opened = AuditEvent.objects.filter(target_id=request.public_id, verb=OPENED).order_by("-at")
    rows = list(opened.values_list("actor_id", "at")[: SHOWN * 4])
    people = User.objects.filter(public_id__in={actor for actor, _at in rows})
    roles = {one.public_id: _role_of(one) for one in people.prefetch_related("groups")}
    seen: dict[tuple, Opening] = {}
    for actor, at in rows:
        seen.setdefault((actor, at.date()), Opening(roles.get(actor, _("Staff")), at))
    return list(seen.values())[:SHOWN]


def _role_of(person: User) -> str:
    names = {group.name for group in person.groups.all()}
    held = [role.label for role in LOOK_AFTER if role.value in names]
    return str(held[0]) if held else _("Staff")
