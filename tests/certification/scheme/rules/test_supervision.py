"""Supervision in proportion to the work it is given for."""

import pytest

from .documents import DIRECT, MENTOR, an_entry, evaluated, some_facts

UNITS = {
    "id": "units",
    "rule": "stepped_ratio",
    "clients": DIRECT,
    "supervision": MENTOR,
    "unit": {"individual": 60, "group": 120},
    "base": 1,
    "every": 600,
    "free": 600,
    "per": "iso_week",
}
WEEK = "2026-05-04"


def supervision(individual: int = 0, group: int = 0, day: str = WEEK, **more) -> list[dict]:
    given = [("mentor_individual", individual), ("mentor_group", group)]
    return [an_entry(day, n, category=name, **more) for name, n in given if n]


def units_for(*entries: dict, **more):
    evaluation = evaluated(some_facts(*entries), requirements=[UNITS | more])
    return evaluation.requirement("units")


@pytest.mark.parametrize(
    ("individual", "group", "state"),
    [
        (60, 120, "met"),  # 2 units for 12 hours
        (60, 60, "not_met"),  # one and a half
    ],
)
def test_example_8_a_week_of_twelve_client_hours_needs_two_units(individual, group, state):
    answer = units_for(an_entry(WEEK, 12 * 60), *supervision(individual, group))

    assert answer.state == state
    if state == "not_met":
        assert answer.figures["lacking"] == [
            {
                "from": "2026-05-04",
                "to": "2026-05-10",
                "setting": None,
                "minutes": 720,
                "asked": 2,
                "have": "3/2",
            }
        ]


@pytest.mark.parametrize(
    ("client_minutes", "more", "asked"),
    [
        (1, {}, 1),
        (600, {}, 1),  # the first ten hours exactly
        (601, {}, 2),  # the next ten have begun
        (1200, {}, 2),
        (1201, {}, 3),
        (1201, {"most": 2}, 2),  # never more than so many
        (1, {"free": 0}, 2),  # begun from the first minute on
        (601, {"free": 1200}, 1),
        (1201, {"free": 1200, "base": 2}, 3),
    ],
)
def test_a_unit_more_for_each_begun_step(client_minutes, more, asked):
    enough = units_for(an_entry(WEEK, client_minutes), *supervision(60 * asked), **more)
    short = units_for(an_entry(WEEK, client_minutes), *supervision(60 * asked - 1), **more)

    assert (enough.state, short.state) == ("met", "not_met")


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ({"category": "mentor_individual"}, "met"),
        ({"category": "mentor_group"}, "not_met"),  # half a unit
        ({"category": "mentor_group", "format": "individual"}, "met"),  # the format tells first
        ({"category": "mentor_individual", "format": "group"}, "not_met"),
        ({"category": "mentor_individual", "status": "submitted"}, "pending"),
        ({"category": "mentor_individual", "date": "2026-05-11"}, "not_met"),  # a week later
        ({"category": "observation"}, "not_met"),  # no supervision by this rule
    ],
)
def test_what_an_hour_of_supervision_is_worth(entry, state):
    answer = units_for(an_entry(WEEK, 60), an_entry(WEEK, 60) | entry)

    assert answer.state == state


def test_each_week_is_judged_and_the_first_that_lacks_is_named():
    weeks = ["2026-12-28", "2027-01-04", "2027-01-11"]  # the first is week 53
    work = [an_entry(day) for day in weeks]

    evaluation = evaluated(
        some_facts(*work, *supervision(60, day="2027-01-03"), as_of="2027-02-01"),
        requirements=[UNITS],
    )

    answer = evaluation.requirement("units")
    assert [one["from"] for one in answer.figures["lacking"]] == ["2027-01-04", "2027-01-11"]
    assert (answer.have, answer.need, answer.shortfall) == (1, 3, 2)


def test_settings_are_told_apart_where_the_scheme_says_so():
    work = [an_entry(WEEK), an_entry(WEEK, agreement="G2")]
    given = supervision(120)  # two units, both under the first agreement

    assert units_for(*work, *given).state == "met"
    apart = units_for(*work, *given, each="agreement")
    assert (apart.state, apart.figures["lacking"][0]["setting"]) == ("not_met", "G2")


def test_no_client_hours_ask_for_no_units():
    answer = units_for(*supervision(60))

    assert (answer.state, answer.reason) == ("not_started", "rhythm_of_nothing")


QUARTER = {"id": "s", "rule": "percent_supervised", "where": MENTOR, "of": DIRECT, "share": "1/4"}


@pytest.mark.parametrize(
    ("work", "given", "state", "more"),
    [
        (240, 60, "met", 0),  # a quarter exactly
        (240, 59, "not_met", 1),
        (241, 60, "not_met", 1),  # a quarter of a minute, rounded up
        (240, 0, "not_met", 60),
        (0, 60, "not_started", 0),  # nothing to supervise
        (0, 0, "not_started", 0),
    ],
)
def test_a_quarter_of_the_work_is_supervised(work, given, state, more):
    entries = [an_entry(WEEK, work)] if work else []

    evaluation = evaluated(some_facts(*entries, *supervision(given)), requirements=[QUARTER])

    answer = evaluation.requirement("s")
    assert (answer.state, answer.have, answer.figures["more"]) == (state, given, more)


@pytest.mark.parametrize(
    ("share", "work", "given", "more"),
    [
        ("1/4", 240, 60, 20),  # 60 of 300, and 80 of 320 are a quarter
        ("1/4", 180, 60, 0),  # 60 of 240
        ("1/1", 180, 60, None),  # nothing added makes up for it
    ],
)
def test_supervision_that_is_part_of_the_work_makes_it_more(share, work, given, more):
    both = {"category": ["direct_session", "mentor_individual", "mentor_group"]}

    evaluation = evaluated(
        some_facts(an_entry(WEEK, work), *supervision(given)),
        requirements=[QUARTER | {"of": both, "share": share}],
    )

    assert evaluation.requirement("s").figures["more"] == more


def test_supervision_that_waits_for_its_signature_is_pending():
    evaluation = evaluated(
        some_facts(an_entry(WEEK, 240), *supervision(60, status="submitted")),
        requirements=[QUARTER],
    )

    answer = evaluation.requirement("s")
    assert (answer.state, answer.reason) == ("pending", "share_waiting")
    assert len(answer.pending) == 1
