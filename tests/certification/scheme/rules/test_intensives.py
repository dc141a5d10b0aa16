"""Hours of an agreed intensive plan have a limit of their own."""

import pytest

from .documents import DIRECT, an_entry, counted, evaluated, reasons, some_facts

WEEKLY = {
    "id": "weekly",
    "rule": "period_max",
    "where": DIRECT,
    "period": "rolling_7_days",
    "minutes": 900,
    "intensive": {"days": 14, "minutes": 1500},
}


def a_plan(start: str = "2026-05-01", end: str = "2026-05-14", case: str | None = "A") -> dict:
    return {"id": "P", "start": start, "end": end, "case": case}


def dense(day: str, minutes: int = 600, **more) -> dict:
    return an_entry(day, minutes, **({"intensive": "P"} | more))


def limited(*entries: dict, plans: list[dict], **more):
    return evaluated(some_facts(*entries, intensives=plans), periods=[WEEKLY | more])


def test_the_hours_of_a_plan_count_within_it_and_leave_the_week_its_room():
    planned = [dense("2026-05-01"), dense("2026-05-02"), dense("2026-05-03")]
    weekly = [an_entry("2026-05-03", 600, case="B"), an_entry("2026-05-04", 600, case="B")]

    evaluation = limited(*planned, *weekly, plans=[a_plan()])

    assert counted(evaluation, planned) == [600, 600, 300]
    assert reasons(evaluation, planned[2]) == [("over_period_max", 300)]
    assert counted(evaluation, weekly) == [600, 300]


@pytest.mark.parametrize(
    ("plan", "entry", "counts"),
    [
        (a_plan(), dense("2026-05-01", 1500), 1500),  # its first day
        (a_plan(), dense("2026-05-14", 1500), 1500),  # its last
        (a_plan(), dense("2026-05-15", 1500), 900),  # the day after: an ordinary week
        (a_plan(), dense("2026-04-30", 1500), 900),  # the day before
        (a_plan(end="2026-05-15"), dense("2026-05-01", 1500), 900),  # 15 days are no such plan
        (a_plan(end="2026-05-01"), dense("2026-05-01", 1500), 1500),  # a plan of one day
        (a_plan(), dense("2026-05-01", 1500, case="B"), 900),  # of another case
        (a_plan(case=None), dense("2026-05-01", 1500, case="B"), 1500),  # a plan for any case
        (a_plan(), dense("2026-05-01", 1500, intensive="Q"), 900),  # a plan nobody agreed
        (a_plan(), dense("2026-05-01", 1500, intensive=None), 900),
        (a_plan(), dense("2026-05-01", 1501), 1500),
    ],
)
def test_what_belongs_to_a_plan(plan, entry, counts):
    assert counted(limited(entry, plans=[plan]), [entry]) == [counts]


def test_without_terms_in_the_scheme_a_plan_changes_nothing():
    entry = dense("2026-05-01", 1500)

    assert counted(limited(entry, plans=[a_plan()], intensive=None), [entry]) == [900]


def test_each_plan_has_its_own_limit():
    other = a_plan("2026-06-01", "2026-06-07") | {"id": "Q"}
    entries = [dense("2026-05-01", 1600), dense("2026-06-01", 1600, intensive="Q")]

    assert counted(limited(*entries, plans=[a_plan(), other]), entries) == [1500, 1500]


def test_what_staff_attested_is_spared_and_takes_no_room():
    attested, own = an_entry("2026-05-01", 2000, attested=True), an_entry("2026-05-02", 900)

    assert counted(limited(attested, own, plans=[]), [attested, own]) == [2000, 900]
