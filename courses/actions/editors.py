"""Giving instructors their place in the page tree."""

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
