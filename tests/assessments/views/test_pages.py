"""Pages of an attempt: every way on saves first, and the order is the server's to keep."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from assessments import actions
from assessments.models import Attempt
from tests.assessments.views.sheets import saved, untouched
from tests.factories.assessments import an_assessment, an_attempt, an_entry

pytestmark = pytest.mark.django_db


def paged(navigation="free", questions=3, **settings):
    items = [an_entry(f"item-{n:02}") for n in range(questions)]
    assessment = an_assessment(
        items,
        draws=questions,
        page_size=1,
        navigation=navigation,
        blueprint=[{"outcome": "9.1", "draw": questions}],
        **settings,
    )
    return an_attempt(assessment, now=timezone.now())


def page(attempt, number, **more):
    return untouched(attempt, [number]) | {"page": number} | more


def stem(attempt, position):
    return attempt.items.get(position=position).item_version.stem


def test_a_page_shows_its_questions_and_no_other(signed_in, at):
    attempt = paged()

    shown = signed_in(attempt.learner).get(at(attempt), {"page": 2}).content.decode()

    assert [stem(attempt, n) in shown for n in (1, 2, 3)] == [False, True, False]
    assert "page 2 of 3" in shown


@pytest.mark.lesson(10)
@pytest.mark.parametrize(
    ("button", "leads"),
    [
        ({"go": "next"}, "?page=3"),
        ({"go": "previous"}, "?page=1"),
        ({"go": "3"}, "?page=3#question-3"),
    ],
)
def test_every_way_on_saves_first(signed_in, at, button, leads):
    attempt = paged()

    answer = signed_in(attempt.learner).post(
        at(attempt), page(attempt, 2, **{"answer-2": "b"}, **button)
    )

    assert answer.url == at(attempt) + leads
    assert saved(attempt)[2] == ["b"]


@pytest.mark.lesson(4)
def test_a_save_that_fails_stays_on_its_page(signed_in, at):
    attempt = paged()

    answer = signed_in(attempt.learner).post(
        at(attempt), page(attempt, 1, **{"answer-1": ["a", "b"]}, go="next")
    )

    assert answer.status_code == 409
    assert "takes one answer" in answer.content.decode()
    assert stem(attempt, 1) in answer.content.decode()
    assert Attempt.objects.get().saves_failed == 1


@pytest.mark.lesson(9)
def test_the_address_alone_leads_to_where_one_was(signed_in, at):
    attempt = paged()
    client = signed_in(attempt.learner)
    client.post(at(attempt), page(attempt, 1, **{"answer-1": "a"}, go="next"))

    assert stem(attempt, 2) in client.get(at(attempt)).content.decode()


def test_a_page_that_is_not_there_is_not_found(signed_in, at):
    attempt = paged()
    client = signed_in(attempt.learner)

    assert client.get(at(attempt), {"page": 4}).status_code == 404
    assert client.get(at(attempt), {"page": 0}).status_code == 404
    assert client.post(at(attempt), page(attempt, 1, go="99")).status_code == 404


def test_in_sequence_only_the_furthest_page_is_read(signed_in, at):
    attempt = paged("sequential")
    client = signed_in(attempt.learner)
    ahead = client.get(at(attempt), {"page": 2})
    client.post(at(attempt), page(attempt, 1, **{"answer-1": "a"}, go="next"))

    behind = client.get(at(attempt), {"page": 1}, follow=True).content.decode()

    assert ahead.url == at(attempt)
    assert "goes forward only" in behind
    assert stem(attempt, 1) not in behind
    assert stem(attempt, 2) in behind


def test_in_sequence_only_the_furthest_page_is_answered(signed_in, at):
    attempt = paged("sequential")
    client = signed_in(attempt.learner)
    first = page(attempt, 1, **{"answer-1": "b"})
    client.post(at(attempt), page(attempt, 1, **{"answer-1": "a"}, go="next"))

    client.post(at(attempt), first | {"sequence-1": 1})
    by_script = client.post(
        at(attempt, "attempt_answer", 1),
        {"fields": {"": ["b"]}, "sequence": 1},
        content_type="application/json",
    )
    client.post(at(attempt), page(attempt, 3, **{"answer-3": "a"}))

    assert by_script.json()["reason"] == "page_behind"
    assert saved(attempt) == {1: ["a"], 2: [], 3: []}


def test_next_pressed_twice_skips_nothing(signed_in, at):
    attempt = paged("sequential")
    client = signed_in(attempt.learner)
    sheet = page(attempt, 1, **{"answer-1": "a"}, go="next")
    client.post(at(attempt), sheet)

    again = client.post(at(attempt), sheet)

    assert again.url == at(attempt)
    assert Attempt.objects.get().furthest == 2


def test_in_sequence_submitting_comes_last(signed_in, at):
    attempt = paged("sequential")
    client = signed_in(attempt.learner)

    first = client.get(at(attempt)).content.decode()
    for number in (1, 2):
        client.post(at(attempt), page(attempt, number, go="next"))
    last = client.get(at(attempt)).content.decode()

    assert 'name="submit"' not in first
    assert 'name="submit"' in last
    confirming = client.get(at(attempt, "attempt_submit")).content.decode()
    assert re.findall(r'href="([^"]*#question-\d)"', confirming) == [
        f"{at(attempt)}?page=3#question-3"
    ]


def test_the_overview_tells_what_is_answered_and_flagged_on_every_page(signed_in, at):
    attempt = paged()
    client = signed_in(attempt.learner)
    client.post(at(attempt), page(attempt, 1, **{"answer-1": "a", "flag-1": "on"}))

    shown = client.get(at(attempt), {"page": 3}).content.decode()

    assert "<span data-answered>1</span>" in shown
    assert 'data-link="1" data-answered="yes" data-flagged="yes"' in shown
    assert 'data-link="2" data-answered="no" data-flagged="no"' in shown


def test_a_page_of_fifty_questions_costs_few_queries(signed_in, at, count_queries):
    items = [an_entry(f"item-{n:02}") for n in range(50)]
    assessment = an_assessment(
        items, draws=50, pass_marks=40, blueprint=[{"outcome": "9.1", "draw": 50}], minutes=60
    )
    attempt = an_attempt(assessment, now=timezone.now())
    client = signed_in(attempt.learner)
    client.get(at(attempt))

    with count_queries(at_most=15) as counted:
        client.get(at(attempt))
    assert len(counted) >= 5


def test_after_a_post_from_another_device_one_goes_on_here(client, sign_in, at):
    from django.test import Client

    attempt = paged()
    here, there = sign_in(client, attempt.learner), sign_in(Client(), attempt.learner)
    here.get(at(attempt))
    there.get(at(attempt))

    refused = here.post(at(attempt), page(attempt, 1, **{"answer-1": "b"}, go="next"))
    taken = here.post(at(attempt), page(attempt, 1, **{"answer-1": "b"}, here="1"))

    assert refused.status_code == 409
    assert "Go on here" in refused.content.decode()
    assert 'value="b" autocomplete="off" checked' in refused.content.decode()
    assert taken.status_code == 302
    assert saved(attempt)[1] == ["b"]


def test_overdue_takes_no_answers_and_still_a_submission(signed_in, at):
    begun = timezone.now() - timedelta(hours=1)
    assessment = an_assessment(minutes=30, overdue="grace", grace_hours=5)
    attempt = an_attempt(assessment, now=begun)
    actions.save_answer(attempt, 1, {"": ["a"]}, sequence=0, by=attempt.learner, now=begun)
    client = signed_in(attempt.learner)

    shown = client.get(at(attempt)).content.decode()
    posted = client.post(at(attempt), untouched(attempt) | {"answer-2": "a"})

    assert "The time for answers is up" in shown
    assert "Submit until" in shown
    assert "1 of 3 questions have a saved answer" in shown
    assert attempt.items.first().item_version.stem not in shown
    assert posted.status_code == 200
    assert saved(attempt)[2] == []
    assert "Submit now" in client.get(at(attempt, "attempt_submit")).content.decode()
