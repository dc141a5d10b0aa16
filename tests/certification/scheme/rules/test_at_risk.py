from datetime import date, timedelta

import pytest

from certification.scheme.rules.at_risk import (
    Situation,
    projected_completion,
    signs_of,
    window_end,
)
from certification.scheme.rules.facts import Leave

TODAY = date(2026, 11, 23)


def requirement(rule="total_min", *, state="not_met", shortfall=600, unit="minutes", **figures):
    where = {"where": {"category": ["direct_session"]}}
    return {
        "id": "r",
        "rule": rule,
        "title": "A title",
        "state": state,
        "unit": unit,
        "shortfall": shortfall,
        "figures": where | figures,
    }


def situation(**changes) -> Situation:
    """Somebody who logged yesterday and has nothing to worry about."""
    usual = {
        "day": TODAY,
        "began": date(2026, 4, 1),
        "last_hours": TODAY - timedelta(1),
        "rows": [requirement()],
        "lately": {"direct_session": 900},
    }
    return Situation(**usual | changes)


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({}, []),
        ({"last_hours": TODAY - timedelta(30)}, []),  # thirty days are not more than thirty
        ({"last_hours": TODAY - timedelta(31)}, ["risk_quiet"]),
        ({"last_hours": TODAY - timedelta(31), "on_leave": True}, []),
        ({"last_hours": TODAY - timedelta(31), "rows": [requirement(state="met")]}, []),
        ({"last_hours": None}, ["risk_never_logged"]),
        ({"last_hours": None, "began": TODAY - timedelta(30)}, []),
        ({"unsigned_months": [date(2026, 9, 1), date(2026, 8, 1)]}, ["risk_unsigned"]),
        ({"lapsed": ["Lars Mortensen"]}, ["risk_supervisor_lapsed"]),
        ({"rows": [requirement("share_min")]}, ["risk_rhythm"]),
        ({"rows": [requirement("share_min", state="pending")]}, []),
        ({"rows": [requirement("distinct_count")]}, []),  # still to be done, and no rhythm
        ({"window_ends": date(2027, 5, 23)}, ["risk_window_ends"]),  # six months, that day too
        ({"window_ends": date(2027, 5, 24)}, []),
        ({"window_ends": date(2026, 11, 22)}, ["risk_window_over"]),
        ({"window_ends": TODAY, "rows": [requirement(state="met")]}, []),
        # 600 minutes at ten a day take sixty days, until 22 January.
        ({"window_ends": date(2027, 1, 21)}, ["risk_too_slow"]),
        ({"window_ends": date(2027, 1, 22)}, ["risk_window_ends"]),
    ],
)
def test_each_sign_has_its_bound(changes, reasons):
    assert [sign.reason for sign in signs_of(situation(**changes))] == reasons


def test_the_slowest_total_says_when_all_is_done():
    rows = [requirement(shortfall=600), requirement(shortfall=1200)]

    assert projected_completion(situation(rows=rows)) == TODAY + timedelta(120)


def test_without_hours_of_a_kind_nothing_is_projected():
    assert projected_completion(situation(lately={"observation": 90})) is None


def test_leave_makes_a_window_longer():
    start, leave = date(2026, 1, 31), Leave(date(2026, 2, 1), date(2026, 2, 10))

    assert window_end(start, 1, []) == date(2026, 2, 28)
    assert window_end(start, 1, [leave]) == date(2026, 3, 10)
    assert window_end(start, 1, [Leave(date(2026, 2, 1), None)]) is None
    assert window_end(None, 1, []) is None
