"""A new version of a rubric moves every marking or none, and totals agree wherever they are read."""

from copy import deepcopy
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.marking.rescoring import affected_by
from assessments.rules.marking.rubric import marks_of_scoring, rubric_of
from assessments.rules.marking.script import Part
from tests.assessments.rules.marking.rubrics import ENTRIES, RUBRIC, marking


def next_version(change):
    entries = deepcopy(ENTRIES)
    change(entries)
    return rubric_of(entries, version=2)


def middle_worth_two(entries):
    entries[0]["levels"][1]["marks"] = 2


def one_level_more(entries):
    entries[1]["levels"].insert(1, {"marks": 1})


def renamed(entries):
    entries[1]["name"] = "Roles"


MARKINGS = [
    marking(2, consent=1),
    marking(3, Part.SECOND, consent=2),
    marking(4, consent=1, withdrawn="Marked twice by mistake"),
]


@pytest.mark.lesson(32)
def test_levels_worth_something_else_rescore_every_marking_that_counts():
    affected = affected_by(RUBRIC, next_version(middle_worth_two), MARKINGS)

    assert affected.number == 2
    assert [one.after.marks for one in affected.rescored] == [5, 6]
    assert [one.difference for one in affected.changed] == [Decimal("0.5")]
    assert {one.after.rubric_version for one in affected.rescored} == {2}


@pytest.mark.lesson(32)
@pytest.mark.parametrize("change", [one_level_more, renamed])
def test_criteria_of_another_shape_are_scored_afresh_never_guessed(change):
    affected = affected_by(RUBRIC, next_version(change), MARKINGS)

    assert affected.rescored == ()
    assert affected.afresh == tuple(MARKINGS[:2])


def test_better_words_ask_the_question_and_change_no_mark():
    new = next_version(lambda entries: entries[0].update(text="Says how consent is kept current"))

    affected = affected_by(RUBRIC, new, MARKINGS)

    assert (affected.number, affected.changed) == (2, ())


def test_markings_by_an_earlier_version_are_not_this_change():
    earlier = replace(MARKINGS[0], rubric_version=7)

    assert affected_by(RUBRIC, next_version(middle_worth_two), [earlier]).number == 0


@pytest.mark.lesson(32)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1)), max_size=20))
def test_a_rescored_total_is_the_one_that_scoring_anew_would_give(choices):
    new = next_version(middle_worth_two)
    markings = [marking(2, consent=consent, boundaries=kept) for consent, kept in choices]

    rescored = affected_by(RUBRIC, new, markings).rescored

    assert [one.after.marks for one in rescored] == [
        marks_of_scoring(new, given.scoring) for given in markings
    ]
