"""A month counts only if what must lie in it lies in it."""

import pytest

from .documents import DIRECT, INDIVIDUAL, MENTOR, an_entry, counted, evaluated, some_facts

OBSERVED = {"category": ["observation"]}
MONTH = {"id": "gate", "rule": "period_gate", "where": DIRECT, "period": "calendar_month"}


def gated(*entries: dict, **conditions):
    """Under a gate for direct sessions that asks these things of each calendar month."""
    return evaluated(some_facts(*entries), periods=[MONTH | conditions], requirements=ASKED)


ASKED = [
    {"id": "direct", "rule": "total_min", "where": DIRECT, "minutes": 1},
    {"id": "mentor", "rule": "total_min", "where": MENTOR, "minutes": 1},
]


def supervised(day: str, minutes: int = 60, **more) -> dict:
    return an_entry(day, minutes, **({"category": "mentor_individual"} | more))


def lost_to(evaluation, entry: dict) -> list[tuple]:
    losses = evaluation.entries[entry["id"]].losses
    return [(loss.reason, loss.detail, loss.minutes) for loss in losses]


@pytest.mark.parametrize(
    ("contacts", "counts"),
    [
        (["2026-05-01", "2026-05-31"], True),  # the first and the last day
        (["2026-05-01", "2026-06-01"], False),  # the day after
        (["2026-05-01", "2026-04-30"], False),  # the day before
        (["2026-05-01", "2025-05-01"], False),  # the month of another year
        (["2026-05-01", "2026-05-01"], True),  # two on one day are two
        (["2026-05-01"], False),
    ],
)
def test_a_month_needs_its_contacts(contacts, counts):
    session = an_entry("2026-05-10")

    evaluation = gated(
        session, *map(supervised, contacts), contacts={"where": MENTOR, "at_least": 2}
    )

    assert counted(evaluation, [session]) == [60 if counts else 0]
    if not counts:
        assert lost_to(evaluation, session) == [("period_gate_not_met", "contacts", 60)]


@pytest.mark.parametrize(
    ("contact", "counts"),
    [
        ({}, True),
        ({"status": "submitted"}, False),  # not signed yet
        ({"status": "draft"}, False),
        ({"category": "clinician_consultation"}, False),  # no such contact
    ],
)
def test_a_contact_is_one_that_counts(contact, counts):
    session = an_entry("2026-05-10")

    evaluation = gated(
        session, supervised("2026-05-11", **contact), contacts={"where": MENTOR, "at_least": 1}
    )

    assert counted(evaluation, [session]) == [60 if counts else 0]


def test_a_contact_that_waits_opens_the_gate_in_the_projection():
    session, contact = an_entry("2026-05-10"), supervised("2026-05-11", status="submitted")

    evaluation = gated(session, contact, contacts={"where": MENTOR, "at_least": 1})

    direct = evaluation.requirement("direct")
    assert (direct.have, direct.projected, direct.state) == (0, 60, "pending")


@pytest.mark.parametrize(
    ("asked", "observed", "counts"),
    [
        ({"at_least": 1}, [5], True),  # once, however short
        ({"at_least": 2}, [90], False),
        ({"minutes": 60}, [30, 30], True),
        ({"minutes": 60}, [30, 29], False),
        ({"minutes": 60}, [], False),
    ],
)
def test_observation_by_number_or_by_minutes(asked, observed, counts):
    session = an_entry("2026-05-10")
    seen = [an_entry("2026-05-11", minutes, category="observation") for minutes in observed]

    evaluation = gated(session, *seen, observation={"where": OBSERVED, **asked})

    assert counted(evaluation, [session]) == [60 if counts else 0]


@pytest.mark.parametrize(
    ("sessions", "least", "most", "left"),
    [
        ([600, 600], 1200, None, [600, 600]),  # exactly enough
        ([600, 599], 1200, None, [0, 0]),
        ([600, 600], None, 1200, [600, 600]),
        ([600, 601], None, 1200, [600, 600]),  # the oldest count
        ([1201], 1200, 1200, [1200]),
    ],
)
def test_a_month_has_enough_hours_and_not_too_many(sessions, least, most, left):
    entries = [an_entry(f"2026-05-1{n}", minutes) for n, minutes in enumerate(sessions)]

    evaluation = gated(*entries, minutes_at_least=least, minutes_at_most=most)

    assert counted(evaluation, entries) == left


def test_what_is_over_the_month_and_what_a_gate_keeps_out_have_their_own_reasons():
    over = an_entry("2026-05-10", 700)
    few = an_entry("2026-06-10", 100)

    evaluation = gated(over, few, minutes_at_least=120, minutes_at_most=600)

    assert lost_to(evaluation, over) == [("over_period_max", None, 100)]
    assert lost_to(evaluation, few) == [("period_gate_not_met", "minutes_at_least", 100)]


TWENTIETH = {"supervised": {"where": MENTOR, "share": "1/20"}}


