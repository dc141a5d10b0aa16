"""What a result shows, and that the key never leaves before its release."""

import json
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments import actions
from assessments.actions.accommodating import give_accommodation
from assessments.models import Assessment, AttemptItem
from assessments.models.standing import standing_of
from assessments.rules.review import PRESETS, Field
from assessments.views.results import open_fields
from tests.factories.accounts import a_person, a_trainee
from tests.factories.assessments import (
    a_learner,
    a_learner_who_used_all_attempts,
    an_assessment,
    an_attempt,
    an_ended_attempt,
    an_entry,
    answer,
)
from training_site.content.models import Citation

pytestmark = pytest.mark.django_db
KINDS = ("single", "multiple", "true_false")


def of_one_kind(kind):
    items = [an_entry(f"i-{n}", kind=kind) for n in range(4)]
    items += [an_entry(f"j-{n}", "9.2", kind) for n in range(2)]
    return an_assessment(items)


def test_a_pass_shows_answers_key_and_feedback_with_sources(signed_in, at):
    Citation.objects.create(key="I8", authors="An association", year="2020", title="A code")
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    items[0]["options"][0]["feedback"] = "Because of the triad [@I8]."
    assessment = an_assessment(items)
    learner = a_learner(assessment)
    attempt = an_ended_attempt(assessment, learner, right=2, now=timezone.now())

    page = signed_in(learner).get(at(attempt, "attempt_result")).content.decode()

    assert "2 of 3 marks; 2 were needed" in page
    assert page.count("right answer") >= 3
    assert "Because of the triad" in page
    assert "An association, 2020" in page
    assert "[@I8]" not in page


def test_a_failure_shows_marks_by_outcome_and_when_the_next_opens(signed_in, at):
    assessment = an_assessment()
    learner = a_learner(assessment)
    attempt = an_ended_attempt(assessment, learner, right=1, now=timezone.now())

    page = signed_in(learner).get(at(attempt, "attempt_result")).content.decode()

    assert "Not passed yet" in page
    assert "Decide what 9.1 asks" in page
    assert "The next attempt opens" in page


def test_the_last_failure_names_a_contact(signed_in, at):
    assessment = an_assessment()
    learner = a_learner_who_used_all_attempts(assessment, now=timezone.now())
    attempt = learner.attempts.get(number=3)

    page = signed_in(learner).get(at(attempt, "attempt_result")).content.decode()

    assert "All 3 attempts are used" in page
    assert "Please speak to" in page


def test_an_earlier_failure_is_open_after_the_pass(signed_in, at):
    assessment = an_assessment()
    learner = a_learner(assessment)
    now = timezone.now()
    failed = an_ended_attempt(assessment, learner, right=0, now=now - timedelta(hours=49))
    an_ended_attempt(assessment, learner, right=3, now=now)

    page = signed_in(learner).get(at(failed, "attempt_result")).content.decode()

    assert "Your answers and the reasons" in page


def test_an_open_attempt_has_no_result(signed_in, at):
    attempt = an_attempt(now=timezone.now())

    assert signed_in(attempt.learner).get(at(attempt, "attempt_result")).url == at(attempt)


def test_review_options_can_hold_everything_back(signed_in, at):
    assessment = an_assessment()
    learner = a_learner(assessment)
    attempt = an_ended_attempt(assessment, learner, right=3, now=timezone.now())
    Assessment.objects.update(review=PRESETS["nothing"].to_document())

    page = signed_in(learner).get(at(attempt, "attempt_result")).content.decode()

    assert "The result is not shown yet" in page
    assert "3 of 3" not in page


def test_a_result_costs_few_queries(signed_in, at, count_queries):
    assessment = an_assessment()
    learner = a_learner(assessment)
    attempt = an_ended_attempt(assessment, learner, right=3, now=timezone.now())
    client = signed_in(learner)

    with count_queries(at_most=15):
        client.get(at(attempt, "attempt_result"))


