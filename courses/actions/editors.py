"""Giving instructors their place in the page tree, and staff their cohorts."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from courses.models import ProgrammePage
from training_site.accounts.roles import Role

MAY = ("add_page", "change_page", "publish_page")


def open_to_instructors(programme: ProgrammePage) -> None:
    """Instructors write and publish below this programme, and nowhere else."""
    group, _created = Group.objects.get_or_create(name=Role.INSTRUCTOR.value)
    wanted = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=MAY)
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(
            group=group, page=programme.page_ptr, permission=permission
        )


def open_cohorts_to_staff() -> None:
    """Those who invite make the cohorts that invitations name."""
    wanted = Permission.objects.filter(
        content_type__app_label="courses", codename__endswith="_cohort"
    )
    for role in (Role.REGISTRAR, Role.ADMINISTRATOR):
        group, _created = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*wanted.exclude(codename="delete_cohort"))
