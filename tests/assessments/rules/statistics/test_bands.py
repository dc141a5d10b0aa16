"""Groups by score: the outer 27 %, thirds and fifths, with ties shared fairly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.statistics.bands import (
    OUTER_27,
    THIRDS,
    equal_bands,
    groups_by_score,
)


def belonging(scores, bands):
    return [
        dict(zip(group.places, group.weights, strict=True))
        for group in groups_by_score(scores, bands)
    ]


def test_without_ties_groups_are_stretches_of_the_list():
    assert belonging([3, 1, 2], THIRDS) == [{1: 1}, {2: 1}, {0: 1}]


def test_three_who_tie_for_two_places_are_each_two_thirds_in():
    lower, middle, upper = belonging([9, 5, 5, 5, 1, 2], THIRDS)

    assert lower == {4: 1, 5: 1}
    assert middle == {1: pytest.approx(2 / 3), 2: pytest.approx(2 / 3), 3: pytest.approx(2 / 3)}
    assert upper == {
        0: 1,
        1: pytest.approx(1 / 3),
        2: pytest.approx(1 / 3),
        3: pytest.approx(1 / 3),
    }


def test_a_group_need_not_be_whole():
    # 27 % of ten: two and seven tenths of the next.
    lower, upper = belonging(list(range(10)), OUTER_27)

    assert lower == {0: 1, 1: 1, 2: pytest.approx(0.7)}
    assert upper == {7: pytest.approx(0.7), 8: 1, 9: 1}


def test_nobody_makes_empty_groups():
    for group in groups_by_score([], equal_bands(5)):
        assert group.size == 0
        assert group.mean_of([]) is None


@given(st.lists(st.integers(0, 6), min_size=1, max_size=40), st.integers(1, 6))
def test_every_candidate_is_shared_out_once_and_groups_are_of_one_size(scores, count):
    groups = groups_by_score(scores, equal_bands(count))

    for place in range(len(scores)):
        shared = sum(
            dict(zip(group.places, group.weights, strict=True)).get(place, 0) for group in groups
        )
        assert shared == pytest.approx(1)
    assert [group.size for group in groups] == pytest.approx([len(scores) / count] * count)
