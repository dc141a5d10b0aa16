"""The worked examples of engine.md, by their numbers. (8 is in test_supervision.py.)"""

from datetime import date, timedelta

import pytest

from .documents import (
    DIRECT,
    REMOTE,
    an_entry,
    counted,
    direct_minutes,
    evaluated,
    reasons,
    some_facts,
)

ONE_CASE = {"id": "one-case", "rule": "cap", "where": DIRECT, "each": "case", "minutes": 2700}
REMOTE_CAP = {"id": "remote", "rule": "cap", "where": REMOTE, "minutes": 540}


def test_example_1_submitted_minutes_are_projected_and_pending_names_the_signer():
    signed = an_entry("2026-05-01", 60)
    submitted = an_entry("2026-05-02", 60, status="submitted")

    evaluation = evaluated(some_facts(signed, submitted), requirements=[direct_minutes(100)])

    direct = evaluation.requirement("direct")
    assert (direct.have, direct.projected, direct.state) == (60, 120, "pending")
    assert [(one.who, one.entries) for one in direct.pending] == [("M1", (submitted["id"],))]
    assert not evaluation.met


def test_example_2_the_entry_that_crosses_a_cap_counts_in_part():
    entries = [
        an_entry(f"2026-05-0{n}", 50, category="documentation_reflection") for n in (1, 2, 3)
    ]
    documentation = {"category": ["documentation_reflection"]}

    evaluation = evaluated(
        some_facts(*entries),
        caps=[{"id": "documentation", "rule": "cap", "where": documentation, "minutes": 120}],
        requirements=[
            {"id": "written", "rule": "total_min", "where": documentation, "minutes": 200}
        ],
    )

    assert counted(evaluation, entries) == [50, 50, 20]
    assert reasons(evaluation, entries[2]) == [("over_cap", 30)]
    assert evaluation.requirement("written").have == 120


def test_example_3_a_rolling_week_makes_room_as_its_first_day_leaves():
    entries = [an_entry(f"2026-05-0{day}", 300) for day in (1, 3, 5, 7, 8)]
    weekly = {"id": "weekly", "rule": "period_max", "where": DIRECT}

    evaluation = evaluated(
        some_facts(*entries), periods=[weekly | {"period": "rolling_7_days", "minutes": 900}]
    )

    assert counted(evaluation, entries) == [300, 300, 300, 0, 300]
    assert reasons(evaluation, entries[3]) == [("over_period_max", 300)]


def test_example_4_each_case_has_its_own_cap():
    first = [an_entry(str(date(2026, 5, 1) + timedelta(n)), 600, case="A") for n in range(6)]
    other = [an_entry(str(date(2026, 6, 1) + timedelta(n)), 600, case="B") for n in range(2)]

    evaluation = evaluated(some_facts(*first, *other), caps=[ONE_CASE])

    assert counted(evaluation, first) == [600, 600, 600, 600, 300, 0]
    assert counted(evaluation, other) == [600, 600]
    assert evaluation.requirement("direct").have == 65 * 60
    assert reasons(evaluation, first[-1]) == [("over_cap", 600)]


@pytest.mark.parametrize(
    ("caps", "hours"),
    [
        ([REMOTE_CAP, ONE_CASE], 45),  # remote leaves 9 h, then the case takes 9 h + 36 h
        ([ONE_CASE, REMOTE_CAP], 42),  # the case takes 12 h + 33 h, then remote leaves 9 h of 12
    ],
)
def test_example_5_crossing_caps_work_in_scheme_order(caps, hours):
    video = an_entry("2026-05-01", 12 * 60, modality="video")
    in_person = an_entry("2026-05-03", 38 * 60)

    evaluation = evaluated(some_facts(video, in_person), caps=caps)

    assert evaluation.requirement("direct").have == hours * 60


