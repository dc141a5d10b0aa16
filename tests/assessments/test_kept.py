"""What others lost: answers, questions as they were asked, earlier attempts, the server's own clock."""

import json
from datetime import timedelta
from email.utils import format_datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments import actions
from assessments.actions.answering import count_failed_saves, save_answer
from assessments.models import Attempt, Response
from tests.assessments.sittings import an_assessment_of, leave_to_sit
from tests.factories.accounts import a_trainee, an_administrator
from tests.factories.assessments import (
    a_learner,
    an_assessment,
    an_attempt,
    an_ended_attempt,
)
from tests.factories.correcting import applied, corrected, question, sat, three_questions
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def at(attempt: Attempt, name: str = "attempt", *more) -> str:
    return reverse(name, args=[attempt.assessment.public_id, attempt.public_id, *more])


def stored(attempt: Attempt, position: int = 1) -> Response:
    return Response.objects.get(attempt_item__attempt=attempt, attempt_item__position=position)


@pytest.mark.lesson(4)
@pytest.mark.parametrize(("failed", "told"), [(0, False), (1, True), (9, True)])
def test_an_attempt_that_ends_blank_after_saves_failed_is_told(now, failed, told):
    staff = an_administrator()
    attempt = an_attempt(now=now)
    count_failed_saves(attempt, failed)

    actions.submit(attempt, by=attempt.learner, now=now)

    alarm = AuditEvent.objects.filter(verb="assessments.attempt.ended_blank")
    assert alarm.exists() is told
    assert Notice.objects.filter(person=staff).exists() is told


@pytest.mark.lesson(7, 27)
def test_an_attempt_keeps_the_questions_it_was_asked(client, sign_in):
    """The version and its text stay with the answer; a new wording is for attempts to come."""
    assessment = three_questions()
    learner = a_learner(assessment)
    before = actions.start(assessment, learner, now=timezone.now())
    asked = {item.position: item.item_version for item in before.items.all()}

    newer = [corrected(version, right=1) for version in asked.values()]

    page = sign_in(client, learner).get(at(before)).content.decode()
    for position, version in asked.items():
        assert before.items.get(position=position).item_version == version
        assert version.stem in page
    after = actions.start(assessment, a_learner(assessment), now=timezone.now())
    assert {item.item_version for item in after.items.all()} == set(newer)


