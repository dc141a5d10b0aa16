"""Confirming and submitting, once."""

import re

import pytest
from django.utils import timezone

from assessments import actions
from assessments.models import Attempt
from tests.factories.assessments import an_attempt, answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt():
    return an_attempt(now=timezone.now())


def token_in(page):
    return re.search(r'name="token" value="(\w+)"', page.content.decode())[1]


def test_unanswered_questions_are_named(signed_in, attempt, at):
    actions.save_answer(attempt, 2, {"": ["a"]}, sequence=0, by=attempt.learner, now=timezone.now())

    page = signed_in(attempt.learner).get(at(attempt, "attempt_submit")).content.decode()

    assert "2 questions of 3 have no answer" in page
    assert "#question-1" in page
    assert "#question-2" not in page


def test_flagged_questions_are_named(signed_in, attempt, at):
    now = timezone.now()
    answer(attempt, right=3, now=now)
    actions.save_answer(
        attempt, 3, {"": ["a"]}, sequence=1, by=attempt.learner, now=now, flagged=True
    )

    page = signed_in(attempt.learner).get(at(attempt, "attempt_submit")).content.decode()

    assert "You wanted to come back to" in page


def test_a_confirmed_attempt_is_submitted_and_shows_its_result(signed_in, attempt, at):
    answer(attempt, right=3, now=timezone.now())
    client = signed_in(attempt.learner)
    token = token_in(client.get(at(attempt, "attempt_submit")))

    page = client.post(at(attempt, "attempt_submit"), {"token": token}, follow=True)

    assert "Passed" in page.content.decode()
    assert Attempt.objects.get().passed


def test_a_second_submission_leads_to_the_same_result(signed_in, attempt, at):
    answer(attempt, right=3, now=timezone.now())
    client = signed_in(attempt.learner)
    token = token_in(client.get(at(attempt, "attempt_submit")))
    client.post(at(attempt, "attempt_submit"), {"token": token})
    first = Attempt.objects.get()

    again = client.post(at(attempt, "attempt_submit"), {"token": token})

    assert again.url == at(attempt, "attempt_result")
    assert Attempt.objects.get().submitted_at == first.submitted_at


@pytest.mark.parametrize("token", ["", "0" * 32, "x" * 100_000])
def test_answers_changed_elsewhere_are_looked_at_again(signed_in, attempt, at, token):
    client = signed_in(attempt.learner)

    page = client.post(at(attempt, "attempt_submit"), {"token": token})

    assert page.status_code == 409
    assert "changed in another window" in page.content.decode()
    assert Attempt.objects.get().is_open
