"""Months, stretches of time, and the drawings of both."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from certification.figures.rules.calendar import Calendar, blocks, grain_of
from certification.figures.rules.durations import Middle, Moment, middle_of, stretches
from certification.figures.rules.plots import (
    DAYS_SIDE,
    FLOOR,
    STUB,
    TOP,
    WIDTH,
    days_plot,
    highest,
    scale_of,
    strip,
)
from certification.figures.rules.telling import FEW, NOTHING, Figure, How

TODAY = Calendar(date(2026, 11, 23), ZoneInfo("Europe/Berlin"))
BEGUN = datetime(2026, 1, 1, tzinfo=UTC)


def on(day: float, state: str, only_from: str | None = None) -> Moment:
    return Moment(BEGUN + timedelta(days=day), state, only_from)


def told(*moments: Moment) -> list[tuple[str, float]]:
    return [(one.state, one.days) for one in stretches(moments)]


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2026, 11, 1), 0),
        (date(2026, 10, 31), 1),
        (date(2025, 12, 31), 11),
        (date(2025, 11, 30), 12),
        (date(2027, 1, 1), -2),
    ],
)
def test_months_are_counted_back_from_the_one_that_runs(day, age):
    assert TODAY.age(day) == age
    assert TODAY.month(age) == day.replace(day=1)


def test_three_years_begin_with_a_whole_month():
    assert TODAY.first_day == date(2023, 12, 1)
    assert TODAY.start == datetime(2023, 11, 30, 23, tzinfo=UTC)


def test_a_month_begins_in_the_zone_of_the_association():
    assert TODAY.age_at(datetime(2026, 10, 31, 22, 59, tzinfo=UTC)) == 1
    assert TODAY.age_at(datetime(2026, 10, 31, 23, 0, tzinfo=UTC)) == 0


def test_bars_stand_in_order_and_hold_every_month_once():
    bars = blocks(12, 3)

    assert bars[0] == range(9, 12)
    assert bars[-1] == range(3)
    assert sorted(age for bar in bars for age in bar) == list(range(12))


def test_months_stand_alone_where_most_hold_five_people():
    full = [(0, person) for person in range(5)]

    assert grain_of(full) == 1
    assert grain_of([*full, (1, 9)]) == 1
    assert grain_of([*full, (1, 9), (2, 9)]) == 3
    assert grain_of([]) == 3


def test_a_stretch_ends_with_the_next_state_and_the_last_is_not_over():
    assert told(on(0, "submitted"), on(4, "in_review"), on(10, "decided")) == [
        ("submitted", 4),
        ("in_review", 6),
    ]


def test_a_state_entered_again_while_it_lasts_goes_on():
    assert told(on(0, "in_review"), on(3, "in_review"), on(9, "recommended")) == [("in_review", 9)]


def test_a_moment_that_asks_for_another_state_changes_nothing_elsewhere():
    late = on(5, "recommended", only_from="in_review")

    assert told(on(0, "decided"), late, on(7, "appealed")) == [("decided", 7)]
    assert told(on(0, "in_review"), late, on(7, "decided")) == [
        ("in_review", 5),
        ("recommended", 2),
    ]


def test_of_two_moments_at_once_the_later_named_holds():
    assert told(on(0, "decided"), on(2, "recommended"), on(2, "in_review"), on(5, "decided")) == [
        ("decided", 2),
        ("recommended", 0),
        ("in_review", 3),
    ]


def test_the_middle_and_its_sides():
    assert middle_of([1, 2, 3, 4, 11]) == Middle(3, pytest.approx(1.4), pytest.approx(8.2))
    assert middle_of([4, 2]).median == 3
    assert middle_of([7]) == Middle(7, 7, 7)


def test_a_bar_is_as_high_as_its_figure_and_a_few_are_all_alike():
    bars = strip([Figure(How.TOLD, 10), Figure(How.TOLD, 5), FEW, NOTHING], most=10).bars

    assert [bar.height for bar in bars] == [FLOOR - TOP, (FLOOR - TOP) // 2, STUB, 0]
    assert all(bar.y + bar.height == FLOOR for bar in bars)
    assert all(0 <= bar.x and bar.x + bar.width <= WIDTH for bar in bars)


def test_strips_that_are_compared_share_their_highest_bar():
    assert highest([Figure(How.TOLD, 3), FEW], [Figure(How.TOLD, 8)]) == 8
    assert highest([NOTHING], [Figure(How.TOLD, 0)]) == 1


@pytest.mark.parametrize(
    ("longest", "last"), [(0.5, 1), (5, 5), (30, 30), (31, 40), (240, 250), (900, 1000)]
)
def test_the_scale_of_days_is_round_and_holds_the_longest(longest, last):
    scale = scale_of(longest)

    assert scale[-1] == last
    assert len(scale) <= 6


def test_days_lie_on_the_line_by_their_length():
    plot = days_plot(Middle(15, 0, 30), 30, last=30)

    assert (plot.start, plot.median, plot.end) == (DAYS_SIDE, WIDTH // 2, WIDTH - DAYS_SIDE)
    assert plot.promised == plot.end
    assert days_plot(Middle(3, 3, 3), None, last=30).span > 0
