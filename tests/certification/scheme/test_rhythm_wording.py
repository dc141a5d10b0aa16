"""Rhythms, ratios and gates in words: which week or month, how much of what, by when."""

import pytest

from certification.scheme import wording
from certification.scheme.limits_in_words import limits_of, why_not
from certification.scheme.rules import read_scheme, vocabulary
from certification.scheme.rules.gates import CONDITIONS
from certification.scheme.schemas import schema

from .rules.documents import (
    DIRECT,
    INDIVIDUAL,
    MENTOR,
    a_scheme_text,
    an_entry,
    evaluated,
    some_facts,
)

WEEKLY = {"rule": "cadence_every", "where": MENTOR, "over": DIRECT, "period": "iso_week"}
MONTHLY = WEEKLY | {"period": "calendar_month"}
UNITS = {
    "rule": "stepped_ratio",
    "clients": DIRECT,
    "supervision": MENTOR,
    "unit": {"individual": 60, "group": 120},
    "base": 1,
    "every": 600,
    "per": "iso_week",
}
QUARTER = {"rule": "percent_supervised", "where": MENTOR, "of": DIRECT, "share": "1/4"}


def the_answer(rule: dict, *entries: dict, as_of: str = "2026-11-22"):
    facts = some_facts(*entries, as_of=as_of)
    return evaluated(facts, requirements=[{"id": "r", **rule}]).requirement("r")


def supervised(day: str, minutes: int = 60, **more) -> dict:
    return an_entry(day, minutes, **({"category": "mentor_individual"} | more))


@pytest.mark.parametrize(
    ("rule", "entries", "message"),
    [
        (
            MONTHLY | {"minutes": 90},
            [an_entry("2026-05-10"), supervised("2026-05-11", 30)],
            "30 min of 1 h 30 min of mentor supervision in May 2026",
        ),
        (
            WEEKLY | {"minutes": 90},
            [an_entry("2026-05-10"), an_entry("2026-05-11"), an_entry("2026-05-18")],
            "0 min of 1 h 30 min of mentor supervision in the week of 4 May 2026; "
            "too little in 2 weeks more",
        ),
        (
            MONTHLY | {"count": 4},
            [an_entry("2026-05-10"), an_entry("2026-06-10"), supervised("2026-05-11")],
            "1 of 4 entries of mentor supervision in May 2026; too little in 1 month more",
        ),
        (
            MONTHLY | {"minutes": 90},
            [an_entry("2026-11-10"), supervised("2026-11-11", 30)],
            "1 h more of mentor supervision by 30 November 2026",
        ),
        (
            MONTHLY | {"count": 2},
            [an_entry("2026-11-10"), supervised("2026-11-11", 30)],
            "1 more entry of mentor supervision by 30 November 2026",
        ),
        (
            MONTHLY | {"count": 1},
            [an_entry("2026-05-10"), supervised("2026-05-11", status="submitted")],
            "Met once what is submitted is signed",
        ),
        (
            MONTHLY | {"count": 1},
            [an_entry("2026-05-10"), supervised("2026-05-11")],
            "Kept in 1 month",
        ),
        (MONTHLY | {"count": 1}, [], "No hours counted yet that this goes by"),
        (
            MONTHLY | {"rule": "cadence_average", "minutes": 90},
            [an_entry("2026-05-10"), an_entry("2026-06-10"), supervised("2026-05-11")],
            "2 h more of mentor supervision: 3 h are asked for 2 months",
        ),
        (
            MONTHLY | {"rule": "cadence_average", "minutes": 60},
            [an_entry("2026-05-10"), supervised("2026-05-11", 90)],
            "1 h 30 min of mentor supervision in 1 month",
        ),
        (
            {"rule": "distinct_periods_min", "where": DIRECT, "period": "iso_week", "at_least": 3},
            [an_entry("2026-05-10")],
            "2 weeks more with direct sessions",
        ),
        (
            {
                "rule": "distinct_periods_min",
                "where": DIRECT,
                "period": "calendar_month",
                "at_least": 1,
                "minutes": 120,
            },
            [an_entry("2026-05-10")],
            "1 month more with 2 h of direct sessions",
        ),
        (
            {"rule": "distinct_periods_min", "where": DIRECT, "period": "iso_week", "at_least": 1},
            [an_entry("2026-05-10")],
            "1 of 1",
        ),
        (
            UNITS,
            [an_entry("2026-05-04", 720), supervised("2026-05-05", 90)],
            "1.5 of 2 units of mentor supervision for 12 h of direct sessions in the week of "
            "4 May 2026",
        ),
        (
            UNITS,
            [an_entry("2026-05-04"), supervised("2026-05-05", 80, category="mentor_group")],
            "0.66 of 1 unit of mentor supervision for 1 h of direct sessions in the week of "
            "4 May 2026",
        ),
        (UNITS, [an_entry("2026-05-04"), supervised("2026-05-05")], "Kept in 1 week"),
        (
            QUARTER,
            [an_entry("2026-05-04", 240), supervised("2026-05-05", 30)],
            "30 min more of mentor supervision for 4 h of direct sessions",
        ),
        (
            QUARTER,
            [an_entry("2026-05-04", 240), supervised("2026-05-05")],
            "1 h of mentor supervision for 4 h of direct sessions",
        ),
        (
            QUARTER | {"share": "1/1", "where": {**DIRECT, "format": ["group"]}},
            [an_entry("2026-05-04", 240)],
            "All of the direct sessions must be direct sessions in a group",
        ),
    ],
)
def test_each_finding_in_words(rule, entries, message):
    answer = the_answer(rule, *entries)

    assert wording.message(answer) == message


