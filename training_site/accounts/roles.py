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

# What each role may do in the Wagtail admin beyond entering it, as Django permissions.
WAGTAIL_PERMISSIONS = {
    Role.INSTRUCTOR: [
        "content.add_citation",
        "content.change_citation",
        "content.add_glossaryterm",
        "content.change_glossaryterm",
        "content.add_learningoutcome",
        "content.change_learningoutcome",
        "wagtailimages.add_image",
        "wagtailimages.change_image",
        "wagtailimages.choose_image",
        "wagtaildocs.add_document",
        "wagtaildocs.choose_document",
    ],
    Role.ADMINISTRATOR: [
        "content.change_associationsettings",
        "content.add_policyversion",
        "content.view_policyversion",
        "wagtailimages.add_image",
        "wagtailimages.change_image",
        "wagtailimages.choose_image",
    ],
}


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
