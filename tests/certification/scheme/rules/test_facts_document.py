"""Facts are read strictly: what is not meant as written is refused with its path."""

import json
from datetime import date

import pytest

from certification.scheme.rules import FactsError, read_facts

from .documents import an_entry, some_facts


def the_example() -> dict:
    """The facts document of engine.md."""
    entry = an_entry("2026-04-12", 90, id="e1", submitted="2026-04-13", signed="2026-04-20")
    mentor = {"id": "M1", "role": "mentor", "qualified": [["2025-01-01", None]]}
    case = {"id": "A", "opened": "2026-01-01", "opening_meeting": "2026-01-05", "closed": None}
    return some_facts(
        entry | {"attested": True, "excused": False, "activity": "a1", "intensive": "I1"},
        supervisors=[mentor | {"conflicts": [["2026-07-01", "2026-07-31"]]}],
        cases=[case | {"consents": "2026-01-04", "pauses": [{"start": "2026-03-01"}]}],
        intensives=[{"id": "I1", "start": "2026-04-10", "end": "2026-04-20", "case": "A"}],
        milestones={"enrolled": "2026-01-10", "internship_approved": None},
        leaves=[{"start": "2026-06-01", "end": "2026-06-30"}],
        courses=[{"course": "ethics", "completed": "2026-02-01"}],
        assessments=[{"assessment": "ethics-exam", "passed": "2026-02-03"}],
        attestations=[{"policy": "code-of-ethics", "version": "3", "signed": "2026-02-03"}],
        policies=[{"policy": "code-of-ethics", "version": "3", "effective": "2026-01-01"}],
        evaluations=[
            {"form": "mentor-mid", "role": "mentor", "result": 3, "date": "2026-08-01", "case": "A"}
        ],
        equivalences=[{"requirement": "direct", "minutes": 600, "approved": "2026-05-01"}],
        waivers=[{"requirement": "cases", "approved": "2026-05-01"}],
        memberships=[{"start": "2026-01-01", "end": "2026-12-31"}],
    )


def test_the_example_is_read():
    facts = read_facts(the_example())

    assert facts.entries[0].minutes == 90
    assert facts.milestones.keys() == {"enrolled"}
    assert facts.memberships[0].end.year == 2026
    assert facts.entries[0][-5:] == (date(2026, 4, 20), True, False, "a1", "I1")
    assert facts.supervisors["M1"].conflicts == ((date(2026, 7, 1), date(2026, 7, 31)),)
    assert facts.cases["A"].pauses == ((date(2026, 3, 1), None),)
    assert facts.intensives["I1"].end == date(2026, 4, 20)
    assert facts.evaluations[0].case == "A"


def test_only_the_day_must_be_there():
    facts = read_facts({"as_of": "2026-11-22"})

    assert (facts.zone, facts.entries, facts.cases, facts.intensives) == ("UTC", (), {}, {})


def test_keys_of_a_later_day_are_left_alone():
    assert read_facts({"as_of": "2026-11-22", "donations": 3}) == read_facts(
        {"as_of": "2026-11-22"}
    )


def test_an_end_of_9999_is_no_end():
    facts = read_facts(some_facts(leaves=[{"start": "2026-01-01", "end": "9999-12-31"}]))

    assert facts.leaves[0].end is None


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("as_of", None, "missing"),
        ("as_of", "22.11.2026", "not_a_date"),
        ("as_of", "2026-02-30", "not_a_date"),
        ("as_of", "20261122", "not_a_date"),
        ("as_of", "2026-W47-7", "not_a_date"),
        ("as_of", "٢٠٢٦-11-22", "not_a_date"),
        ("as_of", "9999-12-31", "not_a_date"),
        ("as_of", 20261122, "not_text"),
        ("entries", {}, "not_a_list"),
        ("entries[0]", "e1", "not_a_mapping"),
        ("entries[0].id", "", "not_text"),
        ("entries[0].id", 7, "not_text"),
        ("entries[0].category", "session", "not_a_choice"),
        ("entries[0].minutes", None, "missing"),
        ("entries[0].minutes", 0, "out_of_bounds"),
        ("entries[0].minutes", -1, "out_of_bounds"),
        ("entries[0].minutes", 10**30, "out_of_bounds"),
        ("entries[0].minutes", 90.0, "not_whole"),
        ("entries[0].minutes", float("nan"), "not_whole"),
        ("entries[0].minutes", True, "not_whole"),
        ("entries[0].minutes", "90", "not_whole"),
        ("entries[0].minutes", "5_0", "not_whole"),
        ("entries[0].minutes", "٣", "not_whole"),
        ("entries[0].start", "25:00", "not_a_time"),
        ("entries[0].start", "9:00", "not_a_time"),
        ("entries[0].modality", "letter", "not_a_choice"),
        ("entries[0].format", "pair", "not_a_choice"),
        ("entries[0].group_size", 0, "out_of_bounds"),
        ("entries[0].content_areas", "ethics", "not_a_list"),
        ("entries[0].content_areas", [1], "not_a_list"),
        ("entries[0].status", "approved", "not_a_choice"),
        ("entries[0].signed", "soon", "not_a_date"),
        ("entries[0].attested", 1, "not_yes_or_no"),
        ("entries[0].excused", "no", "not_yes_or_no"),
        ("entries[0].activity", "", "not_text"),
        ("supervisors[0].conflicts", [["2025-01-01"]], "not_a_pair"),
        ("cases[0].consents", "yes", "not_a_date"),
        ("cases[0].pauses", ["2025-01-01"], "not_a_list"),
        (
            "cases[0].pauses",
            [{"start": "2026-02-01", "end": "2026-01-01"}],
            "ends_before_it_starts",
        ),
        ("intensives[0].end", None, "missing"),
        ("intensives[0].end", "2026-04-09", "ends_before_it_starts"),
        ("leaves[0].end", "2026-05-31", "ends_before_it_starts"),
        ("agreements[0].end", "2024-12-31", "ends_before_it_starts"),
        ("supervisors[0].qualified", "always", "not_a_list"),
        ("supervisors[0].qualified", [["2025-01-01"]], "not_a_pair"),
        ("supervisors[0].qualified", [[None, None]], "not_a_pair"),
        ("supervisors[0].qualified", [["2025-01-01", 5]], "not_a_pair"),
        ("supervisors[0].role", None, "missing"),
        ("milestones", [], "not_a_mapping"),
        ("milestones.enrolled", "soon", "not_a_date"),
        ("equivalences[0].minutes", 0, "out_of_bounds"),
        ("waivers[0].approved", None, "missing"),
    ],
)
def test_facts_are_refused_with_their_path(path, value, reason):
    document = the_example()
    *way, last = path.replace("[0]", ".0").split(".")
    part = document
    for step in way:
        part = part[int(step) if step.isdigit() else step]
    part[int(last) if last.isdigit() else last] = value

    with pytest.raises(FactsError) as refusal:
        read_facts(document)

    assert (refusal.value.path, refusal.value.reason) == (path, reason)


@pytest.mark.parametrize("key", ["entries", "supervisors", "agreements", "cases", "intensives"])
def test_one_id_names_one_thing(key):
    document = the_example()
    document[key] = [*document[key], *json.loads(json.dumps(document[key]))]

    with pytest.raises(FactsError) as refusal:
        read_facts(document)

    assert (refusal.value.path, refusal.value.reason) == (f"{key}[1].id", "id_twice")


@pytest.mark.parametrize("document", [None, [], "facts", 3])
def test_what_is_no_facts_document_is_refused(document):
    with pytest.raises(FactsError):
        read_facts(document)
