"""The pages of a thread: nothing typed is lost, nobody else finds it, both sides see what is new."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments import actions as assessments
from courses.actions.enrolment import end_enrolment
from courses.models import Message, Thread
from courses.studied import is_studied
from courses.threads.actions import answer
from courses.threads.rules import LIMIT
from tests.factories.accounts import a_person, a_trainee
from tests.factories.assessments import an_assessment, an_ended_attempt
from tests.factories.courses import a_course, an_enrolment, lessons_in, open_one
from tests.factories.threads import ASKED, QUESTION, a_thread, a_tutor_of
from training_site.accounts.roles import ADMIN_AREA_ROLES, SUPERVISOR_ROLES, Role
from training_site.dashboard.waiting import waiting_for

pytestmark = pytest.mark.django_db
CANARY = "Zq4 canary"


@pytest.fixture
def course():
    return a_course(lessons=2, public=False)


@pytest.fixture
def enrolment(course):
    return an_enrolment(course)


@pytest.fixture
def tutor(course):
    return a_tutor_of(course, name="Tomas Weber")


@pytest.fixture
def learner(client, sign_in, enrolment):
    sign_in(client, enrolment.learner)
    return client


def ask_page(course):
    return reverse("ask_tutor", args=[course.slug])


def test_a_question_points_to_a_lesson_that_was_opened(learner, course, enrolment, tutor):
    first, second = lessons_in(course)
    open_one(enrolment, first, course)

    page = learner.get(f"{ask_page(course)}?lesson={first.lesson_uuid}").text
    learner.post(ask_page(course), {"text": QUESTION, "lesson": first.lesson_uuid})

    assert "Tomas Weber" in page
    assert f'value="{first.lesson_uuid}" selected' in page
    assert str(second.lesson_uuid) not in page
    assert Message.objects.get().version.lesson_uuid == first.lesson_uuid
    assert first.title in learner.get(ask_page(course)).text


def test_a_lesson_that_was_not_opened_is_no_choice_and_the_text_stays(learner, course):
    lesson = lessons_in(course)[1]

    page = learner.post(ask_page(course), {"text": QUESTION, "lesson": lesson.lesson_uuid})

    assert page.status_code == 422
    assert QUESTION in page.text
    assert not Message.objects.exists()


@pytest.mark.parametrize("text", ["", "b" * (LIMIT + 1)])
def test_a_refusal_keeps_what_was_typed(learner, course, text):
    page = learner.post(ask_page(course), {"text": text})

    assert page.status_code == 422
    assert text in page.text
    assert not Thread.objects.exists()


def test_what_names_somebody_is_held_back_once(learner, course):
    text = "Her number is +44 20 7946 0958, should I call?"

    held = learner.post(ask_page(course), {"text": text})
    assert held.status_code == 422
    assert "a telephone number" in held.text
    assert text in held.text
    assert not Message.objects.exists()

    learner.post(ask_page(course), {"text": text, "as_it_is": "1"})
    assert Message.objects.get().text == text


@pytest.mark.parametrize("role", [*ADMIN_AREA_ROLES, *SUPERVISOR_ROLES])
def test_no_role_reads_a_thread_for_being_that_role(client, sign_in, course, enrolment, role):
    thread = a_thread(enrolment, course, CANARY)
    sign_in(client, a_person(role))

    answers = [
        client.get(thread.tutor_url),
        client.get(thread.url),
        client.get("/admin/questions/"),
    ]

    assert answers[0].status_code in (302, 403, 404)
    assert answers[1].status_code == 404
    assert not any(CANARY.encode() in one.content for one in answers)
    assert not any(enrolment.learner.name.encode() in one.content for one in answers)


def test_a_superuser_without_the_role_is_kept_out_as_well(client, sign_in, course, enrolment):
    thread = a_thread(enrolment, course, CANARY)
    sign_in(client, a_person(Role.ADMINISTRATOR, is_superuser=True))

    assert CANARY not in client.get(thread.tutor_url).text


def test_who_teaches_another_programme_finds_nothing(client, sign_in, course, enrolment):
    thread = a_thread(enrolment, course, CANARY)
    sign_in(client, a_tutor_of(a_course(lessons=1)))

    read = client.get(thread.tutor_url)
    wrote = client.post(thread.tutor_url, {"text": "Mine."})
    closed = client.post(reverse("settle_thread", args=[thread.public_id]), {"to": "close"})

    assert [one.status_code for one in (read, wrote, closed)] == [404, 404, 404]
    assert enrolment.learner.name not in client.get("/admin/questions/").text
    assert Thread.objects.get().closed_at is None


def test_another_learner_of_the_course_sees_an_empty_page(client, sign_in, course, enrolment):
    a_thread(enrolment, course, CANARY)
    sign_in(client, an_enrolment(course, a_trainee()).learner)

    assert CANARY not in client.get(ask_page(course)).text
    assert CANARY not in client.get(reverse("export_questions", args=[course.slug])).text


def test_the_desk_lists_what_waits_with_its_age_and_an_answer_clears_it(
    client, sign_in, course, enrolment, tutor
):
    thread = a_thread(enrolment, course, at=timezone.now() - timedelta(days=2, hours=3))
    sign_in(client, tutor)

    desk = client.get("/admin/questions/").text
    assert "2\xa0days, 3\xa0hours" in desk
    assert "not read yet" in desk
    assert [line.count for line in waiting_for(tutor)] == [1]
    assert QUESTION in client.get(thread.tutor_url).text
    assert "not read yet" not in client.get("/admin/questions/").text

    client.post(thread.tutor_url, {"text": "It decides the plan."})

    assert "No question waits" in client.get("/admin/questions/").text
    assert waiting_for(tutor) == []


def test_an_answer_that_is_refused_keeps_what_was_typed(client, sign_in, course, enrolment, tutor):
    thread = a_thread(enrolment, course)
    sign_in(client, tutor)

    page = client.post(thread.tutor_url, {"text": "c" * (LIMIT + 1)})

    assert page.status_code == 422
    assert "c" * (LIMIT + 1) in page.text


def test_the_outline_says_that_there_is_an_answer_until_it_was_read(
    learner, course, enrolment, tutor
):
    thread = a_thread(enrolment, course)
    answer(thread, text="It decides the plan.", by=tutor, now=ASKED)
    outline = reverse("course_outline", args=[course.slug])

    assert "new answer" in learner.get(outline).text
    assert "new answer" in learner.get(reverse("my_questions")).text
    assert "It decides the plan." in learner.get(thread.url).text
    assert "new answer" not in learner.get(outline).text


def test_after_the_enrolment_it_is_read_and_saved_and_not_written(
    learner, course, enrolment, tutor, now
):
    thread = a_thread(enrolment, course)
    answer(thread, text="It decides the plan.", by=tutor, now=ASKED)
    end_enrolment(enrolment, by=None, now=now)

    page = learner.get(thread.url)
    assert QUESTION in page.text
    assert "<textarea" not in page.text
    learner.post(thread.url, {"text": "Still?"})
    assert Message.objects.count() == 2
    saved = learner.get(reverse("export_questions", args=[course.slug]))
    assert saved["Content-Disposition"] == 'attachment; filename="questions.txt"'
    assert QUESTION in saved.text
    assert "Tomas Weber" in saved.text
    assert thread.url in learner.get(reverse("my_questions")).text


def test_a_button_pressed_twice_does_nothing_the_second_time(learner, course, enrolment):
    a_thread(enrolment, course)
    settle = reverse("settle_question", args=[course.slug])

    for to, closed in [("close", True), ("close", True), ("reopen", False), ("reopen", False)]:
        assert learner.post(settle, {"to": to}).status_code == 302
        assert bool(Thread.objects.get().closed_at) == closed


def test_every_place_leads_there(learner, course, enrolment):
    lesson = lessons_in(course)[0]

    assert ask_page(course) in learner.get(reverse("course_outline", args=[course.slug])).text
    way = f"{ask_page(course)}?lesson={lesson.lesson_uuid}"
    assert way in learner.get(reverse("lesson", args=[lesson.lesson_uuid])).text


def test_after_the_last_failure_there_is_somebody_to_write_to(learner, course, enrolment, now):
    course.assessment = an_assessment(attempts=1)
    course.save()
    assessments.grant(course.assessment, enrolment.learner, opens=ASKED, by=None, now=ASKED)
    an_ended_attempt(course.assessment, enrolment.learner, right=0, now=ASKED)

    page = learner.get(reverse("assessment", args=[course.assessment.public_id]))

    assert ask_page(course) in page.text


def test_pages_cost_the_same_however_many_messages(
    client, sign_in, course, enrolment, tutor, count_queries
):
    thread = a_thread(enrolment, course)
    sign_in(client, enrolment.learner)
    client.get(thread.url)
    with count_queries(at_most=18) as one:
        client.get(thread.url)
    for _time in range(3):
        answer(thread, text="So.", by=tutor, now=ASKED)
    client.get(thread.url)
    with count_queries(exactly=len(one)):
        client.get(thread.url)


def test_a_course_in_which_somebody_asked_is_not_deleted(course, enrolment):
    a_thread(enrolment, course)

    assert is_studied(course)