@pytest.mark.parametrize(
    ("remote_hours", "state", "more", "less"),
    [
        (10, "not_met", 45 * 60, 5 * 60),  # 10 of 55
        (5, "met", 0, 0),  # 5 of 50 is a tenth exactly
    ],
)
def test_example_6_a_share_is_judged_and_removes_nothing(remote_hours, state, more, less):
    in_person = an_entry("2026-05-01", 45 * 60)
    video = an_entry("2026-05-03", remote_hours * 60, modality="video")
    rule = {"id": "far", "rule": "share_max", "where": REMOTE, "of": DIRECT, "share": "1/10"}

    evaluation = evaluated(some_facts(in_person, video), requirements=[rule])

    far = evaluation.requirement("far")
    assert (far.state, far.figures["more"], far.figures["less"]) == (state, more, less)
    assert counted(evaluation, [in_person, video]) == [45 * 60, remote_hours * 60]


def test_example_7_the_last_day_of_a_qualification_counts():
    last, after = an_entry("2026-08-31"), an_entry("2026-09-01")
    mentor = {"id": "M1", "role": "mentor", "qualified": [["2025-01-01", "2026-08-31"]]}

    evaluation = evaluated(
        some_facts(last, after, supervisors=[mentor]),
        filters=[{"id": "qualified", "rule": "supervisor_qualified_on"}],
    )

    assert counted(evaluation, [last, after]) == [60, 0]
    assert reasons(evaluation, after) == [("supervisor_not_qualified", 60)]


@pytest.mark.parametrize(
    ("contact", "second_counts"),
    [
        (None, False),
        ({"day": "2026-05-02"}, True),  # between
        ({"day": "2026-05-01"}, True),  # on the day of the first
        ({"day": "2026-05-03"}, True),  # on the day of the second
        ({"day": "2026-04-30"}, False),  # before the first
        ({"day": "2026-05-04"}, False),  # after the second
        ({"day": "2026-05-02", "status": "submitted"}, False),  # logged, not signed
        ({"day": "2026-05-02", "case": "B"}, False),  # of another case
        ({"day": "2026-05-02", "category": "mentor_individual"}, False),  # no such contact
        ({"day": "2026-05-02", "category": "triadic_meeting"}, True),
    ],
)
def test_example_9_a_clinician_contact_lies_between_two_sessions(contact, second_counts):
    first, second = an_entry("2026-05-01"), an_entry("2026-05-03")
    contacts = []
    if contact:
        given = {"category": "clinician_consultation", **contact}
        contacts.append(an_entry(given.pop("day"), **given))
    require = ["clinician_consultation", "triadic_meeting"]

    evaluation = evaluated(
        some_facts(first, second, *contacts),
        filters=[{"id": "contact", "rule": "interleave", "where": DIRECT, "require": require}],
    )

    assert counted(evaluation, [first, second]) == [60, 60 if second_counts else 0]
    if not second_counts:
        assert reasons(evaluation, second) == [("interleave", 60)]


@pytest.mark.parametrize(
    ("as_of", "state", "version", "holds_until"),
    [
        ("2026-11-30", "met", "3", date(2026, 12, 1)),  # the day before
        ("2026-12-01", "not_met", "4", None),  # from the 1st, and time alone mends nothing
    ],
)
def test_example_10_a_new_version_asks_for_a_new_signature(as_of, state, version, holds_until):
    facts = some_facts(
        as_of=as_of,
        attestations=[{"policy": "code", "version": "3", "signed": "2026-02-03"}],
        policies=[
            {"policy": "code", "version": "3", "effective": "2026-01-01"},
            {"policy": "code", "version": "4", "effective": "2026-12-01"},
        ],
    )
    rule = {"id": "code", "rule": "attestation_current", "policy": "code"}

    evaluation = evaluated(facts, requirements=[rule])

    code = evaluation.requirement("code")
    assert (code.state, code.figures["version"]) == (state, version)
    assert evaluation.holds_until == holds_until
