"""What the learner's home shows: one next step, then a section for each role the person holds."""

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certification.credentials.models import Certificate
from certification.credentials.telling import Telling, telling_of
from certification.decisions.models import Application
from certification.practice.sheets import months_waiting
from certification.scheme.evaluations import evaluation_for
from certification.scheme.wording import with_messages
from courses.models import Enrolment
from courses.outline import Outline, outlines_of
from training_site.accounts.roles import SUPERVISOR_ROLES, Role
from training_site.content.models import PolicyVersion
from training_site.content.onboarding import policies_to_sign


@dataclass(frozen=True)
class NextStep:
    """The one thing to do now: what, why, where."""

    title: str
    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True)
class Home:
    """Everything a person's home needs, asked once. `path` holds the rows of the evaluation."""

    identity_seen: bool
    to_sign: list[PolicyVersion] = field(default_factory=list)
    courses: list[Outline] = field(default_factory=list)
    path: list[dict] = field(default_factory=list)
    application: Application | None = None
    certificates: list[tuple[Certificate, Telling]] = field(default_factory=list)
    months_to_sign: int = 0

    @property
    def path_met(self) -> int:
        return len(self.path) - len(self.missing)

    @property
    def missing(self) -> list[dict]:
        return [row for row in self.path if row["state"] not in ("met", "waived")]

    @property
    def next_step(self) -> NextStep:
        """The first of these that is due; what others wait for comes before one's own."""
        order = (_sign, _sign_hours, _study, _sit, _await_decision, _hold, _follow_path)
        return next((step for step in (ask(self) for ask in order) if step), _nothing())


def home_of(user, now: datetime) -> Home:
    practises = user.has_role(Role.INTERN)
    return Home(
        identity_seen=user.identity_checks.exists(),
        to_sign=policies_to_sign(user, now) if user.has_role(Role.TRAINEE, Role.INTERN) else [],
        courses=_courses(user),
        path=_path(user, now) if practises else [],
        application=Application.objects.of(user).open().first() if practises else None,
        certificates=[(one, telling_of(one, now)) for one in Certificate.objects.of(user)],
        months_to_sign=len(months_waiting(user)) if user.has_role(*SUPERVISOR_ROLES) else 0,
    )


def _courses(user) -> list[Outline]:
    enrolments = Enrolment.objects.visible_to(user).active().select_related("programme")
    return [outline for enrolment in enrolments for outline in outlines_of(enrolment)]


def _path(user, now: datetime) -> list[dict]:
    evaluation = evaluation_for(user, now)
    return with_messages(evaluation.result)["requirements"] if evaluation else []


def _sign(home: Home) -> NextStep | None:
    if not home.to_sign:
        return None
    version = home.to_sign[0]
    url = reverse("policy", args=[version.policy]) + "?next=/learn/"
    return NextStep(
        version.title, _("Please read and sign this before you begin."), url, _("Read it")
    )


def _sign_hours(home: Home) -> NextStep | None:
    if not home.months_to_sign:
        return None
    title = ngettext(
        "%(n)d month waits for your signature",
        "%(n)d months wait for your signature",
        home.months_to_sign,
    ) % {"n": home.months_to_sign}
    text = _("Hours count once you have signed them.")
    return NextStep(title, text, reverse("supervision"), _("Open supervision"))


def _study(home: Home) -> NextStep | None:
    for outline in home.courses:
        lesson = outline.next_lesson
        if lesson:
            label = _("Go on") if lesson.begun else _("Begin")
            title = f"{lesson.page.number} {lesson.page.title}"
            return NextStep(title, outline.course.title, lesson.url, label)
    return None


def _sit(home: Home) -> NextStep | None:
    for outline in home.courses:
        exam = outline.exam
        if exam and exam.verdict and not exam.passed_at:
            text = _("All lessons are done. The assessment of this course is what remains.")
            return NextStep(exam.assessment.title, text, exam.url, _("See what awaits you"))
    return None


def _await_decision(home: Home) -> NextStep | None:
    if home.application is None:
        return None
    text = _("Its page says where it stands, who acts next and by when.")
    return NextStep(_("Your application"), text, reverse("apply"), _("See where it stands"))


def _hold(home: Home) -> NextStep | None:
    if not home.certificates:
        return None
    certificate, telling = home.certificates[0]
    url = reverse("certificate", args=[certificate.public_id])
    text = _("See its state, who may see what, and make a link to share.")
    if not telling.is_certified:
        text = telling.sentence
    return NextStep(_("Your certificate"), text, url, _("Open it"))


def _follow_path(home: Home) -> NextStep | None:
    if not home.path:
        return None
    if home.missing:
        row = home.missing[0]
        return NextStep(row["title"], row["message"], reverse("path"), _("See your path"))
    text = _("Every requirement of your scheme is met. Independent people look at it and decide.")
    return NextStep(_("You can apply"), text, reverse("apply"), _("Apply for certification"))


def _nothing() -> NextStep:
    text = _("When something is opened to you or needs your answer, it stands here.")
    return NextStep(_("Nothing to do just now"), text)
