"""Limits that take minutes away: oldest first, the crossing entry in part."""

import pytest

from .documents import DIRECT, an_entry, counted, evaluated, reasons, some_facts


def a_period(period: str, minutes: int) -> dict:
    return {"id": "p", "rule": "period_max", "where": DIRECT, "period": period, "minutes": minutes}


@pytest.mark.parametrize(
    ("period", "days", "left"),
    [
        ("iso_week", ["2026-05-04", "2026-05-10"], [60, 40]),  # Monday and Sunday of one week
        ("iso_week", ["2026-05-10", "2026-05-11"], [60, 60]),  # Sunday, and Monday of the next
        ("iso_week", ["2025-12-29", "2026-01-04"], [60, 40]),  # one week over two years
        ("iso_week", ["2025-05-05", "2026-05-04"], [60, 60]),  # week 19 of each year
        ("calendar_month", ["2026-05-01", "2026-05-31"], [60, 40]),
        ("calendar_month", ["2026-05-31", "2026-06-01"], [60, 60]),
        ("calendar_month", ["2025-05-31", "2026-05-01"], [60, 60]),  # the same month a year on
        ("rolling_2_days", ["2026-05-01", "2026-05-02"], [60, 40]),
        ("rolling_2_days", ["2026-05-01", "2026-05-03"], [60, 60]),  # the third day
        ("rolling_1_days", ["2026-05-01", "2026-05-01"], [60, 40]),
    ],
)
def test_a_period_has_room_for_so_much(period, days, left):
    entries = [an_entry(day) for day in days]

    evaluation = evaluated(some_facts(*entries), periods=[a_period(period, 100)])

    assert counted(evaluation, entries) == left


def test_leave_does_not_move_the_days_of_a_period():
    entries = [an_entry("2026-05-01"), an_entry("2026-05-06")]
    leaves = [{"start": "2026-05-02", "end": "2026-05-05"}]

    evaluation = evaluated(
        some_facts(*entries, leaves=leaves), periods=[a_period("rolling_5_days", 100)]
    )

    assert counted(evaluation, entries) == [60, 60]


def test_entries_of_one_day_go_by_start_and_then_by_id():
    later = an_entry("2026-05-01", start="11:00")
    second = an_entry("2026-05-01", start="10:00", id="b")
    first = an_entry("2026-05-01", start="10:00", id="a")

    evaluation = evaluated(some_facts(later, second, first), periods=[a_period("iso_week", 100)])

    assert counted(evaluation, [first, second, later]) == [60, 40, 0]


def test_a_cap_works_on_what_the_periods_have_left():
    entries = [
        an_entry("2026-05-01", 100),
        an_entry("2026-05-02", 100),
        an_entry("2026-06-01", 100),
    ]

    evaluation = evaluated(
        some_facts(*entries),
        periods=[a_period("calendar_month", 120)],
        caps=[{"id": "c", "rule": "cap", "where": DIRECT, "minutes": 150}],
    )

    assert counted(evaluation, entries) == [100, 20, 30]
    assert reasons(evaluation, entries[1]) == [("over_period_max", 80)]
    assert reasons(evaluation, entries[2]) == [("over_cap", 70)]


def test_one_entry_may_lose_to_a_period_and_to_a_cap():
    entry = an_entry("2026-05-01", 100)

    evaluation = evaluated(
        some_facts(entry),
        periods=[a_period("iso_week", 90)],
        caps=[{"id": "c", "rule": "cap", "where": DIRECT, "minutes": 50}],
    )

    assert reasons(evaluation, entry) == [("over_period_max", 10), ("over_cap", 40)]


@pytest.mark.parametrize(
    ("each", "left"),
    [
        (None, [60, 30, 0]),  # all together
        ("supervisor", [60, 60, 30]),  # M1, then C1 twice
        ("clinician", [60, 60, 30]),  # a mentor's hours are nothing to it
        ("case", [60, 30, 0]),  # all of them of case A
    ],
)
def test_a_cap_of_each(each, left):
    people = [
        {"id": "M1", "role": "mentor", "qualified": []},
        {"id": "C1", "role": "clinician", "qualified": []},
    ]
    entries = [
        an_entry("2026-05-01", supervisor="M1"),
        an_entry("2026-05-02", supervisor="C1"),
        an_entry("2026-05-03", supervisor="C1"),
    ]
    cap = {"id": "c", "rule": "cap", "where": DIRECT, "minutes": 90}

    evaluation = evaluated(
        some_facts(*entries, supervisors=people), caps=[cap | ({"each": each} if each else {})]
    )

    assert counted(evaluation, entries) == left


def test_a_cap_of_each_clinician_lets_a_mentors_hours_pass():
    entry = an_entry("2026-05-01", 600)
    cap = {"id": "c", "rule": "cap", "where": DIRECT, "each": "clinician", "minutes": 90}

    evaluation = evaluated(some_facts(entry), caps=[cap])

    assert counted(evaluation, [entry]) == [600]


def test_hours_without_a_case_share_one_allowance():
    entries = [an_entry("2026-05-01", case=None), an_entry("2026-05-02", case=None)]
    cap = {"id": "c", "rule": "cap", "where": DIRECT, "each": "case", "minutes": 90}

    evaluation = evaluated(some_facts(*entries), caps=[cap])

    assert counted(evaluation, entries) == [60, 30]


def test_an_unsigned_entry_displaces_nobody_yet():
    waiting = an_entry("2026-05-01", submitted="2026-05-20", status="submitted")
    signed = an_entry("2026-05-10")

    evaluation = evaluated(
        some_facts(waiting, signed),
        caps=[{"id": "c", "rule": "cap", "where": DIRECT, "minutes": 60}],
    )

    assert evaluation.requirement("direct").flags == ()
    assert counted(evaluation, [signed]) == [60]


@pytest.mark.parametrize(
    ("submitted", "flags"),
    [
        ("2026-05-20", [("displaced", "c")]),  # logged after the entry whose room it takes
        ("2026-05-10", []),  # logged on the same day
        ("2026-05-01", []),  # logged in its turn
    ],
)
def test_a_back_dated_entry_that_displaces_a_later_one_says_so(submitted, flags):
    earlier = an_entry("2026-05-01", submitted=submitted)
    later = an_entry("2026-05-10")

    evaluation = evaluated(
        some_facts(earlier, later),
        caps=[{"id": "c", "rule": "cap", "where": DIRECT, "minutes": 60}],
    )

    assert [(f.flag, f.by) for f in evaluation.entries[later["id"]].flags] == flags
    assert counted(evaluation, [earlier, later]) == [60, 0]
