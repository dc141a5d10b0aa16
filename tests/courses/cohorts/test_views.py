"""What learners read about their time, and the screens on which staff keep it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.actions.editors import open_to_instructors
from courses.actions.enrolment import end_enrolment
from courses.actions.progress import open_lesson
from courses.models import Enrolment, ModuleOpening, Pacing
from tests.factories.accounts import a_person, a_registrar
from tests.factories.cohorts import (
    a_cohort_of,
    a_course_of_two_modules,
    an_enrolment_in,
    modules_in,
    programme_of,
)
from tests.factories.courses import a_course, do, lessons_in, version_of
from training_site.accounts.roles import Role
from training_site.content.association import association
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return a_course_of_two_modules()


@pytest.fixture
def today():
    return civil_date(timezone.now())


def days(number: int) -> timedelta:
    return timedelta(days=number)


def outline_of(client, course):
    return client.get(reverse("course_outline", args=[course.slug]))


def lesson_address(lesson) -> str:
    return reverse("lesson", args=[lesson.lesson_uuid])


@pytest.fixture
def learner_in(client, sign_in):
    def learner_in(cohort) -> Enrolment:
        enrolment = an_enrolment_in(cohort)
        sign_in(client, enrolment.learner, second_factor=False)
        return enrolment

    return learner_in


def test_outline_and_lesson_say_the_day(client, learner_in, course, today):
    enrolment = learner_in(a_cohort_of(course, starts_on=today - days(7)))
    first, second = lessons_in(course)
    do(enrolment, first, course, timezone.now())
    opens = longdate(today + days(7))

    outline, lesson = outline_of(client, course), client.get(lesson_address(second))

    assert f"Opens on {opens}." in outline.text
    assert "You have done all that is open so far." in outline.text
    assert (lesson.status_code, f"Opens on {opens}." in lesson.text) == (403, True)


def test_before_the_start_it_says_when_and_what_to_prepare(client, learner_in, course, today):
    starts = today + days(9)
    learner_in(a_cohort_of(course, starts_on=starts, preparation="Find a quiet hour a week."))

    outline, home = outline_of(client, course), client.get("/learn/")

    assert f"It starts on {longdate(starts)}" in outline.text
    assert "Find a quiet hour a week." in outline.text
    assert f"Your cohort starts on {longdate(starts)}" in home.text
    assert "Find a quiet hour a week." in home.text


def test_the_home_names_the_lesson_that_opens_next(client, learner_in, course, today):
    enrolment = learner_in(a_cohort_of(course, starts_on=today - days(7)))
    do(enrolment, lessons_in(course)[0], course, timezone.now())

    assert f"Opens on {longdate(today + days(7))}." in client.get("/learn/").text


def test_after_the_end_lessons_are_read_only_with_somebody_to_ask(
    client, learner_in, course, today
):
    record = association()
    record.support_contact = "Regina Falk, 12 34"
    record.save()
    ended = today - days(1)
    cohort = a_cohort_of(course, starts_on=today - days(30), days=(0, 0), ends_on=ended)
    enrolment = learner_in(cohort)
    first, second = lessons_in(course)
    open_lesson(enrolment, version_of(first), course, now=timezone.now() - days(5))

    outline, read = outline_of(client, course), client.get(lesson_address(first))
    shut = client.get(lesson_address(second))
    done = client.post(reverse("lesson_done", args=[first.lesson_uuid]))

    assert f"ended on {longdate(ended)}" in outline.text
    for page in (outline, shut):
        assert reverse("export_learning") in page.text
    assert "Regina Falk, 12 34" in outline.text
    assert (read.status_code, "A lesson." in read.text) == (200, True)
    assert "Mark done" not in read.text
    assert (shut.status_code, done.status_code) == (403, 409)


def test_until_the_end_the_outline_names_the_last_day(client, learner_in, course, today):
    last = today + days(3)
    learner_in(a_cohort_of(course, starts_on=today - days(7), ends_on=last))

    assert f"until {longdate(last)}, that day included" in outline_of(client, course).text


def test_an_ended_enrolment_is_told_kindly(client, learner_in, course, today):
    enrolment = learner_in(a_cohort_of(course))
    end_enrolment(enrolment, by=None, now=timezone.now())

    page = client.get(lesson_address(lessons_in(course)[0]))

    assert page.status_code == 403
    assert "Your enrolment has ended" in page.text
    assert reverse("export_learning") in page.text


def test_one_takes_along_what_one_learned(client, learner_in, course, today):
    enrolment = learner_in(a_cohort_of(course, starts_on=today - days(7)))
    lesson = lessons_in(course)[0]
    do(enrolment, lesson, course, timezone.now())

    answer = client.get(reverse("export_learning"))

    assert answer["Content-Disposition"] == 'attachment; filename="record.txt"'
    assert f"{lesson.number} {lesson.title}, 20 min" in answer.text
    assert "Together 20 min" in answer.text


def test_the_schedule_costs_the_outline_and_a_lesson_two_queries(
    client, learner_in, course, count_queries
):
    learner_in(a_cohort_of(course))
    lesson = lessons_in(course)[0]
    client.get(lesson_address(lesson))  # the first time writes down that it was opened

    with count_queries(at_most=15):
        assert outline_of(client, course).status_code == 200
    with count_queries(at_most=17):
        assert client.get(lesson_address(lesson)).status_code == 200


def test_a_schedule_is_suggested_evenly_and_saved(client, sign_in, course, today):
    cohort = a_cohort_of(course, starts_on=today, ends_on=today + days(27))
    cohort.openings.all().delete()
    sign_in(client, a_registrar())
    address = reverse("cohort_schedule", args=[cohort.public_id])
    first, second = modules_in(course)

    page = client.get(address)
    assert "Nothing is saved yet" in page.text
    assert f'name="module_{second.pk}" value="14"' in page.text
    sent = {"pacing": "paced", f"module_{first.pk}": "0", f"module_{second.pk}": "10"}
    answer = client.post(address, sent)

    assert answer.status_code == 302
    assert dict(cohort.openings.values_list("module", "days")) == {first.pk: 0, second.pk: 10}
    again = client.get(address)
    assert "Nothing is saved yet" not in again.text
    assert 'value="10"' in again.text
    assert 'value="14"' in client.get(address, {"evenly": "1"}).text
    assert ModuleOpening.objects.filter(cohort=cohort, days=14).count() == 0


def test_a_schedule_that_is_no_number_is_explained(client, sign_in, course):
    cohort = a_cohort_of(course)
    sign_in(client, a_registrar())
    before = list(cohort.openings.values_list("module", "days"))

    page = client.post(reverse("cohort_schedule", args=[cohort.public_id]), {"pacing": "paced"})

    assert "This field is required." in page.text
    assert list(cohort.openings.values_list("module", "days")) == before


def test_an_instructor_keeps_the_time_of_her_own_programmes_only(client, sign_in, course):
    mine, other = a_cohort_of(course), a_cohort_of(a_course_of_two_modules(), title="Elsewhere")
    open_to_instructors(programme_of(course))
    sign_in(client, a_person(Role.INSTRUCTOR))

    listed = client.get(reverse("cohorts"))

    assert (mine.title in listed.text, other.title in listed.text) == (True, False)
    for cohort, status in ((mine, 200), (other, 404)):
        address = reverse("cohort_schedule", args=[cohort.public_id])
        assert client.get(address).status_code == status


def test_the_list_of_cohorts_costs_the_same_however_many(client, sign_in, course, count_queries):
    sign_in(client, a_registrar())
    a_cohort_of(course)
    client.get(reverse("cohorts"))
    with count_queries() as one:
        client.get(reverse("cohorts"))
    for _number in range(4):
        an_enrolment_in(a_cohort_of(course))

    with count_queries(exactly=len(one)):
        client.get(reverse("cohorts"))


def test_staff_give_more_time(client, sign_in, course, today):
    enrolment = an_enrolment_in(a_cohort_of(course, ends_on=today + days(1)))
    sign_in(client, a_registrar())
    address = reverse("extend_enrolment", args=[enrolment.public_id])
    later = today + days(20)

    refused = client.post(address, {"last_day": today.isoformat(), "reason": "Illness"})
    assert f"Name a day after {longdate(today + days(1))}" in refused.text
    answer = client.post(address, {"last_day": later.isoformat(), "reason": "Illness"})

    assert answer.status_code == 302
    enrolment.refresh_from_db()
    assert enrolment.last_day == later
    assert longdate(later) in client.get(reverse("enrolments")).text
    assert "Illness" in client.get(address).text


def test_a_cohort_that_ends_before_it_starts_is_refused(client, sign_in, course):
    from courses.actions.editors import open_cohorts_to_staff

    open_cohorts_to_staff()
    sign_in(client, a_registrar())
    a_course()
    page = client.post(
        reverse("wagtailsnippets_courses_cohort:add"),
        {
            "programme": programme_of(course).pk,
            "title": "Backwards",
            "starts_on": "2027-02-01",
            "ends_on": "2027-01-01",
            "pacing": Pacing.PACED.value,
            "preparation": "",
        },
    )

    assert "The last day lies before the first one." in page.text
