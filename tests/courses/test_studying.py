"""Enrolling, opening, marking done, completing: the rows and the record."""

from datetime import timedelta
from itertools import permutations

import pytest

from assessments.models import Grant
from courses.actions.enrolment import end_enrolment, enrol
from courses.actions.progress import mark_done, open_lesson
from courses.completion import course_completions, didactic_entries, didactic_minutes, recompute
from courses.models import CourseCompletion, Enrolment, LessonProgress
from tests.factories.accounts import a_registrar, a_trainee
from tests.factories.assessments import an_assessment, an_ended_attempt
from tests.factories.courses import (
    a_cohort,
    a_course,
    a_programme,
    an_enrolment,
    do,
    lessons_in,
    open_one,
    version_of,
)
from training_site.accounts.actions.invitations import accept, invite
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def events(verb: str):
    return AuditEvent.objects.filter(verb=verb)


def test_enrolling_is_recorded(now):
    programme, learner, registrar = a_programme(), a_trainee(), a_registrar()

    enrolment = enrol(learner, programme, by=registrar, now=now)

    event = events("courses.enrolment.opened").get()
    assert (event.actor_id, event.subject_id) == (registrar.public_id, learner.public_id)
    assert event.target_id == enrolment.public_id


def test_a_second_enrolment_leaves_neither_row_nor_event(now):
    programme, learner = a_programme(), a_trainee()
    enrol(learner, programme, by=None, now=now)

    with pytest.raises(Refused, match="enrolled_already"):
        enrol(learner, programme, by=None, now=now)

    assert Enrolment.objects.count() == 1
    assert events("courses.enrolment.opened").count() == 1


def test_a_cohort_of_another_programme_is_refused(now):
    with pytest.raises(Refused, match="cohort_of_another_programme"):
        enrol(a_trainee(), a_programme(), cohort=a_cohort(a_programme()), by=None, now=now)


def test_an_ended_enrolment_can_be_followed_by_another(now):
    programme, learner = a_programme(), a_trainee()
    first = enrol(learner, programme, by=None, now=now)

    end_enrolment(first, by=None, now=now)
    enrol(learner, programme, by=None, now=now)

    assert Enrolment.objects.active().count() == 1
    with pytest.raises(Refused, match="enrolment_ended"):
        end_enrolment(first, by=None, now=now)


@pytest.mark.parametrize(("role", "enrolled"), [(Role.TRAINEE, 1), (Role.MENTOR, 0)])
def test_a_trainee_invited_with_a_cohort_is_enrolled_in_its_programme(role, enrolled, now):
    cohort = a_cohort(a_programme())
    invitation = invite(
        email="new@example.org",
        name="New",
        role=role,
        by=a_registrar(),
        now=now,
        cohort_id=cohort.public_id,
    )

    person = accept(invitation, name="New", password="a long enough password", now=now)

    held = Enrolment.objects.visible_to(person).active().filter(cohort=cohort)
    assert held.count() == enrolled


def test_a_lesson_that_is_not_open_is_not_opened(now):
    course = a_course()
    enrolment, lesson = an_enrolment(course), lessons_in(course)[1]

    with pytest.raises(Refused, match="lesson_opens_after"):
        open_lesson(enrolment, version_of(lesson), course, now=now)

    assert LessonProgress.objects.count() == 0


def test_done_keeps_version_time_and_stated_minutes(now):
    course = a_course()
    enrolment, lesson = an_enrolment(course), lessons_in(course)[0]

    progress = do(enrolment, lesson, course, now)

    assert (progress.version, progress.done_at, progress.minutes) == (version_of(lesson), now, 20)


def test_done_a_second_time_changes_nothing(now):
    course = a_course()
    enrolment, lesson = an_enrolment(course), lessons_in(course)[0]
    do(enrolment, lesson, course, now)

    again = do(enrolment, lesson, course, now + timedelta(days=3))

    assert again.done_at == now


def test_a_lesson_never_opened_is_not_done(now):
    course = a_course()
    enrolment, lesson = an_enrolment(course), lessons_in(course)[0]

    with pytest.raises(Refused, match="lesson_not_opened"):
        mark_done(enrolment, version_of(lesson), course, now=now)


