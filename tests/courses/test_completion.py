"""Completion has one source: in whatever order things happen, what was noted step by step is what
working it out from the beginning gives."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments import actions as assessments
from assessments.models import Grant
from courses.actions.completion import settle
from courses.actions.enrolment import end_enrolment
from courses.actions.progress import mark_done, open_lesson
from courses.completion import recompute
from courses.models import CourseCompletion, LessonPage, LessonProgress, ModulePage
from courses.outline import lessons_of, outline_of, outlines_of
from tests.factories.assessments import an_assessment, an_ended_attempt
from tests.factories.courses import (
    LONG_AGO,
    a_course,
    a_lesson,
    an_enrolment,
    do,
    lessons_in,
    version_of,
)
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
LESSONS = 3
steps = st.one_of(
    st.tuples(st.just("do"), st.integers(0, LESSONS + 1)),
    st.tuples(st.just("open"), st.integers(0, LESSONS + 1)),
    st.tuples(st.just("archive"), st.integers(0, LESSONS + 1)),
    st.tuples(st.just("publish again"), st.integers(0, LESSONS + 1)),
    st.tuples(st.just("lengthen"), st.integers(0, LESSONS + 1)),
    st.tuples(st.just("move away"), st.integers(0, LESSONS + 1)),
    st.just(("add", 0)),
    st.just(("pass", 0)),
    st.just(("archive the module", 0)),
    st.just(("ask for an assessment", 0)),
)


class Studies:
    """One learner in a course that changes meanwhile; what should hold is kept beside."""

    def __init__(self, *, free_order: bool, assessed: bool):
        assessment = an_assessment() if assessed else None
        self.course = a_course(lessons=LESSONS, free_order=free_order, assessment=assessment)
        self.elsewhere = ModulePage.objects.child_of(
            a_course(self.course.get_parent().specific, lessons=1)
        ).get()
        self.lessons = lessons_in(self.course)
        self.enrolment = an_enrolment(self.course)
        self.now = LONG_AGO
        self.completed = self.granted = None

    def take(self, step: str, index: int, run_jobs) -> None:
        self.now += timedelta(hours=1)
        act = getattr(self, step.replace(" ", "_"))
        act(self.lessons[index % len(self.lessons)])
        run_jobs()
        self.remember()

    def remember(self) -> None:
        """From scratch; what was once true stays, since a later lesson takes nothing away."""
        self.completed = self.completed or recompute(self.course, self.enrolment)
        required = set(lessons_of(self.course).values_list("lesson_uuid", flat=True))
        done = self.lessons_done() & required
        if self.course.assessment and required and done == required:
            self.granted = True

    def lessons_done(self) -> set:
        rows = LessonProgress.objects.of(self.enrolment).done()
        return set(rows.values_list("lesson_uuid", flat=True))

    def do(self, lesson):
        self.open(lesson)
        try:
            mark_done(self.enrolment, version_of(lesson), self.course, now=self.now)
        except Refused:
            pass

    def open(self, lesson):
        if lessons_of(self.course).filter(pk=lesson.pk).exists():
            try:
                open_lesson(self.enrolment, version_of(lesson), self.course, now=self.now)
            except Refused:
                pass

    def archive(self, lesson):
        LessonPage.objects.get(pk=lesson.pk).unpublish()

    def publish_again(self, lesson):
        LessonPage.objects.get(pk=lesson.pk).save_revision().publish()

    def lengthen(self, lesson):
        page = LessonPage.objects.get(pk=lesson.pk)
        page.minutes += 5
        page.save_revision().publish()

    def move_away(self, lesson):
        LessonPage.objects.get(pk=lesson.pk).move(self.elsewhere, pos="last-child")

    def add(self, _lesson):
        number = f"{self.course.number}.{len(self.lessons) + 1}"
        if len(self.lessons) < LESSONS + 2:
            module = ModulePage.objects.child_of(self.course).get()
            self.lessons.append(a_lesson(module, number=number))

    def archive_the_module(self, _lesson):
        module = ModulePage.objects.child_of(self.course).get()
        if module.live:
            module.unpublish()
        else:
            module.save_revision().publish()

    def ask_for_an_assessment(self, _lesson):
        self.course.refresh_from_db()
        self.course.assessment = self.course.assessment or an_assessment()
        self.course.save_revision().publish()

    def pass_(self, _lesson):
        if self.course.assessment:
            learner = self.enrolment.learner
            if not Grant.objects.of(learner, self.course.assessment).exists():
                assessments.grant(
                    self.course.assessment, learner, opens=self.now, by=None, now=self.now
                )
                self.granted = True
            try:
                an_ended_attempt(self.course.assessment, learner, right=3, now=self.now)
            except Refused:  # passed already
                pass

    def check(self) -> None:
        noted = CourseCompletion.objects.filter(
            enrolment=self.enrolment, course_code=self.course.code
        ).first()
        assert (noted and noted.completed_at) == self.completed
        assert self._is_granted() == bool(self.granted)
        self._check_outline()

    def _is_granted(self) -> bool:
        if self.course.assessment is None:
            return False
        return Grant.objects.of(self.enrolment.learner, self.course.assessment).exists()

    def _check_outline(self) -> None:
        outline = outline_of(self.course, self.enrolment, today=self.now.date())
        required = list(lessons_of(self.course).values_list("lesson_uuid", flat=True))
        done = self.lessons_done()
        assert [lesson.page.lesson_uuid for lesson in outline.lessons] == required
        assert {one.page.lesson_uuid for one in outline.lessons if one.done} == done & set(required)
        assert outline.completed_at == self.completed
        waiting = [lesson for lesson in required if lesson not in done]
        following = outline.next_lesson
        assert (following and following.page.lesson_uuid) == (waiting[0] if waiting else None)
        assert outline in outlines_of(self.enrolment)


@pytest.mark.lesson(35, 36)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.booleans(), st.booleans(), st.lists(steps, min_size=3, max_size=9))
def test_whatever_happens_in_whatever_order(run_jobs, free_order, assessed, taken):
    """Each example has a course and a learner of its own, so nothing needs to be undone."""
    studies = Studies(free_order=free_order, assessed=assessed)
    for step, index in taken:
        studies.take("pass_" if step == "pass" else step, index, run_jobs)
        studies.check()


def test_archiving_the_lesson_that_was_lacking_completes_the_course(
    course, enrolment, run_jobs, now
):
    first, second, third = lessons_in(course)
    do(enrolment, first, course, now)
    do(enrolment, second, course, now + timedelta(hours=1))

    third.unpublish()
    run_jobs()

    assert CourseCompletion.objects.get().completed_at == now + timedelta(hours=1)


def test_deleting_it_does_the_same_and_opens_the_assessment(run_jobs, now):
    course = a_course(lessons=2, assessment=an_assessment())
    enrolment = an_enrolment(course)
    first, second = lessons_in(course)
    do(enrolment, first, course, now)

    second.delete()
    run_jobs()

    assert Grant.objects.of(enrolment.learner, course.assessment).count() == 1
    assert not CourseCompletion.objects.exists()


def test_an_assessment_given_to_a_course_later_opens_for_those_who_did_its_lessons(run_jobs, now):
    course = a_course(lessons=1, free_order=True)
    late, ended = an_enrolment(course), an_enrolment(course)
    course.assessment = an_assessment()
    lesson = lessons_in(course)[0]
    for one in (late, ended):
        open_lesson(one, version_of(lesson), course, now=now)
    LessonProgress.objects.update(done_at=now, minutes=20)
    end_enrolment(ended, by=None, now=now)

    course.save_revision().publish()
    run_jobs()

    assert Grant.objects.get().learner == late.learner


@pytest.mark.lesson(36)
def test_a_pass_marked_after_the_enrolment_ended_completes_the_course(now):
    course = a_course(lessons=1, assessment=an_assessment())
    enrolment = an_enrolment(course)
    do(enrolment, lessons_in(course)[0], course, now)
    end_enrolment(enrolment, by=None, now=now)

    an_ended_attempt(course.assessment, enrolment.learner, right=3, now=now + timedelta(hours=1))

    assert CourseCompletion.objects.get().completed_at == now + timedelta(hours=1)


def test_nobody_s_course_is_completed_by_somebody_else_s_lessons(course, run_jobs, now):
    mine, other = an_enrolment(course), an_enrolment(course)
    first, second, third = lessons_in(course)
    for enrolment, lesson in ((mine, first), (other, first), (other, second)):
        do(enrolment, lesson, course, now)

    third.unpublish()
    run_jobs()

    assert [row.enrolment for row in CourseCompletion.objects.all()] == [other]
    assert settle(mine, course, now=now) is None
