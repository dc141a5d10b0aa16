"""Giving instructors their place in the page tree and among the files, and staff their cohorts."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from courses.models import ProgrammePage
from training_site.accounts.roles import Role

MAY = ("add_page", "change_page", "publish_page")
MAY_WITH_FILES = ("add_image", "change_image", "choose_image", "add_document", "choose_document")
FILE_APPS = ("wagtailimages", "wagtaildocs")


def open_to_instructors(programme: ProgrammePage) -> None:
    """All instructors write below this programme, and nowhere else. A team of its own is kept."""
    from courses.authoring.teams import team_of

    if team_of(programme) is None:
        let_into(Group.objects.get_or_create(name=Role.INSTRUCTOR.value)[0], programme)


def let_into(group: Group, programme: ProgrammePage) -> None:
    """The pages below a programme, and the images and documents that are kept for it."""
    for permission in _permissions(MAY, ["wagtailcore"]):
        GroupPagePermission.objects.get_or_create(
            group=group, page=programme.page_ptr, permission=permission
        )
    for permission in _permissions(MAY_WITH_FILES, FILE_APPS):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=files_of(programme), permission=permission
        )


def shut_out(group: Group, programme: ProgrammePage) -> None:
    GroupPagePermission.objects.filter(group=group, page=programme.page_ptr).delete()
    GroupCollectionPermission.objects.filter(group=group, collection=files_of(programme)).delete()


def files_of(programme: ProgrammePage) -> Collection:
    """The collection of a programme's images and documents; its name is the programme's code."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=programme.code).first()
    return found or root.add_child(name=programme.code)


def open_cohorts_to_staff() -> None:
    """Those who invite make the cohorts that invitations name."""
    wanted = Permission.objects.filter(
        content_type__app_label="courses", codename__endswith="_cohort"
    )
    for role in (Role.REGISTRAR, Role.ADMINISTRATOR):
        group, _created = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*wanted.exclude(codename="delete_cohort"))


def _permissions(names, apps):
    return Permission.objects.filter(content_type__app_label__in=apps, codename__in=names)