@pytest.mark.lesson(12)
def test_two_hours_of_writing_are_whole_and_so_is_what_came_too_late(now):
    """Typed for two hours without a word to the server but the saves; then some words after the end."""
    assessment, learner = an_assessment_of(["essay"], minutes=120), a_trainee()
    leave_to_sit(assessment, learner)
    attempt = actions.start(assessment, learner, now=now)
    who = {"by": learner}
    text = ""
    for minute in range(0, 120, 5):
        text += f"Minute {minute}: I would first speak with the client, then with both. "
        save = {"sequence": minute // 5, "now": now + minute * MINUTE}
        save_answer(attempt, 1, {"": [text]}, **save, **who)

    late = text + "And one thing more."
    with pytest.raises(Refused, match="attempt_is_over"):
        save_answer(attempt, 1, {"": [late]}, sequence=24, now=now + 122 * MINUTE, **who)
    ended = actions.submit(attempt, now=now + 122 * MINUTE, **who)

    assert ended.submitted_at == now + 120 * MINUTE
    assert stored(attempt).answer.split() == text.split()
    assert len(text) > 1_500


@pytest.mark.lesson(12)
def test_a_text_that_was_saved_elsewhere_comes_back_with_the_one_that_was_typed(now):
    assessment, learner = an_assessment_of(["essay"]), a_trainee()
    leave_to_sit(assessment, learner)
    attempt = actions.start(assessment, learner, now=now)
    save_answer(attempt, 1, {"": ["Written there."]}, sequence=0, by=learner, now=now)

    with pytest.raises(Refused) as refused:
        save_answer(attempt, 1, {"": ["Written here."]}, sequence=0, by=learner, now=now)

    assert refused.value.reason == "answer_saved_elsewhere"
    assert refused.value.details["saved"] == "Written there."
    assert refused.value.details["yours"] == "Written here."


@pytest.mark.lesson(13)
@pytest.mark.parametrize(("again", "writes"), [(False, 1), (True, 0)])
def test_a_save_is_one_small_write_and_none_where_nothing_changed(
    now, count_queries, again, writes
):
    attempt = an_attempt(now=now)
    option = attempt.items.get(position=1).layout[0]
    save = {"by": attempt.learner, "now": now}
    if again:
        save_answer(attempt, 1, {"": [option]}, sequence=0, **save)

    with count_queries() as counted:
        save_answer(attempt, 1, {"": [option]}, sequence=int(again), **save)

    changing = [one for one in counted.statements if not one.startswith("SELECT")]
    assert len(changing) == writes
    assert all(one.startswith('UPDATE "assessments_response"') for one in changing)


@pytest.mark.lesson(20)
@pytest.mark.parametrize("days", [-1, 0, 1])
def test_the_clock_of_the_device_decides_nothing(client, sign_in, days):
    """A day behind or ahead, an attempt begins, saves, and ends when the server says."""
    told = timezone.now() + timedelta(days=days)
    device = {"headers": {"date": format_datetime(told)}}
    says = {"now": told.isoformat(), "time": told.timestamp(), "started_at": told.isoformat()}
    assessment = an_assessment(minutes=30)
    learner = a_learner(assessment)
    sign_in(client, learner)

    client.post(reverse("assessment_start", args=[assessment.public_id]), says, **device)
    attempt = Attempt.objects.get()
    option = attempt.items.get(position=1).layout[0]
    body = json.dumps({"fields": {"": [option]}, "sequence": 0} | says)
    address = at(attempt, "attempt_answer", 1)
    answer = client.post(address, body, content_type="application/json", **device)

    assert abs(attempt.started_at - timezone.now()) < MINUTE
    assert attempt.ends_at == attempt.started_at + 30 * MINUTE
    assert answer.status_code == 200
    assert abs(stored(attempt).saved_at - timezone.now()) < MINUTE
    assert 29 * 60 < answer.json()["seconds_left"] <= 30 * 60


@pytest.mark.lesson(20)
@pytest.mark.parametrize("days", [-1, 1])
def test_no_clock_of_a_device_opens_what_has_ended(client, sign_in, days):
    attempt = an_attempt(an_assessment(minutes=30), now=timezone.now() - 32 * MINUTE)
    told = timezone.now() + timedelta(days=days)
    body = json.dumps({"fields": {"": ["a"]}, "sequence": 0, "now": told.isoformat()})

    answer = sign_in(client, attempt.learner).post(
        at(attempt, "attempt_answer", 1),
        body,
        content_type="application/json",
        headers={"date": format_datetime(told)},
    )

    assert answer.status_code == 409
    assert stored(attempt).answer == []


@pytest.mark.lesson(26)
def test_the_review_says_which_version_was_sat_and_that_it_was_corrected_since(client, sign_in):
    now = timezone.now()
    attempt = sat(three_questions(), 3, now=now - MINUTE)
    version = question(attempt, 1)
    better = corrected(version, right=1)
    applied(version, "corrected_key", corrected_version=better, now=now)

    page = sign_in(client, attempt.learner).get(at(attempt, "attempt_result")).content.decode()

    assert "Question 1, version 1" in page
    assert version.stem in page
    assert "Corrected since, on" in page
    assert "The corrected question and its solution" in page


@pytest.mark.lesson(28)
def test_a_failed_attempt_is_kept_with_its_answers_and_marks_when_the_next_one_is_sat(now):
    assessment = an_assessment()
    learner = a_learner(assessment)
    first = an_ended_attempt(assessment, learner, right=1, now=now)
    before = _everything_of(first)

    an_ended_attempt(assessment, learner, right=3, now=now + timedelta(hours=48))

    assert _everything_of(first) == before
    kept = Attempt.objects.of(learner, assessment).order_by("number")
    assert list(kept.values_list("number", "marks", "passed")) == [(1, 1, False), (2, 3, True)]


def _everything_of(attempt: Attempt) -> list:
    items = attempt.items.values_list("position", "item_version", "marks", "response__answer")
    return [*Attempt.objects.filter(pk=attempt.pk).values(), *items, *attempt.results.values()]
