"""A course as one learner sees it: lessons with their states, the assessment, what is next."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from django.urls import reverse

from courses.cohorts.calendar import Calendar
from courses.models import CoursePage, LessonPage, ModulePage
from training_site.verdict import YES, Verdict


@dataclass(frozen=True)
class LessonState:
    """One lesson of an outline, and where this learner stands with it."""

    page: LessonPage
    verdict: Verdict = YES
    progress: object = None
    opens_on: date | None = None

    @property
    def done(self) -> bool:
        return bool(self.progress and self.progress.done_at)

    @property
    def begun(self) -> bool:
        return self.progress is not None

    @property
    def url(self) -> str:
        return reverse("lesson", args=[self.page.lesson_uuid])

    @property
    def resume_url(self) -> str:
        """The lesson where it was left; where nothing is kept, its top."""
        place = self.progress.place if self.begun else ""
        return f"{self.url}#{place}" if place else self.url


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
    """A course laid out: modules with their lessons, then the assessment.

    `calendar` is None where no cohort and no last day sets a date.
    """

    course: CoursePage
    modules: list[tuple[ModulePage, list[LessonState]]] = field(default_factory=list)
    exam: ExamState | None = None
    completed_at: datetime | None = None
    calendar: Calendar | None = None

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
    def minutes_left(self) -> int:
        """The stated minutes of what is still to be done."""
        return sum(lesson.page.minutes for lesson in self.lessons if not lesson.done)

    @property
    def minutes_behind(self) -> int:
        """As a share of `minutes`: what is behind, at the lengths of today."""
        return self.minutes - self.minutes_left

    @property
    def next_lesson(self) -> LessonState | None:
        """The first lesson that is open and not done: where study goes on."""
        if self.is_over:
            return None
        return next((one for one in self.lessons if one.verdict and not one.done), None)

    @property
    def is_over(self) -> bool:
        """The last day is past: what was opened can be read, and nothing is added."""
        return self.calendar is not None and self.calendar.term.is_over

    @property
    def is_waiting(self) -> bool:
        """Nothing to do here for now: the calendar holds the rest back, or has closed it."""
        to_sit = self.exam and self.exam.verdict and not self.exam.passed_at
        return not self.completed_at and not to_sit and bool(self.is_over or self.opens_next)

    @property
    def opens_next(self) -> LessonState | None:
        """The lesson that the calendar alone, or it and the order, holds back first."""
        shut = [one for one in self.lessons if not one.verdict and "day" in one.verdict.details]
        return None if self.is_over or self.next_lesson or not shut else shut[0]

    def module_of(self, number: str | None) -> ModulePage | None:
        """The module in which the lesson of that number stands."""
        numbers = ((module, {one.page.number for one in held}) for module, held in self.modules)
        return next((module for module, held in numbers if number in held), None)

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