def test_nothing_is_done_in_an_ended_enrolment(now):
    course = a_course()
    enrolment, lesson = an_enrolment(course), lessons_in(course)[0]
    open_one(enrolment, lesson, course)
    ended = end_enrolment(enrolment, by=None, now=now)

    with pytest.raises(Refused, match="enrolment_ended"):
        mark_done(ended, version_of(lesson), course, now=now)


def test_minutes_count_by_area_and_once(now):
    course = a_course(lessons=2)
    learner = a_trainee()
    first = an_enrolment(course, learner)
    for lesson in lessons_in(course):
        do(first, lesson, course, now)
    end_enrolment(first, by=None, now=now)
    second = an_enrolment(course, learner, at=now)
    do(second, lessons_in(course)[0], course, now + timedelta(days=9))

    assert didactic_minutes(learner) == {"ethics_law": 40}
    assert [entry.done_at for entry in didactic_entries(learner)] == [now, now]
    assert didactic_minutes(a_trainee()) == {}


def test_a_course_without_an_assessment_completes_with_its_last_lesson(now):
    course = a_course(lessons=2)
    enrolment = an_enrolment(course)
    first, last = lessons_in(course)
    do(enrolment, first, course, now)
    assert course_completions(enrolment.learner) == []

    do(enrolment, last, course, now + timedelta(hours=1))

    assert course_completions(enrolment.learner) == [(course.code, now + timedelta(hours=1))]
    assert events("courses.course.completed").get().subject_id == enrolment.learner.public_id


def test_the_assessment_is_granted_with_the_last_lesson_and_once(now):
    course = a_course(lessons=2, assessment=an_assessment())
    enrolment = an_enrolment(course)
    first, last = lessons_in(course)
    do(enrolment, first, course, now)
    assert not Grant.objects.of(enrolment.learner, course.assessment).exists()

    do(enrolment, last, course, now)
    do(enrolment, last, course, now)

    assert Grant.objects.of(enrolment.learner, course.assessment).get().opens == now
    assert course_completions(enrolment.learner) == []


def test_passing_completes_the_course_and_failing_does_not(now):
    course = a_course(lessons=1, assessment=an_assessment())
    enrolment = an_enrolment(course)
    do(enrolment, lessons_in(course)[0], course, now)

    an_ended_attempt(course.assessment, enrolment.learner, right=0, now=now)
    assert course_completions(enrolment.learner) == []
    later = now + timedelta(days=3)
    an_ended_attempt(course.assessment, enrolment.learner, right=3, now=later)

    assert course_completions(enrolment.learner) == [(course.code, later)]
    assert events("courses.course.completed").count() == 1


def test_a_lesson_added_later_does_not_take_the_completion_away(now):
    from courses.models import ModulePage
    from tests.factories.courses import a_lesson

    course = a_course(lessons=1)
    enrolment = an_enrolment(course)
    do(enrolment, lessons_in(course)[0], course, now)

    a_lesson(ModulePage.objects.child_of(course).get(), number="9.9")

    assert recompute(course, enrolment) is None
    assert course_completions(enrolment.learner) == [(course.code, now)]


@pytest.mark.parametrize("order", list(permutations([0, 1, 2])))
def test_whatever_comes_last_the_recorded_completion_is_the_recomputed_one(order, now):
    course = a_course(lessons=2, free_order=True, assessment=an_assessment())
    enrolment = an_enrolment(course)
    lessons = lessons_in(course)

    for step, piece in enumerate(order):
        at = now + timedelta(days=step)
        if piece < 2:
            do(enrolment, lessons[piece], course, at)
        else:
            _passed(course, enrolment.learner, at)
        recorded = CourseCompletion.objects.filter(enrolment=enrolment).first()
        assert (recorded.completed_at if recorded else None) == recompute(course, enrolment)

    assert recompute(course, enrolment) == now + timedelta(days=2)


def _passed(course, learner, at):
    from assessments import actions

    actions.grant(course.assessment, learner, opens=at, by=None, now=at)
    an_ended_attempt(course.assessment, learner, right=3, now=at)


def test_minutes_of_a_version_that_was_never_opened_do_not_count(now):
    course = a_course(lessons=1)
    lesson = lessons_in(course)[0]
    longer = version_of(lesson)
    lesson.minutes = longer.minutes - 5
    lesson.save_revision().publish()
    enrolment = an_enrolment(course)
    open_one(enrolment, lesson, course)

    progress = mark_done(enrolment, longer, course, now=now)

    assert progress.version == version_of(lesson)
    assert progress.minutes == longer.minutes - 5
