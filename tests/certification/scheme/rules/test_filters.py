"""Which entries may count at all."""

import pytest

from .documents import DIRECT, an_entry, counted, evaluated, reasons, some_facts

AGREEMENT = {"id": "agreement", "rule": "agreement_in_force"}
QUALIFIED = {"id": "qualified", "rule": "supervisor_qualified_on"}
RUNNING = {"id": "G1", "supervisor": "M1", "start": "2026-04-02", "end": "2026-08-31"}


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("signed", None),
        ("submitted", "not_signed"),
        ("draft", "not_signed"),
        ("returned", "not_signed"),
        ("contested", "contested"),
    ],
)
def test_only_signed_entries_count(status, reason):
    entry = an_entry("2026-05-01", status=status)

    evaluation = evaluated(some_facts(entry))

    assert counted(evaluation, [entry]) == [0 if reason else 60]
    assert reasons(evaluation, entry) == ([(reason, 60)] if reason else [])


@pytest.mark.parametrize(
    ("day", "more", "counts"),
    [
        ("2026-04-01", {}, False),  # the day before it starts
        ("2026-04-02", {}, True),  # its first day
        ("2026-08-31", {}, True),  # its last day, inclusive
        ("2026-09-01", {}, False),  # the day after
        ("2026-05-01", {"agreement": None}, False),  # none named
        ("2026-05-01", {"agreement": "G9"}, False),  # one nobody knows
        ("2026-05-01", {"supervisor": "M2"}, False),  # somebody else's agreement
    ],
)
def test_an_agreement_with_this_supervisor_is_in_force(day, more, counts):
    entry = an_entry(day, **more)

    evaluation = evaluated(some_facts(entry, agreements=[RUNNING]), filters=[AGREEMENT])

    assert reasons(evaluation, entry) == ([] if counts else [("agreement_not_in_force", 60)])


def test_an_agreement_without_an_end_goes_on():
    entry = an_entry("2026-11-22")

    evaluation = evaluated(
        some_facts(entry, agreements=[RUNNING | {"end": None}]), filters=[AGREEMENT]
    )

    assert counted(evaluation, [entry]) == [60]


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2026-03-31", True),  # the last day of the first licence
        ("2026-04-01", False),  # the first day between the two
        ("2026-04-30", False),  # the last day between the two
        ("2026-05-01", True),  # the first day of the second, which has no end
    ],
)
def test_a_supervisor_is_qualified_on_the_day(day, counts):
    entry = an_entry(day)
    mentor = {"id": "M1", "role": "mentor"}
    spans = [["2026-05-01", None], ["2025-01-01", "2026-03-31"]]

    evaluation = evaluated(
        some_facts(entry, supervisors=[mentor | {"qualified": spans}]), filters=[QUALIFIED]
    )

    assert reasons(evaluation, entry) == ([] if counts else [("supervisor_not_qualified", 60)])


@pytest.mark.parametrize("supervisor", [None, "M9"])
def test_nobody_known_is_not_qualified(supervisor):
    entry = an_entry("2026-05-01", supervisor=supervisor)

    evaluation = evaluated(some_facts(entry), filters=[QUALIFIED])

    assert reasons(evaluation, entry) == [("supervisor_not_qualified", 60)]