def test_a_period_that_runs_waits_for_nobodys_signature():
    running = the_answer(MONTHLY | {"count": 1}, an_entry("2026-11-10"))
    waiting = the_answer(
        MONTHLY | {"count": 1},
        an_entry("2026-11-10"),
        supervised("2026-11-11", status="submitted"),
    )

    assert (running.state, wording.state_word(running)) == ("pending", "Under way")
    assert (waiting.state, wording.state_word(waiting)) == ("pending", "Waiting for a signature")
    assert wording.state_word(running.document()) == "Under way"


GATE = {
    "id": "gate",
    "rule": "period_gate",
    "where": DIRECT,
    "period": "calendar_month",
    "contacts": {"where": MENTOR, "at_least": 4},
    "observation": {"where": {"category": ["observation"]}, "minutes": 60},
    "supervised": {"where": MENTOR, "share": "1/20"},
    "individual_share": {"where": INDIVIDUAL, "of": MENTOR, "share": "1/3"},
    "minutes_at_least": 1200,
    "minutes_at_most": 7800,
}


@pytest.mark.parametrize(
    ("detail", "month", "week"),
    [
        (
            "contacts",
            "A month counts once it has 4 entries of mentor supervision.",
            "A week counts once it has 4 entries of mentor supervision.",
        ),
        (
            "observation",
            "A month counts once it has 1 h of observation.",
            "A week counts once it has 1 h of observation.",
        ),
        (
            "supervised",
            "The hours of a month count as far as mentor supervision is 5 % of them.",
            "The hours of a week count as far as mentor supervision is 5 % of them.",
        ),
        (
            "individual_share",
            "Of mentor supervision, at least 1/3 of each month is individual mentor supervision.",
            "Of mentor supervision, at least 1/3 of each week is individual mentor supervision.",
        ),
        (
            "minutes_at_least",
            "A month counts once it has 20 h of direct sessions.",
            "A week counts once it has 20 h of direct sessions.",
        ),
        (
            None,
            "Direct sessions: at most 130 h count in a calendar month.",
            "Direct sessions: at most 130 h count in a week.",
        ),
    ],
)
def test_why_a_gate_took_hours_away(detail, month, week):
    loss = {"entry": "e", "minutes": 5, "reason": "period_gate_not_met", "by": "gate"}
    loss |= {"detail": detail} if detail else {"reason": "over_period_max"}

    for period, sentence in [("calendar_month", month), ("iso_week", week)]:
        limits = limits_of(read_scheme(a_scheme_text(periods=[GATE | {"period": period}])))
        assert why_not(loss, limits) == sentence


def test_a_loss_without_a_rule_of_its_own_goes_by_its_reason():
    loss = {"entry": "e", "minutes": 5, "reason": "contested", "by": None}

    assert why_not(loss, {}) == str(wording.NOT_COUNTED["contested"])


def test_a_limit_with_room_for_intensive_plans_says_both():
    rule = {
        "id": "w",
        "rule": "period_max",
        "where": DIRECT,
        "period": "rolling_7_days",
        "minutes": 900,
        "intensive": {"days": 14, "minutes": 1500},
    }

    limits = limits_of(read_scheme(a_scheme_text(periods=[rule])))

    assert limits["w"] == (
        "Direct sessions: at most 15 h count in any 7 days. In an intensive plan, 25 h."
    )


def test_the_details_of_the_schema_are_the_conditions_of_a_gate():
    loss = schema("evaluation")["$defs"]["loss"]["properties"]

    assert loss["detail"]["enum"] == list(CONDITIONS)
    assert "period_gate_not_met" in vocabulary.NOT_COUNTED
