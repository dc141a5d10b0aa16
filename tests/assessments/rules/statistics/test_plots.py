"""Coordinates of the two pictures."""

import pytest

from assessments.rules.statistics.items import ItemFigures
from assessments.rules.statistics.plots import SIDE, quantile_lines, scatter
from assessments.rules.statistics.sittings import Cohort
from tests.assessments.rules.statistics.reference import WITH_OPTIONS, one_form


def figures(item, facility, discrimination):
    return ItemFigures(item, 100, facility, 0.4, None, discrimination, None)


@pytest.mark.parametrize(
    ("facility", "discrimination", "x", "y"),
    [
        (0.0, -1.0, 0, SIDE),
        (1.0, 1.0, SIDE, 0),
        (0.5, 0.0, SIDE // 2, SIDE // 2),
        (0.75, 0.5, 750, 250),
    ],
)
def test_an_item_stands_where_its_figures_say(facility, discrimination, x, y):
    (dot,) = scatter([figures(7, facility, discrimination)]).dots

    assert (dot.item, dot.x, dot.y) == (7, x, y)
    assert (dot.facility, dot.discrimination) == (facility, discrimination)


def test_an_item_without_discrimination_is_named_and_not_drawn():
    found = scatter([figures(1, 1.0, None), figures(2, None, None), figures(3, 0.5, 0.2)])

    assert [dot.item for dot in found.dots] == [3]
    assert found.unplaced == (1, 2)
    assert found.zero == SIDE // 2


@pytest.mark.parametrize(
    ("option", "shares"),
    [  # numpy 2.4.6: twenty by twenty of a sorted list
        ("a", (0.40, 0.20, 0.45, 0.10, 0.05)),
        ("b", (0.25, 0.45, 0.45, 0.80, 0.70)),
        ("c", (0.30, 0.25, 0.10, 0.10, 0.25)),
        ("d", (0.05, 0.10, 0.00, 0.00, 0.00)),
    ],
)
def test_lines_show_the_share_of_each_option_in_five_groups(option, shares):
    lines = quantile_lines(one_form(), WITH_OPTIONS, "abcd", "b")
    line = next(line for line in lines if line.option == option)

    assert [point.share for point in line.points] == pytest.approx(shares, abs=1e-9)
    assert [point.group for point in line.points] == [1, 2, 3, 4, 5]
    assert [point.x for point in line.points] == [0, 250, 500, 750, 1000]
    assert [point.y for point in line.points] == [round(1000 * (1 - share)) for share in shares]
    assert line.is_key is (option == "b")


def test_nobody_draws_no_line():
    lines = quantile_lines(Cohort([]), 1, "ab", "a")

    assert [(line.option, line.points) for line in lines] == [("a", ()), ("b", ())]


def test_a_single_group_is_a_single_point():
    (line, *_) = quantile_lines(one_form(), WITH_OPTIONS, "abcd", "b", groups=1)

    assert [(point.x, point.share) for point in line.points] == [(0, pytest.approx(0.24))]
