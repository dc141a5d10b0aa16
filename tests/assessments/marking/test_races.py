"""Markers against each other on real locks: one marking a part, and nothing lost without a word."""

from functools import partial

import pytest
from django.db import IntegrityError, transaction

from assessments.actions.marking import withdraw
from assessments.actions.rubrics import write_rubric
from assessments.models import Attempt, Item, Marking
from tests.assessments.marking.test_rubrics import middle_at
from tests.factories.marking import (
    BEST,
    MIDDLE,
    a_marker,
    a_marking,
    a_written_answer,
    a_written_assessment,
)
from tests.faults.thoroughness import RACE_ROUNDS
from tests.races import race
from training_site.verdict import Refused

ROUNDS = RACE_ROUNDS


@pytest.mark.races
@pytest.mark.both_stacks
@pytest.mark.django_db(transaction=True)
def test_two_first_markers_at_once_are_one_first_marking(now):
    assessment = a_written_assessment()
    one, other = a_marker(), a_marker()
    for _round in range(ROUNDS):
        answer = a_written_answer(assessment, now=now)

        give = partial(a_marking, answer, now=now)
        outcomes = race(partial(give, BEST, by=one), partial(give, MIDDLE, by=other))

        [standing] = answer.markings.standing()
        [refusal] = [one for one in outcomes if isinstance(one, Refused)]
        assert refusal.reason == "marking_settled"
        attempt = Attempt.objects.get(pk=answer.attempt_id)
        assert attempt.marks == 1 + standing.marks
        assert attempt.results.count() == 2


@pytest.mark.races
@pytest.mark.both_stacks
@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_first_and_second_where_both_are_asked_for(now):
    assessment = a_written_assessment(second=True)
    markers = [a_marker() for _ in range(3)]
    for _round in range(ROUNDS // 2):
        answer = a_written_answer(assessment, now=now)

        give = partial(a_marking, answer, BEST, now=now)
        outcomes = race(*[partial(give, by=marker) for marker in markers])

        parts = sorted(one.part for one in outcomes if isinstance(one, Marking))
        assert parts == ["first", "second"]
        assert Attempt.objects.get(pk=answer.attempt_id).marks == 7


@pytest.mark.races
@pytest.mark.both_stacks
@pytest.mark.django_db(transaction=True)
@pytest.mark.lesson(32)
def test_a_marking_while_the_rubric_changes_is_moved_or_refused(now):
    assessment = a_written_assessment()
    for number in range(ROUNDS // 2):
        answer = a_written_answer(assessment, now=now)
        item = Item.objects.get(ref="essay-0")
        write = partial(
            write_rubric,
            item,
            middle_at(item, f"1.{number + 1}"),
            rescore=True,
            by=a_marker(),
            now=now,
        )

        outcomes = race(partial(a_marking, answer, MIDDLE, now=now), write)

        failed = [one for one in outcomes if isinstance(one, Exception)]
        assert [one.reason for one in failed] in ([], ["marking_by_another_rubric"])
        newest = item.rubrics.order_by("number").last()
        assert {one.rubric for one in Marking.objects.standing()} <= {newest}


@pytest.mark.races
@pytest.mark.both_stacks
@pytest.mark.django_db(transaction=True)
def test_withdrawn_twice_at_once_is_withdrawn_once(now):
    marking = a_marking(a_written_answer(now=now), now=now)

    take = partial(withdraw, marking, "A slip.", by=marking.marker, now=now)
    outcomes = race(take, take)

    assert sorted(type(one).__name__ for one in outcomes) == ["Marking", "Refused"]
    assert Attempt.objects.get().results.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize("same", ["part", "marker"])
def test_the_database_holds_it_too(now, same):
    marking = a_marking(a_written_answer(now=now), now=now)
    copy = Marking.objects.get(pk=marking.pk)
    copy.pk, copy.public_id = None, "00000000-0000-4000-8000-000000000001"
    if same == "part":
        copy.marker = a_marker()
    else:
        copy.part = "second"

    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save(force_insert=True)
