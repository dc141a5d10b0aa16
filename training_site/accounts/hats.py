"""The areas a person sees in the header: one home each role, many roles side by side."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.roles import ADMIN_AREA_ROLES, LEARNER_ROLES, SUPERVISOR_ROLES, Role

AREAS = [
    (LEARNER_ROLES, _("Learning"), "/learn/"),
    (frozenset({Role.INTERN}), _("Practice"), "/practice/"),
    (frozenset({Role.INTERN, Role.CERTIFICANT}), _("Certification"), "/certification/"),
    (SUPERVISOR_ROLES, _("Supervision"), "/supervision/"),
    (ADMIN_AREA_ROLES, _("Administration"), "/admin/"),
]

# What belongs to an area without lying under its address.
ALSO = {
    "/certification/": ("/credentials/",),
    "/practice/": ("/evaluations/",),
    "/supervision/": ("/evaluations/",),
}


def hats_of(user, path: str) -> list[dict]:
    return [
        {"label": label, "url": url, "current": path.startswith((url, *ALSO.get(url, ())))}
        for roles, label, url in AREAS
        if user.has_role(*roles)
    ]
