"""Whose answer it is, no page tells; and two markers seldom meet at the same one."""

import pytest
from django.urls import reverse

from assessments.views.staff.marking_desk import Desk, name_of
from assessments.views.staff.marking_queue import lines_for
from tests.assessments.marking.test_pages import essay, next_of
from tests.factories.assessments import a_learner
from tests.factories.marking import (
    BEST,
    TEXT,
    WORST,
    a_marker,
    a_marking,
    a_moderation,
    a_written_answer,
    a_written_assessment,
    a_written_attempt,
    essays_of,
)

pytestmark = pytest.mark.django_db


def test_two_people_start_at_different_answers_and_avoid_what_is_open(desk_of, now):
    assessment = a_written_assessment()
    for _ in range(4):
        a_written_answer(assessment, now=now)

    opened = []
    for client in [desk_of() for _ in range(4)]:
        opened.append(next_of(client).url)
        client.get(opened[-1])

    assert len(set(opened)) == 4


def test_the_order_stays_and_each_marker_has_one_of_their_own(now):
    assessment = a_written_assessment()
    for _ in range(8):
        a_written_answer(assessment, now=now)
    one, other = a_marker(), a_marker()

    orders = [[a.pk for a in Desk.of(essay(), who).answers] for who in (one, one, other)]

    assert orders[0] == orders[1] != orders[2]
    assert orders[0] != sorted(orders[0])


def test_an_answer_left_for_later_comes_round_again(desk_of, now):
    assessment = a_written_assessment()
    for _ in range(2):
        a_written_answer(assessment, now=now)
    client = desk_of()

    first = next_of(client).url
    name = first.rstrip("/").rsplit("/", 1)[1]
    second = client.get(reverse("marking_next", args=[essay().public_id]), {"after": name}).url

    assert second != first
    assert (
        client.get(reverse("marking_next", args=[essay().public_id]), {"after": "x"}).url == first
    )


def test_ones_own_answer_is_on_nobodys_desk_but_others(desk_of, at, now):
    """An instructor may be learning elsewhere in the house."""
    assessment = a_written_assessment()
    marker = a_marker()
    from assessments import actions

    actions.grant(assessment, marker, opens=now.replace(year=2025), by=None, now=now)
    own = essays_of(a_written_attempt(assessment, learner=marker, now=now))[0]

    assert lines_for(marker, now=now) == []
    assert desk_of(marker).get(at(own)).status_code == 404
    assert desk_of().get(at(own)).status_code == 200


@pytest.mark.parametrize("stage", ["first", "second", "moderation", "settled", "withdrawn"])
def test_no_page_tells_whose_answer_it_is(desk_of, at, now, stage):
    assessment = a_written_assessment(second=True)
    learner = a_learner(assessment, name="Rosalind Quellenberg")
    attempt = a_written_attempt(assessment, learner=learner, now=now)
    [answer] = essays_of(attempt)
    me = a_marker()
    marking = None
    if stage != "first":
        marking = a_marking(
            answer, BEST, by=me if stage in ("settled", "withdrawn") else None, now=now
        )
    if stage in ("moderation", "settled"):
        a_marking(answer, WORST, now=now)
    if stage == "settled":
        a_moderation(answer, now=now)
    client = desk_of(me)
    pages = [reverse("marking"), reverse("my_markings"), at(answer)]
    pages += [reverse("rubric", args=[essay().public_id])]
    pages += [reverse("rubric_edit", args=[essay().public_id])]
    pages += (
        [reverse("withdraw_marking", args=[marking.public_id])]
        if stage in ("settled", "withdrawn")
        else []
    )

    for address in pages:
        page = client.get(address)
        sent = page.content.decode() + address + str(page.headers)
        assert page.status_code == 200
        for telling in (
            "Rosalind",
            "Quellenberg",
            learner.email,
            str(learner.public_id),
            str(attempt.public_id),
            str(assessment.public_id),
        ):
            assert telling not in sent
    assert TEXT[:40] in client.get(at(answer)).content.decode()


def test_the_name_of_an_answer_tells_nothing_of_its_place(now):
    assessment = a_written_assessment()
    answers = [a_written_answer(assessment, now=now) for _ in range(8)]
    names = [name_of(answer) for answer in answers]

    assert len(set(names)) == 8
    assert names != sorted(names)
