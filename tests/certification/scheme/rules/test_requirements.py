"""What is asked of the hours and records that are left."""

from fractions import Fraction

import pytest

from .documents import (
    DIRECT,
    INDIVIDUAL,
    MENTOR,
    an_entry,
    direct_minutes,
    evaluated,
    some_facts,
)


@pytest.mark.parametrize(
    ("statuses", "state", "have", "projected", "shortfall"),
    [
        ([], "not_started", 0, 0, 120),  # nothing at all
        (["draft"], "not_met", 0, 0, 120),  # begun, though nothing counts
        (["signed"], "not_met", 60, 60, 60),
        (["signed", "submitted"], "pending", 60, 120, 60),
        (["submitted", "submitted"], "pending", 0, 120, 120),
        (["signed", "signed"], "met", 120, 120, 0),  # exactly enough
        (["signed", "signed", "submitted"], "met", 120, 180, 0),
    ],
)
def test_total_of_120_minutes(statuses, state, have, projected, shortfall):
    entries = [an_entry(f"2026-05-0{n + 1}", status=status) for n, status in enumerate(statuses)]

    evaluation = evaluated(some_facts(*entries), requirements=[direct_minutes(120)])

    direct = evaluation.requirement("direct")
    assert (direct.state, direct.have, direct.projected) == (state, have, projected)
    assert (direct.need, direct.unit, direct.shortfall) == (120, "minutes", shortfall)


@pytest.mark.parametrize(
    ("where", "counts"),
    [
        ({"category": ["direct_session", "triadic_meeting"]}, True),  # any of the values
        ({"category": ["direct_session"], "modality": ["video"]}, False),  # both keys
        ({"category": "direct_session", "modality": "in_person"}, True),  # one word is a list
        ({"format": ["individual"]}, False),  # the entry has none
        ({"case": ["A"]}, True),
        ({"case": ["B"]}, False),
        ({"closure": ["planned"]}, True),
        ({"supervisor_role": ["mentor"]}, True),
        ({"supervisor_role": ["clinician"]}, False),
        ({"content_area": ["trauma", "ethics"]}, True),  # the entry has ethics and consent
        ({"content_area": ["trauma"]}, False),
        ({}, True),  # every entry
    ],
)
def test_where(where, counts):
    entry = an_entry("2026-05-01", content_areas=["ethics", "consent"])
    closed = {"id": "A", "opened": "2026-01-01", "closed": "2026-06-01", "closure": "planned"}

    evaluation = evaluated(
        some_facts(entry, cases=[closed]),
        requirements=[{"id": "r", "rule": "total_min", "where": where, "minutes": 60}],
    )

    assert evaluation.met is counts


@pytest.mark.parametrize(
    ("approved", "state", "have"),
    [
        ("2026-11-22", "met", 660),  # approved on the day of the evaluation
        ("2026-11-23", "not_met", 60),  # approved a day later
    ],
)
def test_equivalent_minutes_count_from_their_approval(approved, state, have):
    facts = some_facts(
        an_entry("2026-05-01"),
        equivalences=[{"requirement": "direct", "minutes": 600, "approved": approved}],
    )

    evaluation = evaluated(facts, requirements=[direct_minutes(660)])

    direct = evaluation.requirement("direct")
    assert (direct.state, direct.have) == (state, have)


def share_of(rule: str, share: str, individual: int, group: int, **more):
    """A share of individual in mentor supervision; 0 minutes are no entry."""
    given = [("mentor_individual", individual), ("mentor_group", group)]
    entries = [an_entry("2026-05-01", n, category=name, **more) for name, n in given if n]
    rule = {"id": "s", "rule": rule, "where": INDIVIDUAL, "of": MENTOR, "share": share}
    return evaluated(some_facts(*entries), requirements=[rule]).requirement("s")


@pytest.mark.parametrize(
    ("rule", "share", "individual", "group", "state", "more", "less"),
    [
        ("share_min", "1/2", 60, 60, "met", 0, 0),  # half exactly
        ("share_min", "1/2", 59, 60, "not_met", 1, 1),
        ("share_min", "1/3", 10, 21, "not_met", 1, 1),  # half a minute more, rounded up
        ("share_min", "1/1", 60, 1, "not_met", None, 1),  # nothing added makes up for it
        ("share_min", "1/2", 0, 60, "not_met", 60, 60),
        ("share_min", "1/2", 0, 0, "not_started", 0, 0),  # a share of nothing
        ("share_max", "1/2", 60, 60, "met", 0, 0),  # half exactly
        ("share_max", "1/2", 61, 60, "not_met", 1, 1),
        ("share_max", "1/3", 11, 21, "not_met", 1, 1),  # a quarter of a minute less, rounded up
        ("share_max", "0/1", 5, 60, "not_met", None, 5),  # nothing added makes up for it
        ("share_max", "0/1", 0, 60, "met", 0, 0),
        ("share_max", "1/2", 0, 0, "not_started", 0, 0),
    ],
)
def test_shares_and_the_ways_out(rule, share, individual, group, state, more, less):
    answer = share_of(rule, share, individual, group)

    assert (answer.state, answer.figures["more"], answer.figures["less"]) == (state, more, less)
    assert answer.have == individual


