"""A small world with two stories that never meet: whatever one has, the other has as well.

Each story is made by the site's own actions. The cast of the first are the identities of the
matrix; the second is everything that is none of their business.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from wagtail.images.models import Rendition

from assessments.actions.analysis import analyse_assessment
from assessments.models import (
    Accommodation,
    Assessment,
    Attempt,
    AttemptItem,
    Incident,
    Irregularity,
    Item,
    Marking,
    Regrade,
)
from assessments.models import Picture as ItemPicture
from certification.concerns.actions.concerns import report_concern
from certification.concerns.models import Concern
from certification.credentials.models import (
    Certificate,
    RecordedCertification,
    ShareToken,
)
from certification.decisions import actions as decisions
from certification.decisions.models import Application, Decision, RegisteredReviewer
from certification.practice.models import (
    Case,
    HoursEntry,
    PeriodSignOff,
    SupervisionAgreement,
)
from courses.actions.editors import open_to_instructors
from courses.models import (
    AlternativeReport,
    Announcement,
    Attendance,
    Bookmark,
    Cohort,
    CoursePage,
    Enrolment,
    JournalShare,
    LessonPage,
    LiveDay,
    MediaFile,
    Note,
    ReflectionEntry,
    Thread,
)
from courses.notes.actions.keeping import keep_note, keep_reflection
from courses.notes.actions.sharing import share as share_entry
from tests.access.certified import they_are_certified
from tests.access.identities import BARE
from tests.access.meeting import they_meet
from tests.access.practice_world import Practised, practised
from tests.access.studied import a_bookmark, a_lesson_done
from tests.access.written import they_write
from tests.factories.accounts import a_person, a_registrar
from tests.factories.assessments import an_assessment, an_ended_attempt
from tests.factories.certification import (
    a_case,
    a_clinician,
    a_draft_agreement,
    a_mentor,
    a_policy,
    a_signed_entry,
    a_submitted_entry,
    an_admitted_intern,
    an_agreement,
    an_entry,
)
from tests.factories.checks import a_lesson_with_a_check
from tests.factories.cohorts import a_cohort_of, an_enrolment_in
from tests.factories.correcting import (
    a_report,
    an_accommodation,
    an_incident,
    applied,
    planned,
    question,
)
from tests.factories.courses import (
    a_course,
    open_one,
    prompt_in,
    version_of,
)
from tests.factories.decisions import (
    a_reviewer,
    a_small_scheme,
    a_submitted_application,
)
from tests.factories.item_pictures import a_drawn_picture, entries_showing
from tests.factories.media import a_published_film
from tests.factories.pictures import a_picture
from tests.factories.threads import a_thread
from training_site.accounts.actions.invitations import invite
from training_site.accounts.models import Invitation, Notice
from training_site.accounts.roles import Role
from training_site.content.actions import attest
from training_site.content.association import association
from training_site.content.onboarding import policies_to_sign
from training_site.jobs.models import JobRun

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(minutes=20)


@dataclass
class Story:
    """Some people and what they made; the fields are filled chapter by chapter."""

    cast: dict
    lesson: LessonPage = None
    studied: LessonPage = None
    bookmark: Bookmark = None
    course: CoursePage = None
    enrolment: Enrolment = None
    cohort: Cohort = None
    reflection: ReflectionEntry = None
    thread: Thread = None
    file: MediaFile = None
    note: Note = None
    given: JournalShare = None
    live_day: LiveDay = None
    attendance: Attendance = None
    report: AlternativeReport = None
    announcement: Announcement = None
    assessment: Assessment = None
    item: Item = None
    drawing: ItemPicture = None
    attempt: Attempt = None
    ended: Attempt = None
    written: AttemptItem = None
    marking: Marking = None
    accommodation: Accommodation = None
    plan: Regrade = None
    correction: Regrade = None
    incident: Incident = None
    irregularity: Irregularity = None
    agreement: SupervisionAgreement = None
    asked: SupervisionAgreement = None
    case: Case = None
    draft: HoursEntry = None
    handed_in: HoursEntry = None
    signed: HoursEntry = None
    signoff: PeriodSignOff = None
    practice: Practised = None
    application: Application = None
    register_entry: RegisteredReviewer = None
    decision: Decision = None
    certificate: Certificate = None
    share: ShareToken = None
    record: RecordedCertification = None
    concern: Concern = None
    invitation: Invitation = None
    picture: Rendition = None
    job: JobRun = None
    notice: Notice = None


def a_cast() -> dict:
    """One person for each role, and a registrar who has no second factor."""
    cast = {role: a_person(role) for role in Role}
    cast[Role.INTERN] = an_admitted_intern()
    cast[Role.MENTOR] = a_mentor()
    cast[Role.CLINICIAN] = a_clinician()
    cast[Role.REVIEWER] = a_reviewer()
    cast[BARE] = a_registrar()
    return {str(role): person for role, person in cast.items()}


def a_story() -> Story:
    association()
    a_small_scheme()
    story = Story(a_cast())
    for chapter in (
        _arriving,
        _studying,
        _meeting,
        _examined,
        _put_right,
        _practising,
        _applying,
        _holding,
        _around,
    ):
        chapter(story)
    return story


def _arriving(story: Story) -> None:
    """The trainee has signed what everybody signs who studies."""
    trainee = story.cast[Role.TRAINEE]
    for version in policies_to_sign(trainee, EARLIER):
        attest(trainee, version, typed_name=trainee.name, now=EARLIER)


def _studying(story: Story) -> None:
    """A course that is not public, begun with a cohort, a lesson opened, a reflection kept."""
    trainee = story.cast[Role.TRAINEE]
    story.course = a_course(lessons=0, public=False)
    open_to_instructors(story.course.get_parent().specific)
    story.lesson = a_lesson_with_a_check(story.course)
    story.cohort = a_cohort_of(story.course, days=[0])
    story.enrolment = an_enrolment_in(story.cohort, trainee)
    open_one(story.enrolment, story.lesson, story.course, at=EARLIER)
    version, prompt = version_of(story.lesson), prompt_in(story.lesson)
    story.reflection = keep_reflection(trainee, version, prompt, text="A canary.", now=EARLIER)
    story.file = a_published_film(story.course, story.lesson)
    story.thread = a_thread(story.enrolment, story.course, "A canary.", at=EARLIER)
    story.bookmark = a_bookmark(story, EARLIER)
    story.studied = a_lesson_done(story, EARLIER)


def _meeting(story: Story) -> None:
    they_meet(story, EARLIER)


def _examined(story: Story) -> None:
    """One attempt open, one ended, of two assessments."""
    from assessments import actions

    trainee = story.cast[Role.TRAINEE]
    story.drawing = a_drawn_picture()
    story.assessment, sat = an_assessment(entries_showing(story.drawing)), an_assessment()
    story.item = story.assessment.bank.items.first()
    for assessment in (story.assessment, sat):
        actions.grant(assessment, trainee, opens=EARLIER, by=None, now=EARLIER)
    story.attempt = actions.start(story.assessment, trainee, now=EARLIER, seed="seed")
    story.ended = an_ended_attempt(sat, trainee, right=3, now=EARLIER)
    analyse_assessment(sat, now=EARLIER)
    they_write(story, EARLIER)


def _put_right(story: Story) -> None:
    """More time for the trainee, a question corrected and another planned, an incident, a report."""
    story.accommodation = an_accommodation(story.cast[Role.TRAINEE], at=EARLIER)
    story.correction = applied(question(story.ended, 1), "drop", now=EARLIER)
    story.plan = planned(question(story.ended, 2), "drop", now=NOW)
    story.incident = an_incident(story.assessment, at=EARLIER)
    story.irregularity = a_report(story.attempt, at=EARLIER)


def _practising(story: Story) -> None:
    """An agreement of three, a case, an entry at each stage, a month signed, another agreement asked for."""
    intern, mentor = story.cast[Role.INTERN], story.cast[Role.MENTOR]
    clinician = story.cast[Role.CLINICIAN]
    story.agreement = an_agreement(intern, mentor=mentor, clinician=clinician)
    story.case = a_case(story.agreement)
    version = version_of(story.lesson)
    story.note = keep_note(intern, version, "", text="A canary.", now=EARLIER)
    story.given = share_entry(story.note, str(mentor.public_id), by=intern, now=NOW)
    story.signed = a_signed_entry(story.agreement, now=NOW)
    story.signoff = story.signed.signature.signoff
    day = story.signed.date + timedelta(days=1)
    story.handed_in = a_submitted_entry(story.agreement, now=NOW, date=day)
    story.draft = an_entry(story.agreement, now=NOW, date=day + timedelta(days=1))
    asking = an_admitted_intern()
    story.asked = a_draft_agreement(asking, mentor=mentor, clinician=clinician)
    story.practice = practised(story, NOW, EARLIER)


def _applying(story: Story) -> None:
    """The intern's application, in review by the reviewer and another."""
    intern, registrar = story.cast[Role.INTERN], a_registrar()
    attest(intern, a_policy("code-of-ethics"), typed_name=intern.name, now=EARLIER)
    application = a_submitted_application(intern, now=NOW)
    application = decisions.check_completeness(application, complete=True, by=registrar, now=NOW)
    reviewers = [story.cast[Role.REVIEWER], a_reviewer()]
    decisions.assign_reviewers(application, people=reviewers, by=registrar, now=NOW)
    story.application = application
    story.register_entry = story.cast[Role.REVIEWER].reviewer_entry


def _holding(story: Story) -> None:
    they_are_certified(story, NOW, EARLIER)


def _around(story: Story) -> None:
    """A picture, a concern, an open invitation, and the job that mails it."""
    story.picture = a_picture()
    story.concern = report_concern(text="A worry.", today=NOW.date(), now=NOW)
    name = f"guest-{story.cast[Role.TRAINEE].pk}"
    story.invitation = invite(
        email=f"{name}@example.org",
        name=name,
        role=Role.TRAINEE,
        by=story.cast[Role.REGISTRAR],
        now=NOW,
    )
    story.job = JobRun.objects.latest("pk")
    story.notice = Notice.objects.filter(person=story.cast[Role.TRAINEE]).first()
