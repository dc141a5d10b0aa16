"""What each option drew, from whom, and what is odd about it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.statistics.distractors import distractor_table
from assessments.rules.statistics.sittings import Cohort, Sitting
from tests.assessments.rules.statistics.reference import WITH_OPTIONS, one_form


def chose(*rows):
    """Candidates by total out of ten and the options they ticked in item 1."""
    return Cohort(
        (Sitting(Decimal(total), {1: 0.0}, {1: frozenset(ticked)}) for total, ticked in rows),
        {1: 10},
    )


def flags(table):
    return {row.option: row.flags for row in table.options}


@pytest.mark.parametrize(
    ("option", "count", "thirds", "mean_score"),
    [  # numpy 2.4.6: 33 from either end and 33 between, of the first 99
        ("a", 23, (9, 11, 3), 0.35775862068965514),
        ("b", 53, (11, 18, 24), 0.5423715029277815),
        ("c", 20, (10, 4, 6), 0.4368534482758621),
        ("d", 3, (3, 0, 0), 0.21695402298850572),
    ],
)
def test_counts_by_third_agree_with_a_plain_sort(option, count, thirds, mean_score):
    table = distractor_table(one_form(99), WITH_OPTIONS, "abcd", "b")
    row = next(row for row in table.options if row.option == option)

    assert (row.count, row.share) == (count, pytest.approx(count / 99))
    assert [row.lower.count, row.middle.count, row.upper.count] == pytest.approx(thirds)
    assert row.upper.share == pytest.approx(thirds[2] / 33)
    assert row.lean == pytest.approx((thirds[2] - thirds[0]) / 33)
    assert row.mean_score == pytest.approx(mean_score, abs=1e-9)
    assert row.is_key is (option == "b")
    assert row.flags == ()


def test_a_sound_item_is_not_flagged():
    table = distractor_table(
        chose((9, "a"), (8, "a"), (5, "b"), (4, "a"), (2, "c"), (1, "b")), 1, "abc", "a"
    )

    assert flags(table) == {"a": (), "b": (), "c": ()}


def test_an_option_that_nobody_takes_is_flagged():
    table = distractor_table(chose((9, "a"), (5, "a"), (1, "b")), 1, "abc", "a")

    assert flags(table) == {"a": (), "b": (), "c": ("never_chosen",)}
    assert table.options[2].mean_score is None


def test_a_wrong_option_that_draws_the_strong_is_flagged_and_so_is_the_key_it_beats():
    table = distractor_table(
        chose((9, "b"), (8, "b"), (5, "c"), (4, "a"), (2, "a"), (1, "a")), 1, "abc", "a"
    )

    assert flags(table) == {"a": ("key_weaker",), "b": ("strong_choose_it",), "c": ()}


def test_a_good_key_stands_beside_a_distractor_that_draws_some_of_the_strong():
    table = distractor_table(
        chose(
            (9, "a"), (8, "a"), (7, "b"), (6, "c"), (5, "c"), (4, "c"), (3, "c"), (2, "c"), (1, "c")
        ),
        1,
        "abc",
        "a",
    )

    assert flags(table) == {"a": (), "b": ("strong_choose_it",), "c": ()}


def test_nobody_is_strong_or_weak_where_all_score_alike():
    table = distractor_table(chose((5, "a"), (5, "b"), (5, "b")), 1, "abc", "a")

    assert flags(table) == {"a": (), "b": (), "c": ("never_chosen",)}


def test_several_ticks_count_for_each_and_blanks_are_counted_apart():
    table = distractor_table(chose((9, "ab"), (5, "a"), (1, "")), 1, "ab", "ab")

    assert [row.count for row in table.options] == [2, 1]
    assert (table.sittings, table.unanswered) == (3, 1)


def test_an_option_that_is_no_longer_listed_is_still_shown():
    table = distractor_table(chose((9, "a"), (1, "z")), 1, "ab", "a")

    assert [row.option for row in table.options] == ["a", "b", "z"]


def test_an_item_that_nobody_was_shown_has_an_empty_table():
    table = distractor_table(chose(), 1, "ab", "a")

    assert (table.sittings, table.warning) == (0, "too_few")
    assert flags(table) == {"a": (), "b": ()}
    assert table.options[0].share is table.options[0].lean is table.options[0].mean_score is None


choosing = st.lists(
    st.tuples(st.integers(0, 10), st.sampled_from(["a", "b", "c", ""])), max_size=25
)


@given(choosing.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_thirds_add_up_and_the_order_of_candidates_never_matters(both):
    ours, theirs = (distractor_table(chose(*rows), 1, "abc", "a") for rows in both)

    assert ours == theirs
    assert sum(row.count for row in ours.options) + ours.unanswered == ours.sittings
    for row in ours.options:
        assert row.lower.count + row.middle.count + row.upper.count == pytest.approx(row.count)
