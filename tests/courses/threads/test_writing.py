"""What a thread allows, what is waiting in it, and whom it tells: without a word of its text."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from courses.actions.enrolment import end_enrolment, enrol
from courses.models import Message, Thread
from courses.threads.actions import answer, ask, close, mark_seen, reopen
from courses.threads.rules import LIMIT, may_answer, may_ask, may_close, may_reopen, may_write
from tests.factories.accounts import a_person
from tests.factories.courses import a_course, an_enrolment
from tests.factories.threads import ASKED, QUESTION, a_thread, a_tutor_of
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.verdict import Refused

LATER = timedelta(hours=5)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A line.", ""),
        (" \n", "message_is_empty"),
        ("a" * LIMIT, ""),
        ("a" * (LIMIT + 1), "message_too_long"),
    ],
)
def test_a_message_has_something_to_say_and_an_end(text, reason):
    assert may_write(text).reason == reason


def test_a_learner_asks_while_enrolled_and_nobody_answers_themselves():
    assert may_ask("Why?", enrolled=True)
    assert may_ask("Why?", enrolled=False).reason == "question_without_enrolment"
    assert may_answer("So.", own=False)
    assert may_answer("So.", own=True).reason == "own_question"


def test_what_is_closed_can_be_opened_and_the_other_way_round():
    assert may_close(closed=False)
    assert may_reopen(closed=True)
    assert may_close(closed=True).reason == "thread_closed_already"
    assert may_reopen(closed=False).reason == "thread_open_already"


@pytest.fixture
def course(db):
    return a_course(lessons=1)


@pytest.fixture
def enrolment(course):
    return an_enrolment(course)


@pytest.fixture
def tutor(course):
    return a_tutor_of(course)


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


@pytest.mark.both_stacks
def test_the_first_question_begins_the_thread_and_tells_those_who_teach_it(
    course, enrolment, tutor, run_jobs, mailoutbox
):
    others = [a_tutor_of(a_course(lessons=1)), a_person(Role.INSTRUCTOR), a_person(Role.REGISTRAR)]

    thread = a_thread(enrolment, course)
    run_jobs()

    assert (thread.learner, thread.programme) == (enrolment.learner, enrolment.programme)
    assert Thread.objects.get().waiting_since == ASKED
    assert told(tutor) == ["courses.question_waits"]
    assert [told(person) for person in others] == [[], [], []]
    [mail] = mailoutbox
    assert QUESTION not in mail.subject + mail.body
    assert enrolment.learner.name not in mail.subject + mail.body


def test_adding_to_a_question_that_waits_tells_nobody_again(course, enrolment, tutor):
    a_thread(enrolment, course)
    thread = a_thread(enrolment, course, "And who writes it down?", at=ASKED + LATER)

    assert (Thread.objects.count(), thread.messages.count()) == (1, 2)
    assert Thread.objects.get().waiting_since == ASKED
    assert told(tutor) == ["courses.question_waits"]


def test_an_answer_ends_the_waiting_and_tells_the_learner(
    course, enrolment, tutor, run_jobs, mailoutbox
):
    thread = a_thread(enrolment, course)
    run_jobs()
    mailoutbox.clear()

    answer(thread, text="It decides the plan.", by=tutor, now=ASKED + LATER)
    run_jobs()

    assert Thread.objects.get().waiting_since is None
    assert told(enrolment.learner) == ["courses.question_answered"]
    [mail] = mailoutbox
    assert "plan" not in mail.subject + mail.body
    # A second question begins to wait anew, and is told anew.
    a_thread(enrolment, course, at=ASKED + 2 * LATER)
    assert told(tutor).count("courses.question_waits") == 2


@pytest.mark.both_stacks
def test_no_word_of_it_can_be_read_in_the_database(course, enrolment):
    a_thread(enrolment, course)

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM courses_message")
        [(kept,)] = cursor.fetchall()
    assert "triad" not in str(kept)
    assert Message.objects.get().text == QUESTION


def test_closing_ends_the_waiting_and_writing_opens_again(course, enrolment, tutor):
    thread = close(a_thread(enrolment, course), by=enrolment.learner, now=ASKED)
    assert (thread.waiting_since, thread.closed_by) == (None, enrolment.learner)

    thread = a_thread(enrolment, course, at=ASKED + LATER)

    assert (thread.closed_at, thread.closed_by) == (None, None)
    assert Thread.objects.get().waiting_since == ASKED + LATER
    assert reopen(close(thread, by=tutor, now=ASKED + LATER)).closed_at is None


def test_after_the_enrolment_nothing_is_asked_and_nothing_is_lost(course, enrolment, now):
    a_thread(enrolment, course)
    ended = end_enrolment(enrolment, by=None, now=now)

    with pytest.raises(Refused, match="question_without_enrolment"):
        ask(ended, course, text="Still?", now=now)

    again = enrol(enrolment.learner, enrolment.programme, by=None, now=now)
    assert a_thread(again, course, "Here again.", at=now).messages.count() == 2


def test_a_tutor_who_studies_does_not_answer_themselves(course, tutor):
    thread = a_thread(an_enrolment(course, tutor), course)

    assert told(tutor) == []
    with pytest.raises(Refused, match="own_question"):
        answer(thread, text="I know it.", by=tutor, now=ASKED)


def test_new_is_what_the_other_side_wrote_and_one_has_not_seen(course, enrolment, tutor, now):
    def news(person):
        return Thread.objects.with_unread(person).get().unread

    thread = a_thread(enrolment, course)
    assert (news(enrolment.learner), news(tutor)) == (False, True)

    mark_seen(thread, tutor, now=now)
    answer(thread, text="So.", by=tutor, now=now)
    assert (news(enrolment.learner), news(tutor)) == (True, False)

    mark_seen(thread, enrolment.learner, now=now)
    assert not news(enrolment.learner)


@pytest.mark.both_stacks
def test_the_database_keeps_one_thread_a_course_and_knows_who_closed_it(course, enrolment, now):
    a_thread(enrolment, course)

    with pytest.raises(IntegrityError), transaction.atomic():
        Thread.objects.create(
            learner=enrolment.learner, course=course, programme=enrolment.programme, begun_at=now
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Thread.objects.update(closed_at=now)
