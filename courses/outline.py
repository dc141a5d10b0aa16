"""Questions about a course and a learner: what is done, what is open, what comes next.

However many courses are asked for, each kind of row is asked for once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models.functions import Length, Substr

from assessments.models import Attempt
from courses.branches import Branch, branch_of
from courses.cohorts.calendar import Calendar, calendar_of
from courses.models import (
    CourseCompletion,
    CoursePage,
    Enrolment,
    LessonPage,
    LessonProgress,
    ModulePage,
    ProgrammePage,
)
from courses.rules.availability import Step, may_open, may_sit
from courses.states import ExamState, LessonState, Outline

__all__ = ["ExamState", "LessonState", "Outline"]


@dataclass(frozen=True)
class Standing:
    """What is known of one enrolment; of nobody, where it is empty."""

    progress: Mapping[UUID, LessonProgress] = field(default_factory=dict)
    passed: Mapping[int, datetime] = field(default_factory=dict)
    completed: Mapping[str, datetime] = field(default_factory=dict)
    calendar: Calendar | None = None

    @classmethod
    def of(cls, enrolment: Enrolment, courses: Iterable[CoursePage], today: date | None):
        mine = CourseCompletion.objects.filter(enrolment=enrolment)
        return cls(
            {row.lesson_uuid: row for row in enrolment.progress.all()},
            _passes(enrolment, [course.assessment_id for course in courses]),
            dict(mine.values_list("course_code", "completed_at")),
            calendar_of(enrolment, today),
        )

    @classmethod
    def while_reading(
        cls, enrolment: Enrolment, progress: Mapping[UUID, LessonProgress], today: date | None
    ):
        """What a lesson's own page shows: not whether assessment and course are behind one."""
        return cls(progress, calendar=calendar_of(enrolment, today))

    @property
    def done(self) -> set[UUID]:
        return {lesson for lesson, row in self.progress.items() if row.done_at}


def lessons_of(branch: CoursePage):
    """The lessons that count towards a course now, in order: published, in a published module."""
    lessons = LessonPage.objects.live().descendant_of(branch)
    above = Substr("path", 1, Length("path") - LessonPage.steplen)
    modules = ModulePage.objects.live().descendant_of(branch)
    return (
        lessons.annotate(module_path=above)
        .filter(module_path__in=modules.values("path"))
        .order_by("path")
        .defer("body")
    )


def outline_of(
    course: CoursePage, enrolment: Enrolment | None = None, *, today: date | None = None
) -> Outline:
    """The outline as this learner sees it; as everybody does, without an enrolment.

    `today` is a civil date of the association's zone, this one if none is given.
    """
    standing = Standing.of(enrolment, [course], today) if enrolment else Standing()
    return _outline(course, *branch_of(course.path).of(course), standing)


def outline_while_reading(
    course: CoursePage,
    branch: Branch,
    enrolment: Enrolment,
    progress: Mapping[UUID, LessonProgress],
    *,
    today: date | None = None,
) -> Outline:
    """The outline beside a lesson: its `exam` and `completed_at` do not know what was passed."""
    standing = Standing.while_reading(enrolment, progress, today)
    return _outline(course, *branch.of(course), standing)


def outlines_of(enrolment: Enrolment) -> list[Outline]:
    """Every course of an enrolment's programme, in order."""
    branch = branch_of(enrolment.programme.path)
    standing = Standing.of(enrolment, branch.courses, None)
    return [_outline(course, *branch.of(course), standing) for course in branch.courses]


def public_outlines(programme: ProgrammePage) -> list[Outline]:
    """The courses of a programme whose outline anybody may read, in order."""
    branch = branch_of(programme.path)
    public = [course for course in branch.courses if course.public]
    return [_outline(course, *branch.of(course), Standing()) for course in public]


def enrolment_for(user, course: CoursePage) -> Enrolment | None:
    """The active enrolment of a person in the programme of a course."""
    if not user.is_authenticated:
        return None
    mine = Enrolment.objects.visible_to(user).active()
    return mine.with_pace().filter(programme__path=course.programme_path).first()


def enrolment_and_progress(user, course: CoursePage):
    """The same with its progress by lesson, in one question once a first lesson was opened."""
    if not user.is_authenticated:
        return None, {}
    rows = LessonProgress.objects.filter(
        enrolment__learner=user,
        enrolment__ended_at=None,
        enrolment__programme__path=course.programme_path,
    )
    rows = rows.select_related("enrolment__programme", "enrolment__cohort", "version")
    progress = {row.lesson_uuid: row for row in rows.defer("version__source", "version__html")}
    if not progress:
        return enrolment_for(user, course), {}
    return next(iter(progress.values())).enrolment, progress


def passed_at(course: CoursePage, learner) -> datetime | None:
    """When this learner first passed the assessment of a course."""
    passes = Attempt.objects.passes_of(learner).filter(assessment=course.assessment_id)
    return passes.values_list("submitted_at", flat=True).first()


def _outline(course: CoursePage, modules, pages, standing: Standing) -> Outline:
    states = _states(course, modules, pages, standing)
    return Outline(
        course,
        _by_module(modules, states),
        _exam(course, states, standing),
        standing.completed.get(course.code),
        standing.calendar,
    )


def _states(course: CoursePage, modules, pages, standing: Standing) -> list[LessonState]:
    days = [_opening(page, modules, standing.calendar) for page in pages]
    steps = [
        Step(page.lesson_uuid, page.number, day) for page, day in zip(pages, days, strict=True)
    ]
    asked = {
        "done": standing.done,
        "opened": standing.progress.keys(),
        "free_order": course.free_order,
        "term": standing.calendar and standing.calendar.term,
    }
    return [
        LessonState(
            page,
            may_open(steps, position, **asked),
            standing.progress.get(page.lesson_uuid),
            days[position],
        )
        for position, page in enumerate(pages)
    ]


def _opening(page: LessonPage, modules, calendar: Calendar | None) -> date | None:
    if calendar is None:
        return None
    above = (module.pk for module in modules if page.path.startswith(module.path))
    return calendar.opens_on(next(above, None))


def _by_module(modules: Iterable[ModulePage], states: list[LessonState]):
    listed = [(m, [s for s in states if s.page.path.startswith(m.path)]) for m in modules]
    return [(module, lessons) for module, lessons in listed if lessons]


def _exam(course: CoursePage, states, standing: Standing) -> ExamState | None:
    if course.assessment_id is None:
        return None
    verdict = may_sit(lessons=len(states), done=sum(state.done for state in states))
    return ExamState(course.assessment, verdict, standing.passed.get(course.assessment_id))


def _passes(enrolment: Enrolment, assessments: list[int | None]) -> dict[int, datetime]:
    asked = [one for one in assessments if one is not None]
    if not asked:
        return {}
    passes = Attempt.objects.passes_of(enrolment.learner_id).filter(assessment__in=asked)
    return dict(passes.values_list("assessment", "submitted_at"))
