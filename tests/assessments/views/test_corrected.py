"""A result that was corrected, marks given by hand, and an attempt that ended blank: what is said."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments import actions
from assessments.actions.alerting import alert_if_blank
from assessments.models import Attempt
from tests.factories.accounts import a_person
from tests.factories.assessments import an_assessment, an_attempt
from tests.factories.correcting import applied, corrected, question, sat, three_questions
from tests.factories.marking import a_marking, a_written_attempt, essays_of
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.mark.lesson(26)
def test_a_corrected_result_says_so_and_leads_to_the_new_solution(signed_in, at):
    now = timezone.now()
    attempt = sat(three_questions(), 3, now=now - timedelta(hours=2))
    old = question(attempt, 1)
    applied(old, "corrected_key", corrected_version=corrected(old, right=2), now=now)

    page = signed_in(attempt.learner).get(at(attempt, "attempt_result")).content.decode()

    assert "This result was corrected on" in page
    assert "The key was wrong." in page
    assert 'href="#question-1"' in page
    article = page.split('id="question-1"')[1].split("</article>")[0]
    assert "version 1" in article
    assert "Corrected since" in article
    assert old.options[2]["text"] in article.split("The corrected question and its solution")[1]


@pytest.mark.lesson(26)
def test_before_release_a_correction_tells_neither_reason_nor_solution(signed_in, at):
    now = timezone.now()
    attempt = sat(three_questions(), 0, now=now - timedelta(hours=2))
    old = question(attempt, 1)
    wrong = attempt.items.get(position=1).response.answer[0]
    place = [option["id"] for option in old.options].index(wrong)
    applied(old, "corrected_key", corrected_version=corrected(old, right=place), now=now)

    page = signed_in(attempt.learner).get(at(attempt, "attempt_result")).content.decode()

    assert not Attempt.objects.get(pk=attempt.pk).passed
    assert "This result was corrected on" in page
    assert "The key was wrong." not in page
    assert "solution" not in page


def test_the_markers_words_are_shown_with_the_marks_and_nobodys_name(signed_in, at):
    now = timezone.now()
    attempt = a_written_attempt(now=now)
    client = signed_in(attempt.learner)
    before = client.get(at(attempt, "attempt_result")).content.decode()
    marking = a_marking(essays_of(attempt)[0], comment="You weighed both sides.", now=now)

    after = client.get(at(attempt, "attempt_result")).content.decode()

    assert "Submitted" in before
    assert "You weighed both sides." not in before
    assert "You weighed both sides." in after
    assert "Weighs it for the client and for the work." in after
    assert marking.marker.name not in after.split("<main")[1].split("</main>")[0]


@pytest.mark.lesson(4)
def test_an_attempt_that_ends_blank_although_saves_were_tried_alarms_staff(signed_in, at):
    instructor = a_person(Role.INSTRUCTOR)
    attempt = an_attempt(now=timezone.now())
    client = signed_in(attempt.learner)
    client.post(
        at(attempt, "attempt_answer", 1),
        {"fields": {"": "not a list"}, "sequence": 0},
        content_type="application/json",
    )

    actions.submit(attempt, by=attempt.learner, now=timezone.now())

    told = Notice.objects.filter(event="assessments.blank_attempt")
    assert {notice.url for notice in told} == {
        reverse("attempt_time", args=[attempt.assessment.public_id, attempt.public_id])
    }
    assert Attempt.objects.get(pk=attempt.pk).saves_failed == 1
    assert [notice.person for notice in told] == [instructor]
    assert AuditEvent.objects.filter(verb="assessments.attempt.ended_blank").count() == 1


@pytest.mark.lesson(4)
@pytest.mark.parametrize(("failed", "saved"), [(0, False), (3, True)])
def test_no_alarm_for_an_empty_attempt_nor_for_one_with_an_answer(failed, saved):
    now = timezone.now()
    attempt = an_attempt(now=now)
    Attempt.objects.filter(pk=attempt.pk).update(saves_failed=failed)
    if saved:
        actions.save_answer(attempt, 1, {"": ["a"]}, sequence=0, by=attempt.learner, now=now)

    assert not alert_if_blank(Attempt.objects.get(pk=attempt.pk), now=now)


@pytest.mark.lesson(17, 23)
def test_the_clock_tells_the_end_as_it_is_now(signed_in, at):
    now = timezone.now()
    attempt = an_attempt(an_assessment(minutes=30), now=now)
    client = signed_in(attempt.learner)
    before = client.get(at(attempt, "attempt_clock")).json()
    Attempt.objects.filter(pk=attempt.pk).update(ends_at=attempt.ends_at + timedelta(minutes=10))

    after = client.get(at(attempt, "attempt_clock")).json()

    assert 1700 < before["seconds_left"] <= 1800
    assert 2300 < after["seconds_left"] <= 2400
    assert after["ends"] != before["ends"]
    actions.submit(attempt, by=attempt.learner, now=timezone.now())
    assert client.get(at(attempt, "attempt_clock")).json()["seconds_left"] == 0


def test_without_a_limit_the_clock_has_nothing_to_say(signed_in, at):
    attempt = an_attempt(now=timezone.now())

    told = signed_in(attempt.learner).get(at(attempt, "attempt_clock")).json()

    assert told == {"seconds_left": None, "ends": None}