def secrets_of(attempt):
    """Every feedback of every question of an attempt: it names the key, or what is wrong with a choice."""
    items = AttemptItem.objects.filter(attempt=attempt).select_related("item_version")
    return [option["feedback"] for item in items for option in item.item_version.options]


def everything_shown_while_open(client, attempt, at):
    """Every response that an open attempt can give: pages, conflicts, JSON, good and bad."""
    page, submit = at(attempt), at(attempt, "attempt_submit")
    yield client.get(page)
    yield client.get(reverse("assessment", args=[attempt.assessment.public_id]))
    yield client.get(at(attempt, "attempt_result"), follow=True)
    for position in (1, 2, 3):
        address = at(attempt, "attempt_answer", position)
        for body in (
            {"fields": {"": ["a"]}, "sequence": 0},
            {"fields": {"": ["b"]}, "sequence": 0},
            {"fields": {"": ["a", "b"]}, "sequence": 1},
            {"fields": {"": ["z"]}, "sequence": 1},
        ):
            yield client.post(address, json.dumps(body), content_type="application/json")
    yield client.post(page, {"answer-1": "b", "sequence-1": "0", "was-1": "x"})
    yield client.get(submit)
    yield client.post(submit, {"token": "stale"})


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_never_leaves_while_an_attempt_is_open(signed_in, at, kind):
    attempt = an_attempt(of_one_kind(kind), now=timezone.now())
    client = signed_in(attempt.learner)

    for response in everything_shown_while_open(client, attempt, at):
        shown = response.content.decode()
        assert not [secret for secret in secrets_of(attempt) if secret in shown]
        assert "correct" not in shown
        assert "right answer<" not in shown


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_never_leaves_after_a_failure(signed_in, at, kind):
    assessment = of_one_kind(kind)
    learner = a_learner(assessment)
    attempt = an_ended_attempt(assessment, learner, right=0, now=timezone.now())

    shown = signed_in(learner).get(at(attempt, "attempt_result")).content.decode()

    assert not [secret for secret in secrets_of(attempt) if secret in shown]
    assert not [
        item.item_version.stem for item in attempt.items.all() if item.item_version.stem in shown
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_right_and_wrong_options_look_alike_while_the_attempt_is_open(signed_in, at, kind):
    """Take the ids and texts away, and every option is the same markup."""
    attempt = an_attempt(of_one_kind(kind), now=timezone.now())
    page = signed_in(attempt.learner).get(at(attempt)).content.decode()

    labels = re.findall(r'<label class="option">.*?</label>', page, re.DOTALL)
    changing = re.compile(r'name="answer-\d+"|value="\w+"|(?<=option__text">)[^<]*')
    shapes = {changing.sub("", label) for label in labels}

    assert len(shapes) == 1


def test_the_key_is_released_to_the_one_who_passed_only(signed_in, at):
    assessment = an_assessment()
    passed, other = a_learner(assessment), a_learner(assessment)
    attempt = answer(
        actions.start(assessment, passed, now=timezone.now()), right=3, now=timezone.now()
    )
    actions.submit(attempt, by=passed, now=timezone.now())

    assert signed_in(other).get(at(attempt, "attempt_result")).status_code == 404


def test_what_opens_after_the_close_waits_for_the_learners_own_close():
    """More time moves it, so nothing opens while others with more time may still sit."""
    review = PRESETS["at_the_close"].to_document()
    assessment = an_assessment(minutes=60, review=review)
    learner, now = a_trainee(), timezone.now()
    begun, closes = now - timedelta(minutes=50), now - timedelta(minutes=10)
    actions.grant(assessment, learner, opens=begun, closes=closes, by=None, now=begun)
    give_accommodation(learner, minutes=30, reason="Private", by=a_person(), now=begun)
    attempt = an_ended_attempt(assessment, learner, right=3, now=begun)
    standing = standing_of(assessment, learner)

    assert Field.MARKS not in open_fields(attempt, standing, now)
    assert Field.MARKS in open_fields(attempt, standing, now + timedelta(minutes=21))
