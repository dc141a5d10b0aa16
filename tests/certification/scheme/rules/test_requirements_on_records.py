"""What is asked of records: courses, assessments, signed policies."""

from datetime import date

import pytest

from .documents import evaluated, some_facts


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([], "not_started"),
        ([{"course": "other", "completed": "2026-01-01"}], "not_started"),
        ([{"course": "ethics", "completed": None}], "not_met"),  # begun
        ([{"course": "ethics", "completed": "2026-11-23"}], "not_met"),  # a day later
        ([{"course": "ethics", "completed": "2026-11-22"}], "met"),  # on the day
    ],
)
def test_course_done(rows, state):
    rule = {"id": "c", "rule": "course_done", "course": "ethics"}

    evaluation = evaluated(some_facts(courses=rows), requirements=[rule])

    assert evaluation.requirement("c").state == state


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([], "not_started"),
        ([{"assessment": "exam", "passed": None}], "not_met"),  # tried
        (
            [
                {"assessment": "exam", "passed": None},
                {"assessment": "exam", "passed": "2026-02-03"},
            ],
            "met",
        ),
    ],
)
def test_assessment_passed(rows, state):
    rule = {"id": "a", "rule": "assessment_passed", "assessment": "exam"}

    evaluation = evaluated(some_facts(assessments=rows), requirements=[rule])

    assert evaluation.requirement("a").state == state


VERSION = {"policy": "code", "version": "3", "effective": "2025-01-01"}


@pytest.mark.parametrize(
    ("signed", "as_of", "leaves", "state", "holds_until"),
    [
        ("2026-02-03", "2026-11-22", [], "met", "2027-02-04"),
        ("2026-02-03", "2027-02-03", [], "met", "2027-02-04"),  # twelve months to the day
        ("2026-02-03", "2027-02-04", [], "not_met", None),  # the first day over
        ("2024-02-29", "2025-02-28", [], "met", "2025-03-01"),  # the last day of that February
        ("2024-02-29", "2025-03-01", [], "not_met", None),
        ("2026-02-03", "2027-02-04", [("2026-06-01", "2026-06-30")], "met", "2027-03-06"),
        ("2026-02-03", "2027-03-06", [("2026-06-01", "2026-06-30")], "not_met", None),
        ("2026-02-03", "2026-11-22", [("2027-02-04", "2027-02-10")], "met", "2027-02-11"),
        ("2026-01-31", "2026-11-22", [], "met", "2027-02-01"),
        ("2026-02-03", "2027-02-04", [("2027-02-04", None)], "met", None),  # leave without an end
        ("2026-12-24", "2026-12-23", [], "not_met", "2026-12-24"),  # signed a day later
    ],
)
def test_a_signature_is_good_for_twelve_months_of_elapsed_time(
    signed, as_of, leaves, state, holds_until
):
    facts = some_facts(
        as_of=as_of,
        policies=[VERSION],
        attestations=[{"policy": "code", "version": "3", "signed": signed}],
        leaves=[{"start": start, "end": end} for start, end in leaves],
    )
    rule = {"id": "code", "rule": "attestation_current", "policy": "code", "max_age_months": 12}

    evaluation = evaluated(facts, requirements=[rule])

    assert evaluation.requirement("code").state == state
    assert evaluation.holds_until == (date.fromisoformat(holds_until) if holds_until else None)


@pytest.mark.parametrize(
    ("policies", "attestations", "reason", "state"),
    [
        ([], [], "no_version_in_force", "not_started"),
        ([VERSION], [], "version_not_signed", "not_started"),
        ([VERSION], [{"version": "2", "signed": "2026-02-03"}], "version_not_signed", "not_met"),
        ([VERSION], [{"version": "3", "signed": "2026-02-03"}], "version_signed", "met"),
        ([VERSION | {"policy": "x"}], [], "no_version_in_force", "not_started"),
    ],
)
def test_the_version_in_force_is_the_one_to_sign(policies, attestations, reason, state):
    signed = [row | {"policy": "code"} for row in attestations]
    rule = {"id": "code", "rule": "attestation_current", "policy": "code"}

    code = evaluated(
        some_facts(policies=policies, attestations=signed), requirements=[rule]
    ).requirement("code")

    assert (code.reason, code.state) == (reason, state)
