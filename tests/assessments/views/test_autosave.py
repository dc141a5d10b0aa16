"""One answer at a time, as JSON: 200, 409 with both answers, 404 for whatever is foreign."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from assessments import actions
from assessments.models import Response
from tests.factories.assessments import a_learner, an_assessment, an_attempt, an_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt():
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    return an_attempt(an_assessment(items), now=timezone.now())


@pytest.fixture
def save(signed_in, at):
    def post(attempt, body, position=1, user=None):
        client = signed_in(user or attempt.learner)
        if not isinstance(body, str):
            body = json.dumps(body)
        address = at(attempt, "attempt_answer", position)
        return client.post(address, body, content_type="application/json")

    return post


def stored(attempt):
    return Response.objects.get(attempt_item__attempt=attempt, attempt_item__position=1)


def test_an_answer_is_acknowledged_with_its_sequence(save, attempt):
    answer = save(attempt, {"fields": {"": ["b"]}, "sequence": 0})

    assert answer.json() == {
        "sequence": 1,
        "fields": {"": ["b"]},
        "remark": "",
        "seconds_left": None,
    }
    assert stored(attempt).answer == ["b"]


def test_a_stale_sequence_is_a_conflict_with_both_answers(save, attempt):
    save(attempt, {"fields": {"": ["b"]}, "sequence": 0})

    answer = save(attempt, {"fields": {"": ["c"]}, "sequence": 0})

    assert answer.status_code == 409
    conflict = answer.json()
    assert (conflict["reason"], conflict["sequence"]) == ("answer_saved_elsewhere", 1)
    assert conflict["fields"] == {"": ["b"]}
    assert conflict["saved"].endswith("choice 1")
    assert conflict["yours"].endswith("choice 2")
    assert stored(attempt).answer == ["b"]


def test_a_save_that_was_not_acknowledged_may_be_sent_again(save, attempt):
    save(attempt, {"fields": {"": ["b"]}, "sequence": 0})

    assert save(attempt, {"fields": {"": ["b"]}, "sequence": 0}).json()["sequence"] == 1


def test_a_save_after_the_submission_is_told_where_the_result_is(save, attempt, at):
    actions.submit(attempt, by=attempt.learner, now=timezone.now())

    answer = save(attempt, {"fields": {"": ["b"]}, "sequence": 0})

    assert answer.status_code == 409
    assert answer.json()["url"] == at(attempt, "attempt_result")
    assert stored(attempt).answer == []


def test_a_save_after_the_end_closes_the_attempt(save):
    attempt = an_attempt(an_assessment(minutes=30), now=timezone.now() - timedelta(hours=1))

    assert save(attempt, {"fields": {"": ["a"]}, "sequence": 0}).status_code == 409
    attempt.refresh_from_db()
    assert not attempt.is_open


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"fields": {"": ["z"]}, "sequence": 0}, 404),  # an option of no question here
        ({"fields": {"": ["a", "b"]}, "sequence": 0}, 409),  # two answers where one is asked
        ({"fields": {"": []}, "sequence": 0}, 200),  # an empty answer
        ({"fields": {"": "a"}, "sequence": 0}, 400),
        ({"fields": {"": [1]}, "sequence": 0}, 400),
        ({"fields": {"": [["a"]]}, "sequence": 0}, 400),
        ({"fields": {"": ["a"]}, "sequence": "0"}, 400),
        ({"fields": {"": ["a"]}, "sequence": True}, 400),
        ({"fields": {"": ["a"]}, "sequence": 0.5}, 400),
        ({"fields": {"": ["a"]}, "sequence": 0, "flagged": "yes"}, 400),
        ({"fields": {"": ["a"]}}, 400),
        ({"sequence": 0}, 400),
        ([], 400),
        ("", 400),
        ("not json", 400),
        ("[" * 60_000, 400),
        ("\udcff".encode("utf-16", "surrogatepass").decode("latin-1"), 400),
    ],
)
def test_bad_bodies_change_nothing(save, attempt, body, status):
    assert save(attempt, body).status_code == status
    assert stored(attempt).sequence == 0


def test_ten_megabytes_are_refused(save, attempt):
    assert save(attempt, {"fields": {"": ["a" * 10_000_000]}, "sequence": 0}).status_code in {
        400,
        404,
        413,
    }
    assert stored(attempt).sequence == 0


def test_a_question_that_does_not_exist_is_not_found(save, attempt):
    assert save(attempt, {"fields": {"": ["a"]}, "sequence": 0}, position=99).status_code == 404


def test_another_learner_finds_nothing_to_save_into(save, attempt):
    other = a_learner(attempt.assessment)

    assert save(attempt, {"fields": {"": ["a"]}, "sequence": 0}, user=other).status_code == 404
    assert stored(attempt).sequence == 0


def test_it_is_posted_or_nothing(signed_in, attempt, at):
    assert signed_in(attempt.learner).get(at(attempt, "attempt_answer", 1)).status_code == 405


def test_a_save_is_small(signed_in, attempt, at, count_queries):
    client = signed_in(attempt.learner)

    with count_queries(at_most=6):
        client.post(
            at(attempt, "attempt_answer", 1),
            {"fields": {"": ["b"]}, "sequence": 0},
            content_type="application/json",
        )
