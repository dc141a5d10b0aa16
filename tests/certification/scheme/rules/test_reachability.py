"""A scheme that nobody could ever meet is found before it is published."""

from dataclasses import replace

import pytest

from certification.scheme.rules import read_scheme
from certification.scheme.rules.reachability import Known, unreachable

from .documents import DIRECT, MENTOR, REMOTE, a_scheme_text, direct_minutes

pytestmark = pytest.mark.lesson(38)

KNOWN = Known(
    courses={"ethics"},
    assessments={"ethics-exam"},
    policies={"code"},
    forms={"mentor-mid"},
    milestones={"applied", "certified"},
    categories={"direct_session", "mentor_individual", "mentor_group", "ce_general"},
    content_areas={"ethics_law"},
    closures={"planned"},
    supervisor_roles={"mentor"},
)


def faults(*requirements: dict, known: Known = KNOWN, **sections) -> list[tuple[str, str]]:
    rows = [{"id": f"r{n}", **rule} for n, rule in enumerate(requirements)]
    scheme = read_scheme(a_scheme_text(requirements=rows, **sections))
    return [(fault.reason, fault.value) for fault in unreachable(scheme, known)]


@pytest.mark.parametrize(
    ("rule", "part", "reason", "name"),
    [
        ({"rule": "course_done", "course": "ethics"}, "courses", "unknown_course", "ethics"),
        (
            {"rule": "assessment_passed", "assessment": "ethics-exam"},
            "assessments",
            "unknown_assessment",
            "ethics-exam",
        ),
        ({"rule": "attestation_current", "policy": "code"}, "policies", "unknown_policy", "code"),
        (
            {"rule": "evaluation_required", "form": "mentor-mid"},
            "forms",
            "unknown_form",
            "mentor-mid",
        ),
        (
            {"rule": "prerequisite", "milestone": "applied"},
            "milestones",
            "unknown_milestone",
            "applied",
        ),
        (
            {"rule": "active_membership", "continuous_since": "certified"},
            "milestones",
            "unknown_milestone",
            "certified",
        ),
        (
            {"rule": "total_min", "where": {"category": ["ce_general"]}, "minutes": 5},
            "categories",
            "no_hours_of_category",
            "ce_general",
        ),
        (
            {"rule": "total_min", "where": {"content_area": ["ethics_law"]}, "minutes": 5},
            "content_areas",
            "no_hours_of_content_area",
            "ethics_law",
        ),
        (
            {"rule": "distinct_count", "what": "case", "where": {"closure": ["planned"]}, "at_least": 1},
            "closures",
            "no_hours_of_closure",
            "planned",
        ),
        (
            {"rule": "total_min", "where": {"supervisor_role": ["mentor"]}, "minutes": 5},
            "supervisor_roles",
            "no_hours_of_supervisor_role",
            "mentor",
        ),
    ],
)  # fmt: skip
def test_what_a_requirement_names_must_be_there(rule, part, reason, name):
    without = replace(KNOWN, **{part: {"something-else"}})

    assert faults(rule) == []
    assert faults(rule, known=without) == [(reason, name)]


def test_one_of_several_kinds_of_hours_is_enough():
    some = {"category": ["observation", "direct_session"]}

    assert faults({"rule": "total_min", "where": some, "minutes": 5}) == []


def a_cap(minutes: int, where: dict = DIRECT, **more) -> dict:
    return {
        "id": f"cap-{minutes}-{where}-{more}",
        "rule": "cap",
        "where": where,
        "minutes": minutes,
    } | more


@pytest.mark.parametrize(
    ("caps", "minutes", "credit_max", "most"),
    [
        ([], 100, None, None),
        ([a_cap(100)], 100, None, None),  # exactly what the cap leaves
        ([a_cap(99)], 100, None, "99"),
        ([a_cap(99)], 100, 1, None),  # the last minute may be recognised
        ([a_cap(98)], 100, 1, "98"),
        ([a_cap(99, each="case")], 100, None, None),  # there may be another case
        ([a_cap(99, REMOTE)], 100, None, None),  # the rest can be done in person
        ([a_cap(500), a_cap(99, {})], 100, None, "99"),  # the smallest of several
    ],
)
def test_a_total_within_its_own_caps(caps, minutes, credit_max, most):
    rule = {"rule": "total_min", "where": DIRECT, "minutes": minutes}
    limit = {} if credit_max is None else {"credit_max": credit_max}

    assert faults(rule | limit, caps=caps) == ([("above_its_caps", most)] if most else [])


@pytest.mark.parametrize(("minutes", "most"), [(150, None), (151, "150")])
def test_caps_on_every_category_of_a_total_add_up(minutes, most):
    caps = [
        a_cap(100, {"category": ["mentor_individual"]}),
        a_cap(50, {"category": ["mentor_group"]}),
    ]
    rule = {"rule": "total_min", "where": MENTOR, "minutes": minutes}

    assert faults(rule, caps=caps) == ([("above_its_caps", most)] if most else [])


def test_a_requirement_that_no_pathway_asks_for_is_a_mistake():
    text = a_scheme_text(
        requirements=[direct_minutes(5), direct_minutes(6) | {"id": "more"}],
        pathways=[{"id": "way", "all": ["direct"]}],
    )

    assert [one.id for one in unreachable(read_scheme(text), KNOWN)] == ["more"]


def test_a_fault_is_told_with_its_line():
    text = (
        'scheme: x\nversion: "1"\nrequirements:\n'
        "  - {id: a, rule: course_done, course: ethics}\n"
        "  - {id: b, rule: course_done, course: esthetics}\n"
    )

    (fault,) = unreachable(read_scheme(text), KNOWN)

    assert fault == ("b", 5, "unknown_course", "esthetics")
