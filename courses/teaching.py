"""Which programmes somebody teaches in: those whose page they may edit."""

from django.db.models import Q, QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from courses.models import Cohort, ProgrammePage
from training_site.accounts.roles import Role

OFFICE = (Role.REGISTRAR, Role.ADMINISTRATOR)
pages = PagePermissionPolicy()


def programmes_of(user) -> QuerySet:
    """Programmes in which this person may write, by the page tree's own permissions."""
    editable = pages.instances_user_has_permission_for(user, "change")
    return ProgrammePage.objects.filter(pk__in=editable.values("pk")).order_by("title")


def in_programmes_of(user) -> Q:
    """A condition on anything with a `programme`."""
    return Q(programme__in=programmes_of(user).values("pk"))


def cohorts_of(user) -> QuerySet:
    """Those one keeps the time of: all of them for the office, one's programmes' for instructors."""
    cohorts = Cohort.objects.select_related("programme")
    return cohorts if user.has_role(*OFFICE) else cohorts.filter(in_programmes_of(user))
