"""The page of questions: plain posts, stale tabs, foreign options, nothing lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessments import actions
from assessments.models import Attempt
from tests.assessments.views.sheets import saved, untouched
from tests.factories.assessments import a_learner, an_assessment, an_attempt, an_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt():
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    return an_attempt(an_assessment(items), now=timezone.now())


def test_the_page_asks_every_question_with_its_own_order(signed_in, attempt, at):
    page = signed_in(attempt.learner).get(at(attempt)).content.decode()

    for item in attempt.items.select_related("item_version"):
        assert item.item_version.stem in page
        texts = {option["id"]: option["text"] for option in item.item_version.options}
        places = [page.index(texts[name]) for name in item.layout]
        assert places == sorted(places)


def test_save_and_stay_saves_every_answer_and_returns(signed_in, attempt, at):
    sheet = untouched(attempt) | {"answer-1": "a", "answer-2": "c", "save": "1"}

    answer = signed_in(attempt.learner).post(at(attempt), sheet)

    assert answer.url == at(attempt)
    assert saved(attempt) == {1: ["a"], 2: ["c"], 3: []}


def test_submit_saves_first_and_then_asks(signed_in, attempt, at):
    answer = signed_in(attempt.learner).post(
        at(attempt), untouched(attempt) | {"answer-1": "a", "submit": "1"}
    )

    assert answer.url == at(attempt, "attempt_submit")
    assert saved(attempt)[1] == ["a"]


def test_a_reload_shows_what_was_saved(signed_in, attempt, at):
    client = signed_in(attempt.learner)
    client.post(at(attempt), untouched(attempt) | {"answer-1": "a", "flag-1": "on"})

    page = client.get(at(attempt)).content.decode()

    assert page.count('autocomplete="off" checked') == 2
    assert "<span data-answered>1</span>" in page


def test_a_stale_tab_leaves_alone_what_it_did_not_touch(signed_in, attempt, at):
    stale = untouched(attempt)
    client = signed_in(attempt.learner)
    client.post(at(attempt), stale | {"answer-1": "a"})

    answer = client.post(at(attempt), stale | {"answer-3": "b"})

    assert answer.status_code == 302
    assert (saved(attempt)[1], saved(attempt)[3]) == (["a"], ["b"])


def test_a_stale_tab_that_differs_is_shown_both_and_saves_the_rest(signed_in, attempt, at):
    stale = untouched(attempt)
    client = signed_in(attempt.learner)
    client.post(at(attempt), stale | {"answer-1": "a"})

    answer = client.post(at(attempt), stale | {"answer-1": "b", "answer-3": "b"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "choice 0" in page.split("Saved there:")[1][:40]
    assert "Chosen here, not saved:" in page
    assert (saved(attempt)[1], saved(attempt)[3]) == (["a"], ["b"])


def test_after_seeing_both_the_learner_decides(signed_in, attempt, at):
    stale = untouched(attempt)
    client = signed_in(attempt.learner)
    client.post(at(attempt), stale | {"answer-1": "a"})
    client.post(at(attempt), stale | {"answer-1": "b"})

    client.post(at(attempt), untouched(attempt) | {"answer-1": "b"})

    assert saved(attempt)[1] == ["b"]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"answer-1": "z"}, "does not belong to this question"),
        ({"answer-1": ["a", "b"]}, "takes one answer"),
        ({"answer-1": "a", "sequence-1": "-1"}, "was answered elsewhere"),
        ({"answer-1": "a", "sequence-1": "٣"}, "was answered elsewhere"),
        ({"answer-1": "a", "sequence-1": "9" * 40}, "was answered elsewhere"),
        ({"answer-1": "x" * 100_000}, "does not belong to this question"),
    ],
)
def test_a_bad_answer_is_told_at_its_question_and_the_others_are_kept(
    signed_in, attempt, at, sent, sentence
):
    answer = signed_in(attempt.learner).post(
        at(attempt), untouched(attempt) | {"answer-2": "b"} | sent
    )

    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert saved(attempt) == {1: [], 2: ["b"], 3: []}


def test_an_empty_answer_is_saved_as_one(signed_in, attempt, at):
    client = signed_in(attempt.learner)
    client.post(at(attempt), untouched(attempt) | {"answer-2": "a"})

    sheet = untouched(attempt)
    del sheet["answer-2"]
    client.post(at(attempt), sheet)

    assert saved(attempt)[2] == []


def test_another_learners_attempt_is_not_found(signed_in, attempt, at):
    client = signed_in(a_learner(attempt.assessment))

    for name in ("attempt", "attempt_submit", "attempt_result"):
        assert client.get(at(attempt, name)).status_code == 404
    assert client.post(at(attempt), {"answer-1": "a"}).status_code == 404
    assert saved(attempt)[1] == []


def test_an_attempt_is_not_found_under_another_assessment(signed_in, attempt):
    other = an_assessment()
    actions.grant(other, attempt.learner, opens=timezone.now(), by=None, now=timezone.now())

    address = f"/learn/assessments/{other.public_id}/attempts/{attempt.public_id}/"

    assert signed_in(attempt.learner).get(address).status_code == 404


def test_an_ended_attempt_leads_to_its_result(signed_in, attempt, at):
    actions.submit(attempt, by=attempt.learner, now=timezone.now())

    answer = signed_in(attempt.learner).post(at(attempt), untouched(attempt) | {"answer-1": "a"})

    assert answer.url == at(attempt, "attempt_result")
    assert saved(attempt)[1] == []


def test_an_overdue_attempt_is_closed_at_first_sight(signed_in, at):
    attempt = an_attempt(an_assessment(minutes=30), now=timezone.now() - timedelta(hours=1))

    answer = signed_in(attempt.learner).get(at(attempt))

    assert answer.url == at(attempt, "attempt_result")
    attempt.refresh_from_db()
    assert attempt.state == Attempt.State.CLOSED


def test_without_the_role_there_is_no_page(signed_in, attempt, at):
    attempt.learner.groups.clear()

    assert signed_in(attempt.learner).get(at(attempt)).status_code == 403


def test_twelve_questions_cost_as_few_queries_as_three(signed_in, at, count_queries):
    items = [an_entry(f"item-{n:02}") for n in range(12)]
    assessment = an_assessment(
        items, draws=12, pass_marks=11, blueprint=[{"outcome": "9.1", "draw": 12}]
    )
    attempt = an_attempt(assessment, now=timezone.now())
    client = signed_in(attempt.learner)

    with count_queries(at_most=15):
        client.get(at(attempt))


def test_a_visitor_signs_in_first(client, attempt, at):
    assert "/accounts/login/" in client.get(at(attempt)).url
