"""Minutes that are worth more or less than their length, exactly."""

import pytest

from certification.scheme.rules import SchemeError

from .documents import (
    DIRECT,
    INDIVIDUAL,
    MENTOR,
    an_entry,
    counted,
    direct_minutes,
    evaluated,
    reasons,
    some_facts,
)  # fmt: skip

GROUP = {"category": ["mentor_group"]}
HALF = {"id": "half", "rule": "weight", "where": DIRECT, "factor": "1/2"}
UNITS = {"id": "units", "rule": "unit_conversion", "where": GROUP, "from": 120, "to": 60}


@pytest.mark.parametrize(
    ("minutes", "factor", "shown", "have"),
    [
        ([60], "1/2", [30], 30),
        ([60], "4/3", [80], 80),
        ([60], "10/1", [600], 600),
        ([61, 61], "1/2", [30, 30], 61),  # shown rounded down, added up exactly
        ([10, 10, 10], "1/3", [3, 3, 3], 10),
        ([1], "1/1000", [0], 0),
    ],
)
def test_a_weight_multiplies_exactly(minutes, factor, shown, have):
    entries = [an_entry(f"2026-05-0{n + 1}", each) for n, each in enumerate(minutes)]

    evaluation = evaluated(some_facts(*entries), conversions=[HALF | {"factor": factor}])

    assert counted(evaluation, entries) == shown
    assert [one.minutes for one in evaluation.requirement("direct").counted] == shown
    assert evaluation.requirement("direct").have == have
    assert all(reasons(evaluation, entry) == [] for entry in entries)  # no loss


def test_two_hours_in_a_group_are_one_alone_however_many_they_were():
    group = an_entry("2026-05-01", 120, category="mentor_group", group_size=6)
    alone = an_entry("2026-05-02", 60, category="mentor_individual")
    total = {"id": "mentor", "rule": "total_min", "where": MENTOR, "minutes": 120}
    share = {"id": "share", "rule": "share_min", "where": INDIVIDUAL, "of": MENTOR, "share": "1/2"}

    evaluation = evaluated(
        some_facts(group, alone), conversions=[UNITS], requirements=[total, share]
    )

    assert counted(evaluation, [group, alone]) == [60, 60]
    assert evaluation.met


def test_conversions_work_one_after_another():
    entry = an_entry("2026-05-01", 60)

    evaluation = evaluated(
        some_facts(entry), conversions=[HALF, HALF | {"id": "third", "factor": "1/3"}]
    )

    assert counted(evaluation, [entry]) == [10]


def test_limits_are_of_converted_minutes():
    entries = [an_entry("2026-05-01", 90), an_entry("2026-05-02", 90)]
    week = {"id": "w", "rule": "period_max", "where": DIRECT, "period": "iso_week", "minutes": 80}
    cap = {"id": "c", "rule": "cap", "where": DIRECT, "minutes": 70}

    weekly = evaluated(some_facts(*entries), conversions=[HALF], periods=[week])
    capped = evaluated(some_facts(*entries), conversions=[HALF], caps=[cap])

    assert counted(weekly, entries) == [45, 35]
    assert counted(capped, entries) == [45, 25]
    assert reasons(capped, entries[1]) == [("over_cap", 20)]


@pytest.mark.parametrize(
    ("minutes", "cap", "left", "lost"),
    [
        (61, 30, 30, 0),  # half a minute more than the cap
        (61, 31, 30, None),
        (61, 1, 1, 29),  # 30 and a half, shown as 30
        (1, 0, 0, 0),
    ],
)
def test_what_is_left_and_what_is_lost_add_up_to_what_was_shown(minutes, cap, left, lost):
    entry = an_entry("2026-05-01", minutes)
    rule = {"id": "c", "rule": "cap", "where": DIRECT, "minutes": cap}

    evaluation = evaluated(some_facts(entry), conversions=[HALF], caps=[rule])

    assert counted(evaluation, [entry]) == [left]
    assert reasons(evaluation, entry) == ([] if lost is None else [("over_cap", lost)])


def test_a_fraction_missing_is_a_minute_missing():
    entry = an_entry("2026-05-01", 61)

    evaluation = evaluated(some_facts(entry), conversions=[HALF], requirements=[direct_minutes(31)])

    answer = evaluation.requirement("direct")
    assert (answer.have, answer.shortfall, answer.state) == (30, 1, "not_met")


def test_hours_that_wait_are_converted_in_the_projection():
    entry = an_entry("2026-05-01", 61, status="submitted")

    answer = evaluated(some_facts(entry), conversions=[HALF]).requirement("direct")

    assert (answer.have, answer.projected) == (0, 30)


@pytest.mark.parametrize(
    ("conversion", "reason"),
    [
        (HALF | {"factor": "0/1"}, "not_a_factor"),
        (HALF | {"factor": "101/10"}, "not_a_factor"),
        (HALF | {"factor": "1"}, "not_a_factor"),
        (HALF | {"factor": 2}, "not_a_factor"),
        (HALF | {"factor": "-1/2"}, "not_a_factor"),
        (UNITS | {"from": 0}, "out_of_bounds"),
        ({"id": "w", "rule": "weight", "factor": "1/2"}, "missing"),
        ({"id": "w", "rule": "weigh", "where": {}, "factor": "1/2"}, "unknown_rule"),
    ],
)
def test_conversions_are_read_strictly(conversion, reason):
    with pytest.raises(SchemeError) as refusal:
        evaluated(some_facts(), conversions=[conversion])

    assert refusal.value.reason == reason