@pytest.mark.parametrize("rule", ["share_min", "share_max"])
@pytest.mark.parametrize("way_out", ["more", "less"])
@pytest.mark.parametrize("share", ["1/2", "2/7", "1/10", "9/10"])
@pytest.mark.parametrize(("individual", "group"), [(613, 100), (100, 613), (1, 999), (999, 1)])
def test_either_way_out_suffices_and_a_minute_less_does_not(
    rule, way_out, share, individual, group
):
    answer = share_of(rule, share, individual, group)
    if answer.state == "met":
        return
    minutes = answer.figures[way_out]
    on_individual = (rule == "share_min") == (way_out == "more")
    sign = 1 if way_out == "more" else -1

    def state_after(change: int) -> bool:
        mine = individual + sign * change * on_individual
        others = group + sign * change * (not on_individual)
        part = Fraction(mine, mine + others)
        return part >= Fraction(share) if rule == "share_min" else part <= Fraction(share)

    assert state_after(minutes)
    assert not state_after(minutes - 1)


def test_a_share_that_signing_would_mend_is_pending():
    answer = share_of("share_min", "1/2", 60, 0, status="submitted")

    assert answer.state == "pending"
    assert answer.pending[0].who == "M1"


def test_the_part_of_a_share_lies_within_its_whole():
    """`where` need not repeat `of`: remote hours of another kind are no part of direct ones."""
    entries = [
        an_entry("2026-05-01", 90),
        an_entry("2026-05-02", 10, modality="video"),
        an_entry("2026-05-03", 500, modality="video", category="observation"),
    ]
    rule = {"id": "s", "rule": "share_max", "of": DIRECT, "share": "1/10"}

    evaluation = evaluated(
        some_facts(*entries), requirements=[rule | {"where": {"modality": ["video"]}}]
    )

    assert (evaluation.requirement("s").have, evaluation.met) == (10, True)


def closed_on(day: str | None, closure: str | None) -> dict:
    return {"id": "A", "opened": "2026-01-01", "closed": day, "closure": closure}


@pytest.mark.parametrize(
    ("case", "have"),
    [
        (closed_on("2026-11-22", "planned"), 1),  # closed on the day of the evaluation
        (closed_on("2026-11-23", "planned"), 0),  # closed a day later
        (closed_on("2026-11-01", "interrupted"), 0),
        (closed_on(None, None), 0),
    ],
)
def test_cases_closed_as_planned(case, have):
    rule = {"id": "closed", "rule": "distinct_count", "what": "case", "at_least": 1}
    where = {"category": ["direct_session"], "closure": ["planned"]}

    evaluation = evaluated(
        some_facts(an_entry("2026-05-01"), cases=[case]), requirements=[rule | {"where": where}]
    )

    assert evaluation.requirement("closed").have == have


def test_only_hours_that_count_make_a_case_count():
    first, second = an_entry("2026-05-01"), an_entry("2026-05-02", case="B")
    rule = {"id": "n", "rule": "distinct_count", "what": "case", "where": DIRECT, "at_least": 2}

    evaluation = evaluated(
        some_facts(first, second),
        caps=[{"id": "c", "rule": "cap", "where": DIRECT, "minutes": 60}],
        requirements=[rule],
    )

    assert evaluation.requirement("n").have == 1


def test_a_signature_for_a_case_already_counted_is_not_asked_for():
    entries = [
        an_entry("2026-05-01"),
        an_entry("2026-05-02", status="submitted"),  # case A once more
        an_entry("2026-05-03", status="submitted", case="B"),
    ]
    rule = {"id": "n", "rule": "distinct_count", "what": "case", "where": DIRECT, "at_least": 2}

    answer = evaluated(some_facts(*entries), requirements=[rule]).requirement("n")

    assert answer.state == "pending"
    assert [one.entries for one in answer.pending] == [(entries[2]["id"],)]


def test_hours_without_a_case_are_no_case():
    rule = {"id": "n", "rule": "distinct_count", "what": "case", "where": DIRECT, "at_least": 1}

    evaluation = evaluated(some_facts(an_entry("2026-05-01", case=None)), requirements=[rule])

    assert evaluation.requirement("n").have == 0
