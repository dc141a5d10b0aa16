"""Every reason has its sentence, and a message says what is missing and how much."""

import re
from pathlib import Path

import pytest

from certification.scheme import rules, wording
from certification.scheme.fault_wording import FAULTS, fault_sentence
from certification.scheme.rules import FactsError, SchemeError, read_facts, read_scheme, vocabulary

from .rules.documents import DIRECT, INDIVIDUAL, MENTOR, REMOTE, an_entry, evaluated, some_facts


def the_message(facts: dict, **rule) -> str:
    evaluation = evaluated(facts, requirements=[{"id": "r", **rule}])
    return wording.message(evaluation.requirement("r"))


@pytest.mark.parametrize(
    ("sentences", "reasons"),
    [
        (wording.NOT_COUNTED, vocabulary.NOT_COUNTED),
        (wording.FLAGS, vocabulary.FLAGS),
        (wording.STATES, vocabulary.STATES),
        (wording.MESSAGES, vocabulary.OUTCOMES),
    ],
)
def test_each_closed_list_has_one_sentence_each(sentences, reasons):
    assert set(sentences) == set(reasons)


def test_every_fault_a_reader_names_has_its_sentence():
    sources = "".join(path.read_text() for path in Path(rules.__file__).parent.rglob("*.py"))
    named = re.findall(
        r'(?:refuse\(|SchemeError\(|FactsError\(|Misread\([^,]+, )\s*"(\w+)"', sources
    )

    assert len(named) > 20
    assert set(named) <= set(FAULTS)


def test_worked_example_1_waits_for_a_signature():
    facts = some_facts(an_entry("2026-05-01"), an_entry("2026-05-02", status="submitted"))

    message = the_message(facts, rule="total_min", where=DIRECT, minutes=100)

    assert message == "40 min of direct sessions still to be signed"


@pytest.mark.parametrize(
    ("where", "have", "message"),
    [
        (DIRECT, 90, "88 h 30 min of direct sessions missing"),  # the example of engine.md
        (MENTOR, 90, "88 h 30 min of mentor supervision missing"),
        (REMOTE, 60, "89 h of direct sessions remote missing"),
        ({}, 90, "88 h 30 min of hours missing"),
        (DIRECT, 5400, "90 h of direct sessions"),
    ],
)
def test_minutes_missing_are_named_with_their_kind(where, have, message):
    category = where.get("category", ["direct_session"])[0]
    modality = where.get("modality", ["in_person"])[0]
    entry = an_entry("2026-05-01", have, category=category, modality=modality)

    assert the_message(some_facts(entry), rule="total_min", where=where, minutes=5400) == message


@pytest.mark.parametrize(
    ("remote_hours", "message"),
    [
        (10, "45 h more in person, or 5 h less remote"),
        (5, "5 h remote of 50 h"),
    ],
)
def test_worked_example_6_names_both_ways_out(remote_hours, message):
    entries = [
        an_entry("2026-05-01", 45 * 60),
        an_entry("2026-05-03", remote_hours * 60, modality="video"),
    ]
    rule = {"rule": "share_max", "where": REMOTE, "of": DIRECT, "share": "1/10"}

    assert the_message(some_facts(*entries), **rule) == message


@pytest.mark.parametrize(
    ("share", "individual", "group", "message"),
    [
        (
            "1/2", 60, 90,
            "30 min more individual mentor supervision, or 30 min less group mentor supervision",
        ),
        ("1/1", 60, 90, "1 h 30 min less group mentor supervision"),
        ("1/2", 90, 60, "1 h 30 min individual mentor supervision of 2 h 30 min"),
        ("1/2", 0, 0, "No mentor supervision counted yet"),
    ],
)  # fmt: skip
def test_a_share_of_supervision(share, individual, group, message):
    given = [("mentor_individual", individual), ("mentor_group", group)]
    entries = [an_entry("2026-05-01", n, category=name) for name, n in given if n]

    answer = the_message(
        some_facts(*entries), rule="share_min", where=INDIVIDUAL, of=MENTOR, share=share
    )

    assert answer == message


