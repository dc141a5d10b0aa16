"""What the learner's home shows: one next step, then a section for each role the person holds."""

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.models import Assessment
from certification.complaints.models import CommitteeMember
from certification.credentials.models import Certificate
from certification.credentials.telling import Telling, telling_of
from certification.decisions.conditions import Shown
from certification.decisions.models import Application
from certification.practice.waiting import months_waiting
from certification.renewals.models import PeerReview
from certification.renewals.standing import Renewing, certificates_of, renewing
from certification.scheme.evaluations import evaluation_for
from certification.scheme.wording import with_messages
from courses.final import final_of
from courses.further import further_assessments
from courses.models import Announcement, Enrolment, LiveDay
from courses.outline import ExamState, LessonState, Outline, outlines_of
from courses.signing import unsigned_in_course
from training_site.accounts.roles import LEARNER_ROLES, SUPERVISOR_ROLES, Role
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion
from training_site.content.onboarding import policies_to_sign
from training_site.content.templatetags.triad import longdate
from training_site.dashboard.steps import (
    NextStep,
    committees_step,
    conditions_step,
    nothing_to_do,
    open_conditions,
    peers_step,
    renewal_step,
)
from training_site.wording import sentence

# Shown on the home; all of them stand on pages of their own.
ANNOUNCEMENTS = 3
LIVE_DAYS = 3


@dataclass(frozen=True)
class Home:
    """Everything a person's home needs, asked once. `path` holds the rows of the evaluation."""

    identity_seen: bool
    to_sign: list[PolicyVersion] = field(default_factory=list)
    courses: list[Outline] = field(default_factory=list)
    finals: list[ExamState] = field(default_factory=list)
    further: list[Assessment] = field(default_factory=list)
    signatures: list[tuple[Outline, PolicyVersion]] = field(default_factory=list)
    path: list[dict] = field(default_factory=list)
    announcements: list[Announcement] = field(default_factory=list)
    live_days: list[LiveDay] = field(default_factory=list)
    application: Application | None = None
    conditions: list[Shown] = field(default_factory=list)
    certificates: list[tuple[Certificate, Telling]] = field(default_factory=list)
    months_to_sign: int = 0
    renewal: Renewing | None = None
    reviews_asked: int = 0
    sits: bool = False
    committees: int = 0

    @property
    def path_met(self) -> int:
        return len(self.path) - len(self.missing)

    @property
    def minutes_left(self) -> int:
        """Of all lessons that are still to be done, in whatever course."""
        return sum(outline.minutes_left for outline in self.courses)

    @property
    def missing(self) -> list[dict]:
        return [row for row in self.path if row["state"] not in ("met", "waived")]

    @property
    def next_step(self) -> NextStep:
        """The first of these that is due; what others wait for comes before one's own."""
        learning = (_study, _sit, _sign_course, _sit_final)
        mine = (_meet_conditions, _await_decision, _hold, _wait, _follow_path)
        asked = (_sign, _sign_hours, _sit_on_committee, _review_peer, _renew)
        order = (*asked, *learning, *mine)
        return next((step for step in (ask(self) for ask in order) if step), nothing_to_do())


def home_of(user, now: datetime) -> Home:
    practises = user.has_role(Role.INTERN)
    enrolments = list(Enrolment.objects.visible_to(user).active().with_pace())
    courses = [outline for enrolment in enrolments for outline in outlines_of(enrolment)]
    return Home(
        identity_seen=user.identity_checks.exists(),
        to_sign=policies_to_sign(user, now) if user.has_role(Role.TRAINEE, Role.INTERN) else [],
        courses=courses,
        finals=[exam for exam in map(final_of, enrolments) if exam],
        further=list(further_assessments(user)) if user.has_role(*LEARNER_ROLES) else [],
        signatures=_signatures(user, courses, now),
        announcements=_announcements(user, now),
        live_days=_live_days(user, now),
        path=_path(user, now) if practises else [],
        application=Application.objects.of(user).open().first() if practises else None,
        conditions=open_conditions(user, civil_date(now))
        if user.has_role(Role.INTERN, Role.CERTIFICANT)
        else [],
        certificates=[
            (one, telling_of(one, now)) for one in Certificate.objects.of(user).current()
        ],
        months_to_sign=_months_to_sign(user, now) if user.has_role(*SUPERVISOR_ROLES) else 0,
        renewal=_renewal(user, now) if user.has_role(Role.CERTIFICANT) else None,
        reviews_asked=PeerReview.objects.asked_of(user).count()
        if user.has_role(Role.CERTIFICANT, Role.MENTOR)
        else 0,
        **_seats(user),
    )


def _seats(user) -> dict:
    """On which committees they sit is no part of their role: most never do."""
    if not user.has_role(Role.REVIEWER, Role.DECISION_MAKER):
        return {}
    seats = CommitteeMember.objects
    return {"sits": seats.sitting(user).exists(), "committees": seats.waiting_for(user).count()}


