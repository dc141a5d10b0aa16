"""Under which heading of the path a requirement stands."""

import pytest

from certification.scheme.rules import read_scheme
from certification.scheme.rules.requirements.hours import words_of
from certification.scheme.sections import HEADINGS, heading_of

from .complete import TEXT


@pytest.mark.parametrize(
    ("rule", "categories", "heading"),
    [
        ("course_done", [], "foundation"),
        ("category_min", ["didactic_async", "didactic_sync"], "foundation"),
        ("category_min", ["attitude_reassessment"], "foundation"),
        ("assessment_passed", [], "examinations"),
        ("total_min", ["direct_session"], "practice"),
        ("distinct_count", ["direct_session"], "practice"),
        ("category_min", ["clinician_consultation", "triadic_meeting"], "triad"),
        ("triad_complete", ["triadic_meeting"], "triad"),
        ("share_min", ["mentor_individual"], "supervision"),
        ("percent_supervised", ["mentor_individual", "mentor_group"], "supervision"),
        ("total_min", ["observation"], "supervision"),
        ("evaluation_required", [], "evaluations"),
        ("attestation_current", [], "standing"),
        ("active_membership", [], "standing"),
        ("renewal", ["ce_general"], "renewal"),
        ("total_min", ["ce_general"], "other"),
        ("total_min", [], "other"),
    ],
)
def test_a_heading_follows_from_rule_and_hours(rule, categories, heading):
    figures = {"where": {"category": categories}} if categories else {}

    assert heading_of({"rule": rule, "figures": figures}) == heading


def test_version_1_0_stands_under_seven_headings():
    scheme = read_scheme(TEXT)
    rows = [
        {
            "rule": scheme.rule_names[one.id],
            "figures": {"where": words_of(one.where)} if hasattr(one, "where") else {},
        }
        for one in scheme.requirements
    ]

    found = {heading_of(row) for row in rows}

    assert found == HEADINGS.keys() - {"renewal", "other"}
