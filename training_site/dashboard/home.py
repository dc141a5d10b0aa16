"""What the learner's home shows: one next step, then a section for each role the person holds."""

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from certification.scheme.evaluations import evaluation_for
from certification.scheme.path import Knot, knots_of
from courses.models import Enrolment
from courses.outline import Outline, outlines_of
from training_site.accounts.roles import Role
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
    """Everything a person's home needs, asked once."""

    identity_seen: bool
    to_sign: list[PolicyVersion] = field(default_factory=list)
    courses: list[Outline] = field(default_factory=list)
    path: list[Knot] = field(default_factory=list)

    @property
    def path_met(self) -> int:
        return sum(knot.met for knot in self.path)

    @property
    def missing(self) -> list[Knot]:
        """What the path still lacks, nearest to done first; the home shows a few."""
        return [knot for knot in self.path if not knot.met]

    @property
    def next_step(self) -> NextStep:
        """The first of these that is due: sign, study, sit, then the path."""
        found = (ask(self) for ask in (_sign, _study, _sit, _follow_path))
        return next((step for step in found if step), _nothing())


def home_of(user, now: datetime) -> Home:
    return Home(
        identity_seen=user.identity_checks.exists(),
        to_sign=policies_to_sign(user, now) if user.has_role(Role.TRAINEE, Role.INTERN) else [],
        courses=_courses(user),
        path=_path(user, now) if user.has_role(Role.INTERN) else [],
    )


def _courses(user) -> list[Outline]:
    enrolments = Enrolment.objects.visible_to(user).active().select_related("programme")
    return [outline for enrolment in enrolments for outline in outlines_of(enrolment)]


def _path(user, now: datetime) -> list[Knot]:
    evaluation = evaluation_for(user, now)
    return knots_of(evaluation, []) if evaluation else []


def _sign(home: Home) -> NextStep | None:
    if not home.to_sign:
        return None
    version = home.to_sign[0]
    url = reverse("policy", args=[version.policy]) + "?next=/learn/"
    return NextStep(
        version.title, _("Please read and sign this before you begin."), url, _("Read it")
    )


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
            text = _("All lessons are done. The assessment of this course is open.")
            return NextStep(exam.assessment.title, text, exam.url, _("See what awaits you"))
    return None


def _follow_path(home: Home) -> NextStep | None:
    steps = [step for knot in home.missing for step in knot.steps]
    if steps:
        url = steps[0].url or reverse("path")
        return NextStep(_("On your path"), steps[0].text, url, _("Go there"))
    if home.path and not home.missing:
        text = _("Every requirement of your scheme is met.")
        return NextStep(_("You can apply"), text, reverse("path"), _("See your path"))
    return None


def _nothing() -> NextStep:
    text = _("When something is opened to you or needs your answer, it stands here.")
    return NextStep(_("Nothing to do just now"), text)
