"""The three documents are what their JSON Schemas say, and what is refused is refused by both."""

import json

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from certification.scheme.rules import SchemeError, evaluate, read_facts, read_scheme, vocabulary
from certification.scheme.rules.caps import CAPS
from certification.scheme.rules.conversions import CONVERSIONS
from certification.scheme.rules.filters import FILTERS
from certification.scheme.rules.periods import PERIODS
from certification.scheme.schemas import schema
from certification.scheme.wording import with_messages

from .rules.any_scheme import TOTALS, sections
from .rules.documents import a_scheme_text, an_entry, some_facts
from .rules.test_any_scheme import few
from .rules.test_facts_document import the_example
from .rules.test_properties import SCHEME
from .rules.test_scheme_document import GOOD, PUBLISHED


def faults(name: str, document) -> list[str]:
    validator = Draft202012Validator(schema(name), format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(document)]


@pytest.mark.parametrize("name", ["scheme", "facts", "evaluation"])
def test_the_schemas_are_schemas(name):
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_published_schemes_are_valid(path):
    assert faults("scheme", yaml.safe_load(path.read_text())) == []


def test_schemes_with_every_rule_are_valid():
    rules = [
        {"id": "far", "rule": "share_max", "where": {}, "of": {}, "share": "1/10"},
        {"id": "course", "rule": "course_done", "course": "ethics"},
        {"id": "exam", "rule": "assessment_passed", "assessment": "ethics-exam"},
    ]
    ways = [{"id": "way", "any": ["far", "course"], "at_least": 1, "of": ["exam"]}]
    text = a_scheme_text(requirements=rules, pathways=ways)

    read_scheme(text)

    assert faults("scheme", json.loads(text)) == []
    assert faults("scheme", json.loads(json.dumps(SCHEME.document))) == []


SPLIT = {"rule": "milestone_split", "milestone": "applied", "side": "after", "where": {}}
RENEWAL = {"rule": "renewal", "where": {}, "minutes": 60}


@pytest.mark.parametrize(
    "rule",
    [
        {"rule": "total_min", "where": {}, "minutes": 60, "credit_max": 0},
        {"rule": "category_min", "category": "observation", "minutes": 60, "credit_max": 30},
        {"rule": "content_area_min", "areas": "all", "minutes": 60},
        {"rule": "content_area_min", "areas": ["ethics_law"], "minutes": 60, "where": {}},
        {"rule": "session_count", "where": {}, "at_least": 2, "min_minutes": 60},
        SPLIT | {"minutes": 60, "credit_max": 30},
        {"rule": "prerequisite", "milestone": "applied", "before": "certified"},
        {"rule": "prerequisite", "milestone": "a", "since": "b", "within_months": 12},
        {"rule": "evaluation_required", "form": "mid", "at_least": 2, "result": 0},
        {"rule": "evaluation_required", "form": "mid", "each": "case", "of": {}},
        {"rule": "triad_complete", "where": {}, "meetings": 0, "at_least": 2},
        {"rule": "active_membership", "continuous_since": "certified"},
        RENEWAL | {"parts": [{"where": {}, "minutes": 6, "title": "Ethics"}], "grace_days": 0},
        RENEWAL | {"from": "began", "until": "ends", "carry_over": 6, "carried_from": "before"},
    ],
)
def test_counts_and_records_are_valid(rule):
    text = a_scheme_text(requirements=[{"id": "r", "title": "R", "source": "S"} | rule])

    read_scheme(text)

    assert faults("scheme", json.loads(text)) == []


@pytest.mark.parametrize(
    "rule",
    [
        {"rule": "category_min", "category": "mentoring", "minutes": 60},
        {"rule": "content_area_min", "areas": ["all", "ethics_law"], "minutes": 60},
        {"rule": "content_area_min", "areas": ["ethics"], "minutes": 60},
        SPLIT | {"minutes": 60, "side": "within"},
        {"rule": "prerequisite", "milestone": "a", "within_months": 12},  # of what?
        {"rule": "prerequisite", "milestone": "a", "since": "b"},
        {"rule": "evaluation_required", "form": "mid", "of": {}},
        {"rule": "evaluation_required", "form": "mid", "each": "case"},
        {"rule": "triad_complete", "where": {}},
        {"rule": "active_membership", "since": "certified"},
        RENEWAL | {"carry_over": 6},
        RENEWAL | {"parts": [{"minutes": 6}]},
        RENEWAL | {"parts": [{"where": {}, "minutes": 6, "id": "e"}]},
    ],
)
def test_bad_counts_and_records_are_refused_by_both(rule):
    text = a_scheme_text(requirements=[{"id": "r"} | rule])

    with pytest.raises(SchemeError):
        read_scheme(text)

    assert faults("scheme", json.loads(text)) != []