@pytest.mark.parametrize(
    ("supervision", "left"),
    [
        (60, [600, 600]),  # a twentieth of 20 hours exactly
        (59, [600, 580]),  # 20 minutes less for each minute of supervision less
        (30, [600, 0]),  # the oldest count as far as it goes
        (1, [20, 0]),
        (0, [0, 0]),
    ],
)
def test_work_counts_as_far_as_supervision_covers_it(supervision, left):
    entries = [an_entry("2026-05-10", 600), an_entry("2026-05-20", 600)]
    given = [supervised("2026-05-05", supervision)] if supervision else []

    evaluation = gated(*entries, *given, **TWENTIETH)

    assert counted(evaluation, entries) == left
    for entry, some in zip(entries, left, strict=True):
        lost = [("period_gate_not_met", "supervised", 600 - some)] if some < 600 else []
        assert lost_to(evaluation, entry) == lost


def test_supervision_of_one_month_covers_no_other():
    entries = [an_entry("2026-05-31", 600), an_entry("2026-06-01", 600)]

    evaluation = gated(*entries, supervised("2026-05-01", 600), **TWENTIETH)

    assert counted(evaluation, entries) == [600, 0]


@pytest.mark.parametrize(
    ("supervision", "left", "detail"),
    [
        (60, 1200, None),
        (59, 0, "supervised"),  # 1,180 covered, and 1,200 are asked
    ],
)
def test_what_is_covered_must_be_enough_for_the_month(supervision, left, detail):
    entry = an_entry("2026-05-10", 1300)

    evaluation = gated(
        entry, supervised("2026-05-05", supervision), minutes_at_least=1200, **TWENTIETH
    )

    assert counted(evaluation, [entry]) == [left]
    if detail:
        assert lost_to(evaluation, entry) == [("period_gate_not_met", detail, 1300)]


HALF = {"individual_share": {"where": INDIVIDUAL, "of": MENTOR, "share": "1/2"}}


@pytest.mark.parametrize(
    ("individual", "group", "share", "left"),
    [
        (60, [60], "1/2", [60]),  # half exactly
        (60, [30, 60], "1/2", [30, 30]),  # the oldest count as far as it goes
        (0, [60], "1/2", [0]),
        (60, [40], "2/3", [30]),
        (60, [10], "1/1", [0]),  # no group at all
    ],
)
def test_group_supervision_counts_as_far_as_individual_supervision_goes(
    individual, group, share, left
):
    given = [supervised("2026-05-20", individual)] if individual else []
    groups = [
        supervised(f"2026-05-0{n + 1}", minutes, category="mentor_group")
        for n, minutes in enumerate(group)
    ]
    condition = {"individual_share": HALF["individual_share"] | {"share": share}}

    evaluation = gated(*given, *groups, **condition)

    assert counted(evaluation, groups) == left


def test_group_supervision_beyond_its_share_covers_nothing():
    """60 individual and 60 of the 180 in groups are 120, which cover 40 hours."""
    entry = an_entry("2026-05-10", 3000)
    given = [supervised("2026-05-01"), supervised("2026-05-02", 180, category="mentor_group")]

    evaluation = gated(entry, *given, **TWENTIETH, **HALF)

    assert counted(evaluation, [entry, *given]) == [2400, 60, 60]
    assert lost_to(evaluation, given[1]) == [("period_gate_not_met", "individual_share", 120)]


def test_weeks_have_gates_too():
    monday, sunday = supervised("2026-12-28"), an_entry("2027-01-03")  # week 53
    rule = MONTH | {"period": "iso_week", "contacts": {"where": MENTOR, "at_least": 1}}

    evaluation = evaluated(some_facts(monday, sunday, as_of="2027-02-01"), periods=[rule])

    assert counted(evaluation, [sunday]) == [60]


@pytest.mark.parametrize("condition", [{"contacts": {"where": MENTOR, "at_least": 1}}, TWENTIETH])
def test_what_staff_attested_passes_every_gate(condition):
    attested, own = an_entry("2026-05-10", attested=True), an_entry("2026-05-11")

    evaluation = gated(attested, own, **condition, minutes_at_most=60)

    assert counted(evaluation, [attested, own]) == [60, 0]


def test_the_month_that_runs_counts_as_soon_as_its_gate_is_met():
    """The first entry of a condition opens the gate for all that lay before it."""
    sessions = [an_entry("2026-11-02"), an_entry("2026-11-20")]
    condition = {"contacts": {"where": MENTOR, "at_least": 1}}

    before = gated(*sessions, **condition)
    after = gated(*sessions, supervised("2026-11-21"), **condition)

    assert counted(before, sessions) == [0, 0]
    assert counted(after, sessions) == [60, 60]


def test_a_month_that_is_full_delays_what_is_missing():
    evaluation = evaluated(
        some_facts(an_entry("2026-11-02", 600)),
        periods=[MONTH | {"minutes_at_most": 600}],
        requirements=[{"id": "direct", "rule": "total_min", "where": DIRECT, "minutes": 660}],
    )

    assert str(evaluation.requirement("direct").earliest) == "2026-12-01"