def _renewal(user, now: datetime) -> Renewing | None:
    """Of the certificate whose turn it is."""
    certificates = certificates_of(user)
    return renewing(certificates[0], now) if certificates else None


def _months_to_sign(user, now: datetime) -> int:
    return len(months_waiting(user, civil_date(now)))


def _announcements(user, now: datetime) -> list[Announcement]:
    """The newest that were not put away; all of them stand on their own page."""
    told = Announcement.objects.visible_to(user, now).unread_by(user)
    return list(told.select_related("written_by")[:ANNOUNCEMENTS])


def _live_days(user, now: datetime) -> list[LiveDay]:
    """The next few; those called off are told by a message and stand on their own page."""
    days = LiveDay.objects.visible_to(user).standing().filter(begins_at__gt=now)
    return list(days[:LIVE_DAYS])


def _signatures(user, courses: list[Outline], now: datetime):
    """What is left to sign in courses that are not complete, where they name anything."""
    return [
        (outline, version)
        for outline in courses
        if not outline.completed_at
        for version in unsigned_in_course(user, outline.course, now)
    ]


def _path(user, now: datetime) -> list[dict]:
    evaluation = evaluation_for(user, now)
    return with_messages(evaluation.result)["requirements"] if evaluation else []


def _sign(home: Home) -> NextStep | None:
    if not home.to_sign:
        return None
    version = home.to_sign[0]
    text = _("Please read and sign this before you begin.")
    if any(outline.done for outline in home.courses):
        text = _("Please read and sign this. Lessons open again then; what you did stays.")
    return NextStep(version.title, text, _policy_url(version), _("Read it"))


def _sign_course(home: Home) -> NextStep | None:
    """All is done but a signature."""
    for outline, version in home.signatures:
        exam = outline.exam
        if outline.done == len(outline.lessons) and (exam is None or exam.passed_at):
            text = _("One signature completes this course: %(course)s") % {
                "course": outline.course.title
            }
            return NextStep(version.title, text, _policy_url(version), _("Read it"))
    return None


def _policy_url(version: PolicyVersion) -> str:
    return reverse("policy", args=[version.policy]) + "?next=/learn/"


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
    """The lesson under way, else the next of a course that was begun, else the first there is."""
    waiting = [(one, one.next_lesson) for one in home.courses if one.next_lesson]
    if not waiting:
        return None
    outline, lesson = max(waiting, key=lambda pair: _how_near(*pair))
    label = _("Go on where you were") if lesson.begun else _("Begin")
    title = f"{lesson.page.number} {lesson.page.title}"
    return NextStep(title, outline.course.title, lesson.resume_url, label)


def _how_near(outline: Outline, lesson: LessonState) -> tuple:
    """Of several lessons under way the one opened last; `max` leaves equals in their order."""
    opened = lesson.progress.opened_at.timestamp() if lesson.begun else 0
    return opened, outline.done > 0


def _sit(home: Home) -> NextStep | None:
    for outline in home.courses:
        exam = outline.exam
        if exam and exam.verdict and not exam.passed_at:
            text = _("All lessons are done. The assessment of this course is what remains.")
            return NextStep(exam.assessment.title, text, exam.url, _("See what awaits you"))
    return None


def _sit_final(home: Home) -> NextStep | None:
    for exam in home.finals:
        if exam.verdict and not exam.passed_at:
            text = _("Every course is complete. The final examination is what remains of them.")
            return NextStep(exam.assessment.title, text, exam.url, _("See what awaits you"))
    return None


def _wait(home: Home) -> NextStep | None:
    """The calendar holds the rest back: when it goes on, and what to prepare until the first day."""
    for outline in home.courses:
        lesson = outline.opens_next
        if lesson is None:
            continue
        if outline.calendar.has_begun:
            title = f"{lesson.page.number} {lesson.page.title}"
            return NextStep(title, sentence(lesson.verdict), outline.url, _("See the outline"))
        day = longdate(outline.calendar.starts_on)
        text = outline.calendar.preparation or _("Nothing is expected of you before that day.")
        title = _("Your cohort starts on %(day)s") % {"day": day}
        return NextStep(title, text, outline.url, _("Look through the outline"))
    return None


def _meet_conditions(home: Home) -> NextStep | None:
    return conditions_step(home.conditions)


def _await_decision(home: Home) -> NextStep | None:
    if home.application is None:
        return None
    text = _("Its page says where it stands, who acts next and by when.")
    return NextStep(_("Your application"), text, reverse("apply"), _("See where it stands"))


def _review_peer(home: Home) -> NextStep | None:
    return peers_step(home.reviews_asked)


def _sit_on_committee(home: Home) -> NextStep | None:
    return committees_step(home.committees)


def _renew(home: Home) -> NextStep | None:
    return renewal_step(home.renewal)


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
