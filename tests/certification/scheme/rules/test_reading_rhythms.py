"""The parameters of gates, rhythms and ratios are read as strictly as all others, by both readers."""

import json

import pytest
from jsonschema import Draft202012Validator

from certification.scheme.rules import SchemeError, evaluate, read_facts, read_scheme
from certification.scheme.schemas import schema
from certification.scheme.wording import with_messages

from .documents import DIRECT, INDIVIDUAL, MENTOR, a_scheme_text, an_entry, some_facts

MAX = {
    "id": "p",
    "rule": "period_max",
    "where": DIRECT,
    "period": "rolling_7_days",
    "minutes": 900,
    "intensive": {"days": 14, "minutes": 1500},
}
GATE = {
    "id": "p",
    "rule": "period_gate",
    "where": DIRECT,
    "period": "calendar_month",
    "contacts": {"where": MENTOR, "at_least": 4},
    "observation": {"where": {"category": ["observation"]}, "minutes": 60},
    "supervised": {"where": MENTOR, "share": "1/20"},
    "individual_share": {"where": INDIVIDUAL, "of": MENTOR, "share": "1/2"},
    "minutes_at_least": 1200,
    "minutes_at_most": 7800,
}
RATIO = {
    "id": "ratio",
    "rule": "stepped_ratio",
    "clients": DIRECT,
    "supervision": MENTOR,
    "unit": {"individual": 60, "group": 120},
    "base": 1,
    "every": 600,
    "free": 600,
    "most": 2,
    "per": "iso_week",
    "each": "agreement",
}
EVERY = {
    "id": "every",
    "rule": "cadence_every",
    "where": MENTOR,
    "over": DIRECT,
    "period": "iso_week",
    "count": 1,
}
AVERAGE = {
    "id": "average",
    "rule": "cadence_average",
    "where": MENTOR,
    "over": DIRECT,
    "period": "iso_week",
    "minutes": 60,
}
LEAST = {
    "id": "least",
    "rule": "period_min",
    "where": DIRECT,
    "period": "calendar_month",
    "minutes": 1200,
}
WEEKS = {
    "id": "weeks",
    "rule": "distinct_periods_min",
    "where": DIRECT,
    "period": "iso_week",
    "at_least": 104,
    "minutes": 60,
}
COVER = {"id": "cover", "rule": "percent_supervised", "where": MENTOR, "of": DIRECT, "share": "1/4"}
REQUIREMENTS = [RATIO, EVERY, AVERAGE, LEAST, WEEKS, COVER]


def valid(name: str, document) -> bool:
    return Draft202012Validator(schema(name)).is_valid(document)


def test_all_of_it_is_read_and_valid():
    text = a_scheme_text(periods=[MAX, GATE | {"id": "gate"}], requirements=REQUIREMENTS)

    assert len(read_scheme(text).requirements) == 6
    assert valid("scheme", json.loads(text))


@pytest.mark.parametrize(
    ("section", "rule", "change", "reason"),
    [
        ("periods", MAX, {"intensive": {"days": 14}}, "missing"),
        ("periods", MAX, {"intensive": {"days": 0, "minutes": 5}}, "out_of_bounds"),
        ("periods", MAX, {"intensive": {"days": 14, "minutes": 5, "hours": 1}}, "unknown_key"),
        ("periods", MAX, {"intensive": 14}, "not_a_mapping"),
        ("periods", GATE, {"period": "rolling_7_days"}, "not_a_choice"),  # no such gate
        ("periods", GATE, {"contacts": {"where": MENTOR}}, "not_one_of"),
        (
            "periods",
            GATE,
            {"contacts": {"where": MENTOR, "at_least": 1, "minutes": 5}},
            "not_one_of",
        ),
        ("periods", GATE, {"contacts": {"at_least": 1}}, "missing"),
        ("periods", GATE, {"supervised": {"where": MENTOR, "share": "0/1"}}, "not_a_share"),
        (
            "periods",
            GATE,
            {"individual_share": {"where": INDIVIDUAL, "share": "1/2"}},
            "missing",
        ),
        ("periods", GATE, {"minutes_at_least": 0}, "out_of_bounds"),
        ("periods", GATE, {"visits": 1}, "unknown_key"),
        ("requirements", RATIO, {"unit": {"individual": 60}}, "missing"),
        (
            "requirements",
            RATIO,
            {"unit": {"individual": 60, "group": 120, "other": 1}},
            "unknown_key",
        ),
        ("requirements", RATIO, {"per": "rolling_7_days"}, "not_a_choice"),
        ("requirements", RATIO, {"each": "case"}, "not_a_choice"),
        ("requirements", RATIO, {"base": 0}, "out_of_bounds"),
        ("requirements", EVERY, {"minutes": 60}, "not_one_of"),  # both
        ("requirements", EVERY, {"count": None}, "not_one_of"),  # neither
        ("requirements", EVERY, {"period": "year"}, "not_a_choice"),
        ("requirements", AVERAGE, {"over": None}, "missing"),
        ("requirements", LEAST, {"over": DIRECT}, "unknown_key"),
        ("requirements", WEEKS, {"minutes": 0}, "out_of_bounds"),
        ("requirements", COVER, {"share": "5/4"}, "not_a_share"),
    ],
)
def test_what_is_not_meant_as_written_is_refused(section, rule, change, reason):
    written = {key: value for key, value in (rule | change).items() if value is not None}
    text = a_scheme_text(**{section: [written]})

    with pytest.raises(SchemeError) as refusal:
        read_scheme(text)

    assert refusal.value.reason == reason
    if "5/4" not in text:  # a pattern cannot compare two numbers
        assert not valid("scheme", json.loads(text))


@pytest.mark.parametrize(
    ("section", "rule", "change"),
    [
        ("periods", GATE, {"minutes_at_least": 1200, "minutes_at_most": 1199}),
        ("requirements", RATIO, {"base": 3, "most": 2}),
    ],
)
def test_a_most_below_its_least_is_refused(section, rule, change):
    with pytest.raises(SchemeError, match="out_of_bounds"):
        read_scheme(a_scheme_text(**{section: [rule | change]}))


def test_what_the_engine_answers_to_them_is_a_valid_evaluation():
    entries = [
        an_entry("2026-05-04", 600),
        an_entry("2026-05-05", 60, category="mentor_individual"),
        an_entry("2026-11-20", 600, status="submitted"),
    ]
    scheme = read_scheme(a_scheme_text(periods=[GATE], requirements=[*REQUIREMENTS]))

    document = with_messages(evaluate(scheme, read_facts(some_facts(*entries))).document())

    assert valid("evaluation", document)
    assert json.loads(json.dumps(document)) == document
    lost = document["requirements"][0]["not_counted"][0]
    assert (lost["reason"], lost["detail"]) == ("period_gate_not_met", "contacts")
