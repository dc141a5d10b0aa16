"""Totals by category and area, sessions, minutes on one side of a milestone, credit with a cap."""

from datetime import date

import pytest

from .documents import DIRECT, an_entry, evaluated, some_facts


def judged(facts: dict, **rule):
    return evaluated(facts, requirements=[{"id": "r", **rule}]).requirement("r")


@pytest.mark.parametrize(
    ("credit", "credit_max", "have", "counts", "cut"),
    [
        (0, 600, 60, 0, 0),
        (599, 600, 659, 599, 0),
        (600, 600, 660, 600, 0),  # all that may count
        (601, 600, 660, 600, 1),  # a minute beyond
        (601, 0, 60, 0, 601),  # none may count
        (601, None, 661, 601, 0),  # no limit written
    ],
)
@pytest.mark.parametrize(
    "kind",
    [
        {"rule": "total_min", "where": DIRECT},
        {"rule": "category_min", "category": ["direct_session"]},
    ],
)
def test_equivalent_minutes_count_up_to_their_limit(kind, credit, credit_max, have, counts, cut):
    credits = [{"requirement": "r", "minutes": credit, "approved": "2026-05-01"}] if credit else []
    limit = {} if credit_max is None else {"credit_max": credit_max}
    facts = some_facts(an_entry("2026-05-01"), equivalences=credits)

    answer = judged(facts, minutes=1000, **kind, **limit)

    assert (answer.have, answer.figures["credited"], answer.figures["credit_cut"]) == (
        have,
        counts,
        cut,
    )


@pytest.mark.parametrize(
    ("category", "have"),
    [
        ("direct_session", 90),  # one word is a list of one
        (["mentor_individual", "mentor_group"], 45),
        (["observation"], 0),
    ],
)
def test_category_min(category, have):
    facts = some_facts(
        an_entry("2026-05-01", 90),
        an_entry("2026-05-02", 15, category="mentor_group"),
        an_entry("2026-05-03", 30, category="mentor_individual"),
    )

    assert judged(facts, rule="category_min", category=category, minutes=100).have == have


def studied(minutes: int, *areas: str, **more) -> dict:
    return an_entry(
        "2026-02-01", minutes, category="didactic_async", content_areas=list(areas), **more
    )


AREAS = {"rule": "content_area_min", "areas": ["ethics_law", "trauma_safety"], "minutes": 180}


@pytest.mark.parametrize(
    ("entries", "state", "have", "missing"),
    [
        ([], "not_started", 0, {"ethics_law": 180, "trauma_safety": 180}),
        ([(180, "ethics_law"), (180, "trauma_safety")], "met", 360, {}),
        ([(180, "ethics_law"), (179, "trauma_safety")], "not_met", 359, {"trauma_safety": 1}),
        ([(900, "ethics_law")], "not_met", 180, {"trauma_safety": 180}),  # too much of one helps nothing
        ([(360, "ethics_law", "trauma_safety")], "met", 360, {}),  # half to each
        # A third to each, one of them not asked for.
        ([(540, "ethics_law", "trauma_safety", "sensate_body")], "met", 360, {}),
        # 179 2/3 minutes in each: rounded down in all, up for each.
        (
            [(539, "ethics_law", "trauma_safety", "sensate_body")],
            "not_met",
            359,
            {"ethics_law": 1, "trauma_safety": 1},
        ),
        ([(180, "sensate_body")], "not_started", 0, {"ethics_law": 180, "trauma_safety": 180}),
    ],
)  # fmt: skip
def test_each_content_area(entries, state, have, missing):
    facts = some_facts(*(studied(minutes, *areas) for minutes, *areas in entries))

    answer = judged(facts, **AREAS)

    assert (answer.state, answer.have, answer.figures["missing"]) == (state, have, missing)
    assert (answer.need, answer.shortfall) == (360, sum(missing.values()))


def test_areas_that_wait_for_a_signature_ask_only_for_what_helps():
    waiting = studied(180, "trauma_safety", status="submitted")
    facts = some_facts(
        studied(180, "ethics_law"), studied(9, "ethics_law", status="submitted"), waiting
    )

    answer = judged(facts, **AREAS)

    assert (answer.state, answer.projected) == ("pending", 360)
    assert [one.entries for one in answer.pending] == [(waiting["id"],)]


