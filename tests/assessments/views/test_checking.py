"""Feedback on one question during the attempt: only where the terms say so, and then for good."""

import pytest
from django.utils import timezone

from assessments.actions.checking import check_answer
from assessments.models import Assessment
from assessments.rules.review import PRESETS
from tests.assessments.views.sheets import saved, untouched
from tests.factories.assessments import an_assessment, an_attempt, an_entry
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def practised(**settings):
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    assessment = an_assessment(items, feedback="immediate", **settings)
    Assessment.objects.update(review=PRESETS["practice"].to_document())
    return an_attempt(Assessment.objects.get(pk=assessment.pk), now=timezone.now())


@pytest.fixture
def attempt():
    return practised()


def test_checking_saves_shows_the_feedback_and_fixes_the_answer(signed_in, attempt, at):
    client = signed_in(attempt.learner)

    posted = client.post(at(attempt), untouched(attempt) | {"answer-1": "b", "check": "1"})
    shown = client.get(at(attempt)).content.decode()

    ref = attempt.items.get(position=1).item_version.item.ref
    other = attempt.items.get(position=2).item_version.item.ref
    assert posted.url == f"{at(attempt)}#question-1"
    assert saved(attempt)[1] == ["b"]
    assert f"{ref} feedback 0" in shown
    assert f"{other} feedback 0" not in shown
    assert "Checked: this answer stays as it is." in shown


def test_a_checked_answer_is_changed_by_nobody(signed_in, attempt, at):
    client = signed_in(attempt.learner)
    client.post(at(attempt), untouched(attempt) | {"answer-1": "b", "check": "1"})

    by_form = client.post(at(attempt), untouched(attempt) | {"answer-1": "a"})
    by_script = client.post(
        at(attempt, "attempt_answer", 1),
        {"fields": {"": ["a"]}, "sequence": 1},
        content_type="application/json",
    )

    assert by_form.status_code == 409
    assert by_script.json()["reason"] == "question_checked"
    assert saved(attempt)[1] == ["b"]


def test_a_checked_question_lets_the_rest_of_the_page_be_saved(signed_in, attempt, at):
    client = signed_in(attempt.learner)
    client.post(at(attempt), untouched(attempt) | {"answer-1": "b", "check": "1"})

    answer = client.post(at(attempt), untouched(attempt) | {"answer-2": "a", "flag-1": "on"})

    assert answer.status_code == 302
    assert saved(attempt) == {1: ["b"], 2: ["a"], 3: []}
    assert attempt.items.get(position=1).flagged


@pytest.mark.lesson(5)
def test_where_feedback_comes_later_nothing_is_told(signed_in, at):
    attempt = an_attempt(now=timezone.now())
    client = signed_in(attempt.learner)

    shown = client.get(at(attempt)).content.decode()
    client.post(at(attempt), untouched(attempt) | {"answer-1": "a", "check": "1"})
    after = client.get(at(attempt)).content.decode()

    assert "Check this answer" not in shown
    assert "comes after the attempt" in after
    assert attempt.items.get(position=1).checked_at is None
    with pytest.raises(Refused):
        check_answer(attempt, 1, by=attempt.learner, now=timezone.now())


def test_an_open_question_has_nothing_to_check(signed_in, attempt, at):
    client = signed_in(attempt.learner)

    client.post(at(attempt), untouched(attempt) | {"check": "1"})

    assert "Answer this question first" in client.get(at(attempt)).content.decode()
    assert attempt.items.get(position=1).checked_at is None


def test_checking_twice_keeps_the_first_instant(attempt):
    from assessments import actions

    now = timezone.now()
    actions.save_answer(attempt, 1, {"": ["a"]}, sequence=0, by=attempt.learner, now=now)
    first = check_answer(attempt, 1, by=attempt.learner, now=now).checked_at

    again = check_answer(attempt, 1, by=attempt.learner, now=timezone.now())

    assert again.checked_at == first


def test_without_a_word_during_the_attempt_checking_only_fixes(signed_in, at):
    attempt = practised()
    Assessment.objects.update(review={})
    client = signed_in(attempt.learner)

    client.post(at(attempt), untouched(attempt) | {"answer-1": "b", "check": "1"})
    shown = client.get(at(attempt)).content.decode()

    assert "Checked: this answer stays as it is." in shown
    assert "feedback 0" not in shown
    assert "right answer<" not in shown


def test_a_question_that_is_not_there_is_not_found(signed_in, attempt, at):
    sheet = untouched(attempt) | {"check": "9"}

    assert signed_in(attempt.learner).post(at(attempt), sheet).status_code == 404
