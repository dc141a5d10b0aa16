"""Marks are whole, and ticking everything never earns them."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.scoring import SCORING_OF_MULTIPLE, is_pass, key_of, marks_for


def options(*right, of="abcd"):
    return [{"id": name, "text": name, "correct": name in right} for name in of]


@pytest.mark.parametrize(
    ("scoring", "key", "chosen", "marks"),
    [
        ("", "b", ["b"], 1),
        ("", "b", ["a"], 0),
        ("", "b", [], 0),
        ("", "b", None, 0),
        ("", "b", ["a", "b", "c", "d"], 0),
        ("all_or_nothing", "ac", ["a", "c"], 1),
        ("all_or_nothing", "ac", ["c", "a"], 1),
        ("all_or_nothing", "ac", ["a"], 0),
        ("all_or_nothing", "ac", ["a", "b", "c"], 0),
        ("all_or_nothing", "ac", [], 0),
    ],
)
def test_marks_for_one_item(scoring, key, chosen, marks):
    assert marks_for(scoring, options(*key), chosen) == marks


@pytest.mark.parametrize("scoring", SCORING_OF_MULTIPLE)
def test_all_ticked_is_never_full_under_any_rule(scoring):
    everything = ["a", "b", "c", "d"]
    for size in (1, 2, 3):
        for key in combinations(everything, size):
            assert marks_for(scoring, options(*key), everything) == 0


@given(st.sets(st.sampled_from("abcd"), min_size=1, max_size=3), st.sets(st.sampled_from("abcd")))
def test_full_marks_mean_the_key_exactly(key, chosen):
    assert marks_for("all_or_nothing", options(*key), chosen) == int(key == chosen)
    assert key_of(options(*key)) == key


@pytest.mark.parametrize(("marks", "passed"), [(10, False), (11, True), (12, True)])
def test_the_pass_mark_itself_passes(marks, passed):
    assert is_pass(marks, 11) is passed
