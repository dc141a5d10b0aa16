"""Questions about who writes in a programme. The permissions on its page are the only record."""

from django.contrib.auth.models import Group

from courses.models import ProgrammePage
from training_site.accounts.roles import Role

ROLES = [role.value for role in Role]


def is_open_to_all(programme: ProgrammePage) -> bool:
    """Whether every instructor writes here."""
    return Group.objects.filter(
        name=Role.INSTRUCTOR.value, page_permissions__page=programme.page_ptr
    ).exists()


def team_of(programme: ProgrammePage) -> Group | None:
    """The group of this programme's own, by its permission on exactly this page."""
    named = Group.objects.exclude(name__in=ROLES).filter(name__startswith="programme ")
    return named.filter(page_permissions__page=programme.page_ptr).distinct().first()
