"""The roles a person can hold. A role is a Django group of that name; many people hold several."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    TRAINEE = "trainee", _("Trainee")
    INTERN = "intern", _("Intern")
    CERTIFICANT = "certificant", _("Certificant")
    INSTRUCTOR = "instructor", _("Instructor")
    MENTOR = "mentor", _("Mentor")
    CLINICIAN = "clinician", _("Clinician")
    REVIEWER = "reviewer", _("Reviewer")
    DECISION_MAKER = "decision_maker", _("Decision-maker")
    REGISTRAR = "registrar", _("Registrar")
    COMPLAINTS_OFFICER = "complaints_officer", _("Complaints officer")
    ADMINISTRATOR = "administrator", _("Administrator")


LEARNER_ROLES = frozenset({Role.TRAINEE, Role.INTERN, Role.CERTIFICANT})
SUPERVISOR_ROLES = frozenset({Role.MENTOR, Role.CLINICIAN})
# Everyone but learners works with other people's records, so signs in with a second factor.
SECOND_FACTOR_ROLES = frozenset(Role) - LEARNER_ROLES
ADMIN_AREA_ROLES = SECOND_FACTOR_ROLES - SUPERVISOR_ROLES
# Whoever may invite sees the link, and a link opens the account: so a registrar neither sends nor
# sees invitations to staff roles.
REGISTRAR_INVITES = LEARNER_ROLES | SUPERVISOR_ROLES

# What each role may do in the Wagtail admin beyond entering it, as Django permissions.
WAGTAIL_PERMISSIONS = {
    Role.INSTRUCTOR: [
        "content.add_citation",
        "content.change_citation",
        "content.add_glossaryterm",
        "content.change_glossaryterm",
        "content.add_learningoutcome",
        "content.change_learningoutcome",
    ],
    Role.ADMINISTRATOR: [
        "content.change_associationsettings",
        "content.add_policyversion",
        "content.view_policyversion",
    ],
}
# Files and pages go by place: for administrators the root collection and the whole page tree.
# Instructors are let in programme by programme, to its pages and to the collection of its files.
FILE_PERMISSIONS = {
    Role.ADMINISTRATOR: [
        "add_image",
        "change_image",
        "choose_image",
        "add_document",
        "choose_document",
    ],
}
PAGE_PERMISSIONS = {Role.ADMINISTRATOR: ["add_page", "change_page", "publish_page"]}


def create_role_groups(sender, using="default", **kwargs):
    """After each migrate: every role has its group, and each group its place in the admin."""
    from django.contrib.auth.models import Group, Permission

    for role in Role:
        group, _created = Group.objects.using(using).get_or_create(name=role.value)
        wanted = set(WAGTAIL_PERMISSIONS.get(role, []))
        if role in ADMIN_AREA_ROLES:
            wanted.add("wagtailadmin.access_admin")
        for name in wanted:
            app, codename = name.split(".")
            permission = Permission.objects.using(using).filter(
                content_type__app_label=app, codename=codename
            )
            group.permissions.add(*permission)
    _let_into_files()
    _let_into_pages()


def _let_into_files() -> None:
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.get_first_root_node()
    for role, names in FILE_PERMISSIONS.items() if root else ():
        for place in _places(role, names, ("wagtailimages", "wagtaildocs")):
            GroupCollectionPermission.objects.get_or_create(collection=root, **place)


def _let_into_pages() -> None:
    from wagtail.models import GroupPagePermission, Page

    root = Page.get_first_root_node()
    for role, names in PAGE_PERMISSIONS.items() if root else ():
        for place in _places(role, names, ("wagtailcore",)):
            GroupPagePermission.objects.get_or_create(page=root, **place)


def _places(role, names, apps) -> list[dict]:
    from django.contrib.auth.models import Group, Permission

    wanted = Permission.objects.filter(content_type__app_label__in=apps, codename__in=names)
    group = Group.objects.get(name=role.value)
    return [{"group": group, "permission": permission} for permission in wanted]