def test_all_areas_are_the_eight_and_where_narrows_their_hours():
    facts = some_facts(
        studied(180, "ethics_law"), studied(60, "ethics_law", modality="asynchronous")
    )
    rule = {"rule": "content_area_min", "areas": "all", "minutes": 60}

    answer = judged(facts, **rule, where={"modality": ["asynchronous"]})

    assert (answer.have, answer.need, len(answer.figures["missing"])) == (60, 480, 7)


@pytest.mark.parametrize(
    ("entries", "min_minutes", "state", "have", "projected"),
    [
        ([], None, "not_started", 0, 0),
        ([("signed", 60)], None, "not_met", 1, 1),
        ([("signed", 1), ("signed", 1)], None, "met", 2, 2),  # no length asked for
        ([("signed", 60), ("signed", 59)], 60, "not_met", 1, 1),  # a minute short
        ([("signed", 60), ("signed", 60)], 60, "met", 2, 2),  # exactly long enough
        ([("signed", 60), ("submitted", 60)], 60, "pending", 1, 2),
        ([("signed", 60), ("submitted", 59)], 60, "not_met", 1, 1),
        ([("signed", 60), ("draft", 60)], 60, "not_met", 1, 1),
    ],
)
def test_two_sessions(entries, min_minutes, state, have, projected):
    rows = [an_entry(f"2026-05-0{n}", m, status=s) for n, (s, m) in enumerate(entries, start=1)]
    length = {"min_minutes": min_minutes} if min_minutes else {}

    answer = judged(some_facts(*rows), rule="session_count", where=DIRECT, at_least=2, **length)

    assert (answer.state, answer.have, answer.projected) == (state, have, projected)


def test_a_session_counts_by_its_own_length_and_not_when_nothing_of_it_counts():
    """What a cap leaves of the second is 30 minutes: it took place for 60. Of the third, none."""
    entries = [an_entry(f"2026-05-0{n}") for n in (1, 2, 3)]
    rule = {"id": "r", "rule": "session_count", "where": DIRECT, "at_least": 3, "min_minutes": 60}

    evaluation = evaluated(
        some_facts(*entries),
        caps=[{"id": "c", "rule": "cap", "where": DIRECT, "minutes": 90}],
        requirements=[rule],
    )

    assert evaluation.requirement("r").have == 2
    assert [one.minutes for one in evaluation.requirement("r").counted] == [60, 30]


SPLIT = {"rule": "milestone_split", "milestone": "applied", "where": DIRECT, "minutes": 100}


@pytest.mark.parametrize(
    ("reached", "before", "after"),
    [
        ("2026-05-02", 10, 70),  # the day itself lies after
        ("2026-05-03", 30, 50),
        ("2026-05-04", 80, 0),  # the day after the last
        ("2026-11-22", 80, 0),  # on the day of the evaluation
        ("2026-11-23", 80, 0),  # not reached yet: all lies before
        (None, 80, 0),
    ],
)
def test_minutes_on_either_side_of_a_milestone(reached, before, after):
    facts = some_facts(
        *(an_entry(f"2026-05-0{n}", minutes) for n, minutes in [(1, 10), (2, 20), (3, 50)]),
        milestones={"applied": reached},
    )

    sides = [judged(facts, **SPLIT, side=side) for side in ("before", "after")]

    assert [answer.have for answer in sides] == [before, after]
    assert [sum(one.minutes for one in answer.counted) for answer in sides] == [before, after]


def test_a_signature_on_the_other_side_is_not_asked_for():
    entries = [an_entry(day, 100, status="submitted") for day in ("2026-05-01", "2026-05-02")]
    facts = some_facts(*entries, milestones={"applied": "2026-05-02"})

    answer = judged(facts, **SPLIT, side="after")

    assert answer.state == "pending"
    assert [one.entries for one in answer.pending] == [(entries[1]["id"],)]


def test_credit_counts_on_the_side_it_is_recognised_for():
    credits = [{"requirement": "r", "minutes": 90, "approved": "2026-05-01"}]

    answer = judged(some_facts(equivalences=credits), **SPLIT, side="after", credit_max=60)

    assert (answer.have, answer.figures["credit_cut"], answer.state) == (60, 30, "not_met")


def test_a_milestone_ahead_is_a_moment_only_where_it_changes_an_answer():
    entry = an_entry("2026-11-25", 100)
    facts = some_facts(entry, milestones={"applied": "2026-11-25"})

    evaluation = evaluated(facts, requirements=[{"id": "r", **SPLIT, "side": "after"}])

    assert evaluation.holds_until == date(2026, 11, 25)
