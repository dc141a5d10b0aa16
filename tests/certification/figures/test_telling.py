"""What may be told of a group: nothing of fewer than five people, and nothing by subtraction."""

import random

import pytest

from certification.figures.rules.calendar import SPANS
from certification.figures.rules.telling import (
    FEW,
    WITHHELD,
    Figure,
    How,
    alone_by_span,
    figure_of,
    full_fives,
    is_safe,
    part_of,
    parts_of,
    total_of,
    totals_by_span,
)


def told(number: int) -> Figure:
    return Figure(How.TOLD, number)


def groups(*sizes: int) -> list[list[str]]:
    """People of their own in each."""
    return [[f"{place}.{one}" for one in range(size)] for place, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("people", "figure"),
    [
        ([], told(0)),  # nobody is no group
        ([1], FEW),
        ([1, 2, 3, 4], FEW),
        ([1, 2, 3, 4, 4, 4], FEW),  # six rows, four people
        ([1, 2, 3, 4, 5], told(5)),
        ([1, 2, 3, 4, 5, 5], told(6)),
    ],
)
def test_a_group_is_counted_from_five_people_on(people, figure):
    assert figure_of(people) == figure


@pytest.mark.parametrize(
    ("sizes", "safe"),
    [
        ((), True),
        ((0, 0), True),
        ((4,), False),  # the sum is the part
        ((2, 2), False),  # fewer than five people together
        ((1, 1, 1, 1, 1), False),  # five parts, five people: one each
        ((4, 4), False),  # as many as two can be: four each
        ((3, 4), True),
        ((1, 4), True),
        ((2, 1, 1, 1, 1), True),
    ],
)
def test_a_sum_of_what_is_hidden_gives_no_part_away(sizes, safe):
    assert is_safe(groups(*sizes)) is safe


@pytest.mark.parametrize(
    ("sizes", "total"),
    [
        ((6, 7), told(13)),
        ((6, 2), WITHHELD),  # the two would be the rest
        ((6, 2, 0), WITHHELD),
        ((6, 3, 4), told(13)),
        ((6, 4, 4), WITHHELD),
        ((2, 1), FEW),
        ((0, 0), told(0)),
    ],
)
def test_a_total_stands_beside_its_parts_where_none_follows(sizes, total):
    assert total_of(groups(*sizes)) == total


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((5, 6), [told(5), told(6)]),
        ((2, 9), [WITHHELD, WITHHELD]),  # one of the two would give the other away
        ((0, 9), [told(0), told(9)]),
        ((3, 4, 9), [FEW, FEW, told(9)]),
        ((0, 0), [told(0), told(0)]),
    ],
)
def test_parts_stand_beside_a_total_where_none_follows(sizes, shown):
    assert parts_of(groups(*sizes), total=told(sum(sizes))) == shown


def test_parts_of_a_total_that_is_not_told_are_not_told():
    assert parts_of(groups(1, 2, 0), total=FEW) == [FEW, FEW, told(0)]
    assert parts_of(groups(6, 5), total=WITHHELD) == [WITHHELD, WITHHELD]


@pytest.mark.parametrize(
    ("part", "rest", "shown"),
    [
        (5, 5, told(5)),
        (2, 9, FEW),  # from one to four, and the rest is told nowhere
        (9, 2, WITHHELD),  # the rest would follow
        (9, 0, told(9)),
        (0, 9, told(0)),
    ],
)
def test_one_part_stands_beside_a_total_where_the_rest_does_not_follow(part, rest, shown):
    assert part_of(*groups(part, rest), total=told(part + rest)) == shown


def test_a_longer_span_is_told_where_five_people_more_are_in_it():
    six, one, five = groups(6, 1, 5)

    assert alone_by_span({3: six, 12: one}, SPANS) == {12: told(6), 36: WITHHELD, 3: told(0)}
    assert alone_by_span({0: one, 3: six}, SPANS)[3] == FEW
    assert alone_by_span({0: six, 3: one}, SPANS) == {12: told(7), 36: told(7), 3: WITHHELD}
    assert alone_by_span({0: six, 3: five}, SPANS) == {12: told(11), 36: told(11), 3: told(6)}


def test_the_total_of_a_span_is_told_where_the_bars_it_hides_do_not_follow():
    six, two, three, four = groups(6, 2, 3, 4)

    assert totals_by_span({0: six, 3: two}, SPANS)[12] == WITHHELD
    assert totals_by_span({0: six, 3: three, 6: four}, SPANS)[12] == told(13)
    # Beside the thirteen of a year, fifteen of three years would leave the two.
    years = totals_by_span({0: six, 3: three, 6: four, 12: two}, SPANS)
    assert years == {12: told(13), 36: WITHHELD, 3: told(6)}


def test_no_small_group_follows_from_any_page():
    """Every difference of what is told of bars and spans, over many worlds."""
    dice = random.Random(7)
    for _world in range(400):
        sizes = [dice.choice((0, 1, 2, 3, 4, 5, 7)) for _bar in range(12)]
        bars = dict(zip(range(0, 36, 3), groups(*sizes), strict=True))
        totals = totals_by_span(bars, SPANS)
        ends = [0, *(span for span, one in totals.items() if one.is_told)]
        for newest in ends:
            for oldest in (end for end in ends if end > newest):
                hidden = [
                    len(group)
                    for age, group in bars.items()
                    if newest <= age < oldest and 0 < len(group) < 5
                ]
                assert not hidden or len(hidden) < sum(hidden) < 4 * len(hidden)
                assert not hidden or sum(hidden) >= 5


def test_people_are_counted_in_full_fives_where_the_rest_would_count():
    assert [full_fives(range(size)) for size in (4, 5, 9, 10)] == [0, 5, 5, 10]
