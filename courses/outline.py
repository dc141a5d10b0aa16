"""Questions about a course and a learner: what is done, what is open, what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.urls import reverse

from assessments.models import Attempt
from courses.models import CourseCompletion, CoursePage, Enrolment, LessonPage, ModulePage
from courses.rules.availability import Step, may_open, may_sit
from training_site.verdict import YES, Verdict


@dataclass(frozen=True)
class LessonState:
    """One lesson of an outline, and where this learner stands with it."""

    page: LessonPage
    verdict: Verdict = YES
    progress: object = None

    @property
    def done(self) -> bool:
        return bool(self.progress and self.progress.done_at)

    @property
    def begun(self) -> bool:
        return self.progress is not None

    @property
    def url(self) -> str:
        return reverse("lesson", args=[self.page.lesson_uuid])


@dataclass(frozen=True)
class ExamState:
    """The assessment at the end of a course."""

    assessment: object
    verdict: Verdict
    passed_at: datetime | None = None

    @property
    def url(self) -> str:
        return reverse("assessment", args=[self.assessment.public_id])


@dataclass(frozen=True)
class Outline:
    """A course laid out: modules with their lessons, then the assessment."""

    course: CoursePage
    modules: list[tuple[ModulePage, list[LessonState]]] = field(default_factory=list)
    exam: ExamState | None = None
    completed_at: datetime | None = None

    @cached_property
    def lessons(self) -> list[LessonState]:
        return [lesson for _module, lessons in self.modules for lesson in lessons]

    @property
    def done(self) -> int:
        return sum(lesson.done for lesson in self.lessons)

    @property
    def minutes(self) -> int:
        return sum(lesson.page.minutes for lesson in self.lessons)

    @property
    def minutes_done(self) -> int:
        return sum(lesson.progress.minutes for lesson in self.lessons if lesson.done)

    @property
    def next_lesson(self) -> LessonState | None:
        """The first lesson that is open and not done: where study goes on."""
        return next((one for one in self.lessons if one.verdict and not one.done), None)

    @property
    def notes(self) -> list[LessonState]:
        """Lessons with a content note, told before anybody opens one."""
        return [lesson for lesson in self.lessons if lesson.page.content_note]

    @property
    def url(self) -> str:
        return reverse("course_outline", args=[self.course.slug])

    def around(self, lesson_uuid) -> tuple[LessonState | None, LessonState, LessonState | None]:
        """The lesson before, this one, the lesson after."""
        at = next(i for i, one in enumerate(self.lessons) if one.page.lesson_uuid == lesson_uuid)
        before = self.lessons[at - 1] if at else None
        after = self.lessons[at + 1] if at + 1 < len(self.lessons) else None
        return before, self.lessons[at], after


def lessons_of(course: CoursePage):
    """The lessons that count towards a course now: published ones, in order."""
    return LessonPage.objects.live().descendant_of(course).order_by("path").defer("body")


def outline_of(course: CoursePage, enrolment: Enrolment | None = None) -> Outline:
    """The outline as this learner sees it; as everybody does, without an enrolment."""
    progress = {row.lesson_uuid: row for row in enrolment.progress.all()} if enrolment else {}
    done = {lesson for lesson, row in progress.items() if row.done_at}
    pages = list(lessons_of(course).select_related("outcome"))
    steps = [Step(page.lesson_uuid, page.number) for page in pages]
    states = [
        LessonState(
            page,
            may_open(steps, position, done=done, free_order=course.free_order),
            progress.get(page.lesson_uuid),
        )
        for position, page in enumerate(pages)
    ]
    return Outline(
        course,
        _by_module(course, states),
        _exam(course, enrolment, states),
        _when(course, enrolment),
    )


def outlines_of(enrolment: Enrolment) -> list[Outline]:
    """Every course of an enrolment's programme, in order."""
    courses = CoursePage.objects.live().child_of(enrolment.programme).select_related("assessment")
    return [outline_of(course, enrolment) for course in courses.order_by("path")]


def enrolment_for(user, course: CoursePage) -> Enrolment | None:
    """The active enrolment of a person in the programme of a course."""
    if not user.is_authenticated:
        return None
    mine = Enrolment.objects.visible_to(user).active()
    return mine.filter(programme__path=course.programme_path).first()


def _by_module(course: CoursePage, states: Iterable[LessonState]):
    states = list(states)
    modules = ModulePage.objects.live().child_of(course).order_by("path")
    listed = [(m, [s for s in states if s.page.path.startswith(m.path)]) for m in modules]
    return [(module, lessons) for module, lessons in listed if lessons]


def _exam(course: CoursePage, enrolment: Enrolment | None, states) -> ExamState | None:
    if course.assessment is None:
        return None
    verdict = may_sit(lessons=len(states), done=sum(state.done for state in states))
    return ExamState(course.assessment, verdict, enrolment and passed_at(course, enrolment.learner))


def passed_at(course: CoursePage, learner) -> datetime | None:
    """When this learner first passed the assessment of a course."""
    passes = Attempt.objects.passes_of(learner).filter(assessment=course.assessment_id)
    return passes.values_list("submitted_at", flat=True).first()


def _when(course: CoursePage, enrolment: Enrolment | None) -> datetime | None:
    if enrolment is None:
        return None
    mine = CourseCompletion.objects.filter(enrolment=enrolment, course_code=course.code)
    return mine.values_list("completed_at", flat=True).first()