@pytest.mark.parametrize(
    ("changes", "good"),
    [
        ({}, True),
        ({"peer_reviews": 1}, True),
        ({"requirements": []}, False),
        ({"opens_months": 0}, False),
        ({"requirements": [RENEWAL | {"id": "r", "grace_days": 30}]}, False),
    ],
)
def test_what_renewal_asks_is_read_by_both_or_refused_by_both(changes, good):
    block = {"opens_months": 12, "reassess_after_months": 12}
    asked = block | {"requirements": [RENEWAL | {"id": "r"}]} | changes
    text = a_scheme_text(renewal=asked)

    try:
        read = read_scheme(text).renewal is not None
    except SchemeError:
        read = False

    assert (read, faults("scheme", json.loads(text)) == []) == (good, good)


@few
@given(sections)
def test_whatever_can_be_put_together_is_valid(rules):
    text = a_scheme_text(requirements=TOTALS, **rules)

    read_scheme(text)

    assert faults("scheme", json.loads(text)) == []


@pytest.mark.parametrize("section", ["filters", "conversions", "periods", "caps"])
def test_the_rules_of_a_section_are_those_of_its_schema(section):
    known = {"filters": FILTERS, "conversions": CONVERSIONS, "periods": PERIODS, "caps": CAPS}
    items = schema("scheme")["properties"][section]["items"]

    named = {one["properties"]["rule"]["const"] for one in items.get("oneOf", [items])}

    assert named == set(known[section])


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("rule: total_min", "rule: total_most"),
        ("{category: [mentor_individual]}", "{categories: [x]}"),
        ("minutes: 900", "minutes: 900.5"),
        ("minutes: 900", "minutes: 900\n    minuts: 1"),
        ('share: "1/2"', "share: 0.5"),
        ("period: rolling_7_days", "period: fortnight"),
        ("all: [direct, half, code]", "at_least: 1"),
        ('version: "0.1"', "version: 0.1"),
    ],
)
def test_a_bad_scheme_is_not_valid_either(was, becomes):
    assert faults("scheme", yaml.safe_load(GOOD)) == []
    assert faults("scheme", yaml.safe_load(GOOD.replace(was, becomes))) != []


def test_the_facts_of_the_example_are_valid():
    assert faults("facts", the_example()) == []
    assert faults("facts", {"as_of": "2026-11-22"}) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 90.5},
        {"minutes": 0},
        {"minutes": "90"},
        {"date": "12.04.2026"},
        {"date": "2026-02-30"},
        {"start": "25:00"},
        {"category": "session"},
        {"status": "approved"},
    ],
)
def test_bad_facts_are_not_valid_either(wrong):
    assert faults("facts", some_facts(an_entry("2026-04-12") | wrong)) != []


def test_evaluations_are_valid():
    entries = [
        an_entry("2026-05-01", 400),
        an_entry("2026-05-02", 400, submitted="2026-06-01"),
        an_entry("2026-05-03", status="submitted", modality="video"),
        an_entry("2026-05-04", status="contested"),
        an_entry("2026-05-05", category="observation"),
    ]
    evaluation = evaluate(SCHEME, read_facts(some_facts(*entries)))

    document = with_messages(evaluation.document())

    assert faults("evaluation", document) == []
    assert json.loads(json.dumps(document)) == document


def test_the_closed_lists_of_the_schema_are_those_of_the_rules():
    parts = schema("evaluation")["$defs"]
    requirement = parts["requirement"]["properties"]

    assert parts["loss"]["properties"]["reason"]["enum"] == list(vocabulary.NOT_COUNTED)
    assert requirement["reason"]["enum"] == list(vocabulary.OUTCOMES)
    assert requirement["state"]["enum"] == list(vocabulary.STATES)
