"""A rubric can be used alike by two markers, and its best answer earns the item's marks exactly."""

from copy import deepcopy
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.marking.rubric import (
    Criterion,
    Level,
    Rubric,
    marks_of_scoring,
    may_publish_rubric,
    may_score,
    rubric_of,
)
from tests.assessments.rules.marking.rubrics import ENTRIES, MARKS, RUBRIC, scored
from training_site.verdict import Refused


def changed(change):
    entries = deepcopy(ENTRIES)
    change(entries)
    return rubric_of(entries)


def set_levels(*marks):
    return lambda entries: entries[0].update(levels=[{"marks": mark} for mark in marks])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda entries: None, ""),
        (lambda entries: entries.clear(), "rubric_needs_criteria"),
        (lambda entries: entries[1].update(name="Consent"), "rubric_criteria_alike"),
        (lambda entries: entries[1].update(name=" Consent "), "rubric_criteria_alike"),
        (lambda entries: entries[0].update(name=" "), "rubric_criteria_alike"),
        (set_levels(3), "rubric_needs_two_levels"),
        (set_levels(), "rubric_needs_two_levels"),
        (set_levels(0, 0, 3), "rubric_levels_not_rising"),  # two levels of one mark
        (set_levels(3, 0), "rubric_levels_not_rising"),
        (set_levels(-1, 3), "rubric_marks_unusable"),
        (set_levels("0.000001", 3), "rubric_marks_unusable"),  # finer than marks are kept
        (set_levels(1, 3), ""),  # the lowest level may earn something
        (set_levels(0, 4), "rubric_total_differs"),
        (set_levels(0, 2), "rubric_total_differs"),
    ],
)
def test_a_rubric_is_published_when_it_can_be_used_alike(change, reason):
    assert may_publish_rubric(changed(change), MARKS).reason == reason


def test_a_total_that_differs_names_both_figures():
    verdict = may_publish_rubric(RUBRIC, 10)

    assert verdict.details == {"total": 6, "marks": 10}


@pytest.mark.parametrize("marks", ["three", "", "NaN", "Infinity", None])
def test_marks_that_are_no_number_are_refused(marks):
    with pytest.raises(Refused) as refusal:
        changed(set_levels(0, marks))

    assert (refusal.value.reason, refusal.value.details) == (
        "rubric_marks_unusable",
        {"criterion": "Consent"},
    )


@pytest.mark.parametrize(
    ("scoring", "reason"),
    [
        (scored(2, 1), ""),
        (scored(0, 0), ""),
        ({"Consent": 2}, "rubric_not_scored_whole"),
        ({}, "rubric_not_scored_whole"),
        (scored(3, 1), "rubric_level_not_offered"),
        (scored(-1, 1), "rubric_level_not_offered"),  # never the last one from behind
        (scored(2, 1) | {"Style": 0}, "rubric_level_not_offered"),
    ],
)
def test_every_criterion_has_one_of_its_own_levels(scoring, reason):
    assert may_score(RUBRIC, scoring).reason == reason


def test_marks_are_the_sum_of_the_chosen_levels():
    assert marks_of_scoring(RUBRIC, scored(1, 1)) == Decimal("4.5")


def test_half_a_scoring_has_no_marks():
    with pytest.raises(Refused) as refusal:
        marks_of_scoring(RUBRIC, {"Consent": 2})

    assert refusal.value.details == {"criteria": "Boundaries"}


@st.composite
def rubrics(draw):
    rising = st.sets(st.decimals(0, 20, places=2), min_size=2, max_size=5).map(sorted)
    return Rubric(
        tuple(
            Criterion(f"criterion {number}", "", tuple(Level(marks) for marks in draw(rising)))
            for number in range(draw(st.integers(1, 5)))
        )
    )


@pytest.mark.lesson(6)
@given(rubrics(), st.data())
def test_no_scoring_earns_more_than_the_item_and_the_best_earns_all_of_it(rubric, data):
    best = {criterion.name: len(criterion.levels) - 1 for criterion in rubric.criteria}
    some = {name: data.draw(st.integers(0, level)) for name, level in best.items()}

    assert may_publish_rubric(rubric, rubric.marks)
    assert marks_of_scoring(rubric, best) == rubric.marks
    assert marks_of_scoring(rubric, some) <= rubric.marks
