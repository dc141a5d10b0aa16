"""How soon something could be met, and how long an answer holds."""

from datetime import date

import pytest

from .documents import DIRECT, MENTOR, an_entry, direct_minutes, evaluated, some_facts


def limited(period: str, minutes: int, where: dict = DIRECT) -> dict:
    rule = {"id": f"{period}-{minutes}", "rule": "period_max", "period": period}
    return rule | {"where": where, "minutes": minutes}


WEEKLY = limited("rolling_7_days", 900)


@pytest.mark.parametrize(
    ("as_of", "days_done", "need", "periods", "earliest"),
    [
        # 5,310 missing at 900 a week: 22 and 29 November, 6, 13, 20 and 27 December
        ("2026-11-22", ["2026-04-12"], 5400, [WEEKLY], "2026-12-27"),
        ("2026-11-22", [], 900, [WEEKLY], "2026-11-22"),  # the day itself is included
        ("2026-11-22", [], 901, [WEEKLY], "2026-11-29"),
        ("2026-11-22", ["2026-11-20"], 990, [WEEKLY], "2026-11-27"),  # 90 leave the window then
        ("2026-11-22", ["2026-04-12"], 90, [WEEKLY], "2026-11-22"),  # met already
        ("2026-11-22", [], 200, [limited("calendar_month", 100)], "2026-12-01"),
        ("2026-11-22", [], 200, [limited("iso_week", 100)], "2026-11-23"),  # a Sunday, a Monday
        # both bear: 900 and 100 on 22 and 29 November, 800 on 1 December, the rest on the 6th
        ("2026-11-22", [], 1800, [WEEKLY, limited("calendar_month", 1000)], "2026-12-01"),
        ("2026-11-22", [], 1801, [WEEKLY, limited("calendar_month", 1000)], "2026-12-06"),
        ("2026-11-22", [], 5400, [], None),  # no limit bears on it
        ("2026-11-22", [], 5400, [limited("iso_week", 9, MENTOR)], None),  # one on other hours
        ("2026-11-22", [], 100_000, [limited("calendar_month", 1)], None),  # over a century
    ],
)
def test_earliest(as_of, days_done, need, periods, earliest):
    entries = [an_entry(day, 90) for day in days_done]

    evaluation = evaluated(
        some_facts(*entries, as_of=as_of), periods=periods, requirements=[direct_minutes(need)]
    )

    expected = date.fromisoformat(earliest) if earliest else None
    assert evaluation.requirement("direct").earliest == expected


def test_a_limit_on_some_of_the_hours_delays_nobody():
    both = {"category": ["direct_session", "triadic_meeting"]}
    rule = {"id": "r", "rule": "total_min", "where": both, "minutes": 5400}

    evaluation = evaluated(some_facts(), periods=[WEEKLY], requirements=[rule])

    assert evaluation.requirement("r").earliest is None


COURSE = {"id": "one", "rule": "course_done", "course": "one"}


@pytest.mark.parametrize(
    ("more", "holds_until"),
    [
        ({}, None),  # nothing is to come
        ({"waivers": [{"requirement": "one", "approved": "2026-12-01"}]}, "2026-12-01"),
        ({"waivers": [{"requirement": "other", "approved": "2026-12-01"}]}, None),  # not asked
        ({"courses": [{"course": "one", "completed": "2026-12-05"}]}, "2026-12-05"),
        (
            {"equivalences": [{"requirement": "direct", "minutes": 1, "approved": "2026-12-03"}]},
            "2026-12-03",
        ),
        ({"entries": [an_entry("2026-12-02")]}, "2026-12-02"),
        (
            {"entries": [an_entry("2026-12-02", status="draft")]},
            None,
        ),  # would not count then either
        ({"policies": [{"policy": "x", "version": "1", "effective": "2026-12-01"}]}, None),
    ],
)
def test_holds_until_the_first_day_that_time_alone_changes_an_answer(more, holds_until):
    evaluation = evaluated(some_facts() | more, requirements=[COURSE, direct_minutes(600)])

    expected = date.fromisoformat(holds_until) if holds_until else None
    assert evaluation.holds_until == expected


def test_a_case_that_closes_later_changes_the_answer_then():
    case = {"id": "A", "opened": "2026-01-01", "closed": "2026-12-04", "closure": "planned"}
    where = DIRECT | {"closure": ["planned"]}
    rule = {"id": "n", "rule": "distinct_count", "what": "case", "where": where, "at_least": 1}

    evaluation = evaluated(some_facts(an_entry("2026-05-01"), cases=[case]), requirements=[rule])

    assert evaluation.holds_until == date(2026, 12, 4)