@pytest.mark.parametrize(
    ("rule", "status", "message"),
    [
        ({"where": DIRECT, "what": "case", "at_least": 2}, "signed", "1 more case"),
        ({"where": DIRECT, "what": "case", "at_least": 3}, "signed", "2 more cases"),
        ({"where": DIRECT, "what": "case", "at_least": 1}, "signed", "1 of 1"),
        ({"where": DIRECT, "what": "supervisor", "at_least": 2}, "signed", "1 more supervisor"),
        ({"where": DIRECT, "what": "clinician", "at_least": 2}, "signed", "2 more clinicians"),
        (
            {"where": DIRECT, "what": "case", "at_least": 1},
            "submitted",
            "1 more case, waiting for a signature",
        ),
        (
            {"where": DIRECT | {"closure": ["planned"]}, "what": "case", "at_least": 1},
            "signed",
            "1 case still to be closed as planned",
        ),
    ],
)
def test_counts(rule, status, message):
    facts = some_facts(an_entry("2026-05-01", status=status))

    assert the_message(facts, rule="distinct_count", **rule) == message


CODE = {"rule": "attestation_current", "policy": "code", "max_age_months": 12}
VERSIONS = [{"policy": "code", "version": "4", "effective": "2025-01-01"}]


@pytest.mark.parametrize(
    ("rule", "facts", "message"),
    [
        ({"rule": "course_done", "course": "c"}, {}, "Not finished yet"),
        (
            {"rule": "course_done", "course": "c"},
            {"courses": [{"course": "c", "completed": "2026-02-01"}]},
            "Finished on 1 February 2026",
        ),
        ({"rule": "assessment_passed", "assessment": "a"}, {}, "Not taken yet"),
        (
            {"rule": "assessment_passed", "assessment": "a"},
            {"assessments": [{"assessment": "a", "passed": "2026-02-03"}]},
            "Passed on 3 February 2026",
        ),
        (CODE, {}, "There is no version in force to sign"),
        (
            CODE,
            {"policies": VERSIONS},
            "Version 4, in force since 1 January 2025, is not signed yet",
        ),
        (
            CODE,
            {
                "policies": VERSIONS,
                "attestations": [{"policy": "code", "version": "4", "signed": "2025-02-03"}],
            },
            "Version 4 was signed on 3 February 2025, more than 12 months ago",
        ),
        (
            CODE,
            {"waivers": [{"requirement": "r", "approved": "2026-03-01"}]},
            "Waived on 1 March 2026",
        ),
    ],
)
def test_records_are_dated_in_words(rule, facts, message):
    assert the_message(some_facts(**facts), **rule) == message


def test_a_message_is_the_same_from_the_document():
    facts = some_facts(an_entry("2026-05-01", 90))
    rule = {"id": "r", "rule": "total_min", "where": DIRECT, "minutes": 100}

    document = evaluated(facts, requirements=[rule]).document()

    assert wording.with_messages(document)["requirements"][0]["message"] == (
        "10 min of direct sessions missing"
    )


def test_a_refused_scheme_is_told_its_line():
    with pytest.raises(SchemeError) as refusal:
        read_scheme("scheme: a\nversion: '1'\nrequirements:\n  - {id: a, rule: most, minutes: 5}\n")

    sentence = fault_sentence(refusal.value)

    assert sentence.startswith("line 4 (rule): “most” is not a rule of requirements. Known: ")


def test_refused_facts_are_told_their_path():
    with pytest.raises(FactsError) as refusal:
        read_facts(some_facts(an_entry("2026-05-01", 1.5)))

    assert fault_sentence(refusal.value) == (
        "entries[0].minutes: a whole number is expected, like 90."
    )
