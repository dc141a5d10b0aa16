"""What a new association still has to do before it opens, each with the way to do it."""

from collections.abc import Iterator
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext as _

from certification.scheme.models import SchemeVersion
from courses.models import CoursePage
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.association import association
from training_site.content.models import HomePage, InformationPage
from training_site.dashboard.mail import PRINTS


@dataclass(frozen=True)
class Task:
    done: bool
    what: str
    how: str


def checklist() -> list[Task]:
    return [*_reachable(), *_people(), *_contents()]


def _reachable() -> Iterator[Task]:
    https = settings.SITE_URL.startswith("https://")
    yield Task(https, _("The site is served over https"), _("Set SITE_URL; see docs/settings.md"))
    mail = settings.EMAIL_BACKEND != PRINTS
    yield Task(mail, _("Mail goes out"), _("Set EMAIL_URL, then run manage.py check_mail"))
    about = association()
    how = _("Settings → Association in the staff area")
    yield Task(bool(about.support_contact), _("A support contact stands on each lesson"), how)
    yield Task(bool(about.concern_contact), _("An outside contact for concerns is named"), how)


def _people() -> Iterator[Task]:
    administrators = User.objects.holding(Role.ADMINISTRATOR)
    protected = Authenticator.objects.filter(user__in=administrators).exists()
    yield Task(
        protected,
        _("An administrator has signed in with a second factor"),
        _("Open the invitation link"),
    )
    for role in (Role.REGISTRAR, Role.REVIEWER, Role.DECISION_MAKER, Role.COMPLAINTS_OFFICER):
        yield Task(
            User.objects.holding(role).exists(),
            _("Somebody is %(role)s") % {"role": role.label.lower()},
            _("People → Invite in the staff area"),
        )


def _contents() -> Iterator[Task]:
    unwritten = (HomePage.objects, InformationPage.objects)
    yield Task(
        not any(pages.filter(complete_before_opening=True).exists() for pages in unwritten),
        _("Front page, privacy, terms and accessibility are your own"),
        _("Pages in the staff area; untick “to be completed before opening” on each"),
    )
    yield Task(
        CoursePage.objects.live().exists(),
        _("A course is published"),
        _("Run manage.py load_curriculum, or write one in the staff area"),
    )
    yield Task(
        SchemeVersion.objects.effective() is not None,
        _("A certification scheme is in force"),
        _("Run manage.py load_scheme"),
    )