@pytest.mark.parametrize(
    ("submitted", "leaves", "late"),
    [
        ("2026-05-15", [], False),  # the fourteenth day after 1 May
        ("2026-05-16", [], True),  # the fifteenth
        ("2026-04-30", [], False),  # before the session itself: not late, whatever else
        (None, [], False),  # nobody has to submit it
        ("2026-05-20", [("2026-05-03", "2026-05-07")], False),  # 19 days, 5 of them leave
        ("2026-05-21", [("2026-05-03", "2026-05-07")], True),  # 20 days, 5 of them leave
        (
            "2026-05-16",
            [("2026-05-01", "2026-05-01")],
            True,
        ),  # leave on the day itself: no day after
        (
            "2026-05-20",
            [("2026-05-03", "2026-05-06"), ("2026-05-05", "2026-05-07")],
            False,
        ),  # overlap once
        # 20 days, 5 of them leave, two of these in both leaves
        ("2026-05-21", [("2026-05-03", "2026-05-06"), ("2026-05-05", "2026-05-07")], True),
        ("2026-10-01", [("2026-05-02", None)], False),  # still on leave
    ],
)
@pytest.mark.parametrize("effect", ["flag", "forfeit"])
def test_late_entry_is_flagged_or_forfeited(submitted, leaves, late, effect):
    entry = an_entry("2026-05-01", submitted=submitted)
    leaves = [{"start": start, "end": end} for start, end in leaves]

    evaluation = evaluated(
        some_facts(entry, leaves=leaves),
        filters=[{"id": "timely", "rule": "entry_deadline", "days": 14, "effect": effect}],
    )

    flagged = [(flag.entry, flag.flag, flag.by) for flag in evaluation.requirement("direct").flags]
    lost = late and effect == "forfeit"
    assert reasons(evaluation, entry) == ([("too_late", 60)] if lost else [])
    assert flagged == ([(entry["id"], "late", "timely")] if late and not lost else [])


def test_the_first_filter_of_the_scheme_gives_the_reason():
    entry = an_entry("2026-05-01", supervisor="M9")

    one = evaluated(some_facts(entry), filters=[AGREEMENT, QUALIFIED])
    other = evaluated(some_facts(entry), filters=[QUALIFIED, AGREEMENT])

    assert reasons(one, entry) == [("agreement_not_in_force", 60)]
    assert reasons(other, entry) == [("supervisor_not_qualified", 60)]


def test_a_filter_with_a_where_leaves_other_hours_alone():
    study = an_entry("2026-05-01", category="didactic_async", supervisor=None, agreement=None)
    session = an_entry("2026-05-01", agreement=None)

    evaluation = evaluated(
        some_facts(study, session),
        filters=[AGREEMENT | {"where": DIRECT}],
        requirements=[{"id": "all", "rule": "total_min", "where": {}, "minutes": 60}],
    )

    assert counted(evaluation, [study, session]) == [60, 0]


def test_a_submitted_entry_that_will_not_count_says_so_at_once():
    entry = an_entry("2026-05-01", agreement=None, status="submitted")

    evaluation = evaluated(some_facts(entry), filters=[AGREEMENT])

    assert reasons(evaluation, entry) == [("agreement_not_in_force", 60)]
    assert evaluation.requirement("direct").pending == ()


def test_an_entry_dated_after_the_day_of_the_evaluation_waits_for_it():
    entry = an_entry("2026-11-23")

    before = evaluated(some_facts(entry, as_of="2026-11-22"))
    after = evaluated(some_facts(entry, as_of="2026-11-23"))

    assert reasons(before, entry) == [("outside_window", 60)]
    assert str(before.holds_until) == "2026-11-23"
    assert counted(after, [entry]) == [60]


def test_a_session_that_does_not_count_still_took_place_between_its_neighbours():
    sessions = [
        an_entry("2026-05-01"),
        an_entry("2026-05-03", agreement=None),
        an_entry("2026-05-05"),
    ]
    contact = an_entry("2026-05-02", category="clinician_consultation")
    require = ["clinician_consultation"]

    evaluation = evaluated(
        some_facts(*sessions, contact),
        filters=[
            AGREEMENT,
            {"id": "contact", "rule": "interleave", "where": DIRECT, "require": require},
        ],
    )

    assert counted(evaluation, sessions) == [60, 0, 0]
    assert reasons(evaluation, sessions[2]) == [("interleave", 60)]


def test_a_contact_that_does_not_count_lies_between_nothing():
    sessions = [an_entry("2026-05-01"), an_entry("2026-05-03")]
    contact = an_entry("2026-05-02", category="clinician_consultation", agreement=None)
    require = ["clinician_consultation"]

    evaluation = evaluated(
        some_facts(*sessions, contact),
        filters=[
            AGREEMENT,
            {"id": "contact", "rule": "interleave", "where": DIRECT, "require": require},
        ],
    )

    assert counted(evaluation, sessions) == [60, 0]
