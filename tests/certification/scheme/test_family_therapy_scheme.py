"""A marriage and family therapist's experience, as the public rules of one state describe it.

The language of schemes is strong enough for weekly units by setting, windows with an exception
and a split at the degree: each published rule has its rows, on either side of its boundary.
"""

from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings

from certification.scheme.rules import evaluate, read_facts, read_scheme

SCHEME = read_scheme(
    (
        Path(settings.BASE_DIR)
        / "training_site/curriculum/schemes/modelled/marriage-and-family-therapist.yaml"
    ).read_text(encoding="utf-8")
)
MONDAY = date(2024, 1, 1)
AS_OF = "2026-06-30"
SUPERVISORS = [{"id": "S", "role": "mentor"}, {"id": "P", "role": "practicum"}]
_numbers = count(1)


def hour(category: str, day: date | str, minutes: int, **more) -> dict:
    return {
        "id": f"e{next(_numbers):06}",
        "category": category,
        "date": str(day),
        "minutes": minutes,
        "supervisor": "S",
        "agreement": "clinic",
        "status": "signed",
        **more,
    }


def evaluated(*entries: dict, as_of: str = AS_OF, **milestones: str):
    facts = {"as_of": as_of, "supervisors": SUPERVISORS, "entries": list(entries)}
    return evaluate(SCHEME, read_facts(facts | {"milestones": milestones}))


def counted(evaluation, entries: list[dict]) -> list[int]:
    return [evaluation.entries[entry["id"]].minutes for entry in entries]


def a_week(number: int) -> list[dict]:
    """29 h: 17 h with clients, 1 h individual and 2 h group supervision, 9 h of notes."""
    monday = MONDAY + timedelta(weeks=number)
    clients = [hour("direct_session", monday + timedelta(day), 255) for day in range(4)]
    return [
        *clients,
        hour("mentor_individual", monday, 60),
        hour("mentor_group", monday + timedelta(1), 120),
        hour("documentation_reflection", monday + timedelta(4), 540),
    ]


def two_years() -> list[dict]:
    return [entry for week in range(104) for entry in a_week(week)]


def test_two_full_years_with_their_supervision_meet_it():
    evaluation = evaluated(*two_years(), degree="2023-12-01")

    assert [one.id for one in evaluation.requirements if one.state != "met"] == []
    assert evaluation.requirement("total").have == 104 * 29 * 60


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"category": "documentation_reflection", "minutes": 530}, ["total"]),  # 16 h 20 min less
        ({"category": "direct_session", "minutes": 252}, ["direct", "total"]),
        ({"category": "mentor_individual", "minutes": 59}, ["individual-weeks", "units"]),
        ({"category": "mentor_group", "minutes": 119}, ["units"]),
    ],
)
def test_a_little_less_every_week_is_too_little(change, missing):
    entries = [
        entry | change if entry["category"] == change["category"] else entry
        for entry in two_years()
    ]

    evaluation = evaluated(*entries, degree="2023-12-01")

    assert sorted(one.id for one in evaluation.requirements if not one.satisfied) == missing


def weeks_of(category: str, minutes: int, weeks: int) -> list[dict]:
    return [hour(category, MONDAY + timedelta(weeks=week), minutes) for week in range(weeks)]


@pytest.mark.parametrize(
    ("individual", "group", "weeks", "individual_weeks"),
    [
        (52, 52, "met", "met"),
        (52, 51, "not_met", "met"),  # 103 weeks
        (51, 53, "met", "not_met"),  # 51 with individual supervision
    ],
)
def test_weeks_of_supervision(individual, group, weeks, individual_weeks):
    entries = [
        *weeks_of("mentor_individual", 60, individual),
        *(
            hour("mentor_group", MONDAY + timedelta(weeks=individual + week), 120)
            for week in range(group)
        ),
    ]

    evaluation = evaluated(*entries)

    assert evaluation.requirement("weeks").state == weeks
    assert evaluation.requirement("individual-weeks").state == individual_weeks


@pytest.mark.parametrize(
    ("clients", "individual", "group", "state"),
    [
        (600, 60, 0, "met"),  # ten hours: one unit
        (600, 59, 0, "not_met"),
        (600, 0, 120, "met"),  # two hours in a group are a unit
        (600, 0, 119, "not_met"),
        (600, 30, 60, "met"),  # half and half
        (601, 60, 0, "not_met"),  # over ten hours: one more
        (601, 120, 0, "met"),
        (601, 60, 120, "met"),
        (601, 60, 119, "not_met"),
        (2100, 60, 120, "met"),  # never more than two
        (0, 0, 0, "not_started"),  # a week without clients asks for nothing
    ],
)
def test_weekly_units(clients, individual, group, state):
    given = {"direct_session": clients, "mentor_individual": individual, "mentor_group": group}
    entries = [hour(kind, MONDAY, minutes) for kind, minutes in given.items() if minutes]

    assert evaluated(*entries).requirement("units").state == state


@pytest.mark.parametrize(
    ("agreement", "day", "state"),
    [
        ("clinic", MONDAY + timedelta(6), "met"),  # the Sunday of the week
        ("clinic", MONDAY + timedelta(7), "not_met"),  # the week after
        ("school", MONDAY, "not_met"),  # another setting
    ],
)
def test_units_are_of_one_week_and_one_setting(agreement, day, state):
    entries = [
        hour("direct_session", MONDAY, 300),
        hour("mentor_individual", day, 60, agreement=agreement),
    ]

    answer = evaluated(*entries).requirement("units")

    assert answer.state == state
    assert [one["setting"] for one in answer.figures["lacking"]] == (
        ["clinic"] if state != "met" else []
    )


@pytest.mark.parametrize(
    ("last_day", "left"),
    [
        (6, 240),  # the seventh day: 36 h before it leave 4 h
        (7, 600),  # the eighth: the first day has left the window
    ],
)
def test_forty_hours_in_any_seven_days(last_day, left):
    entries = [hour("direct_session", MONDAY + timedelta(day), 360) for day in range(6)]
    last = hour("documentation_reflection", MONDAY + timedelta(last_day), 600)

    assert counted(evaluated(*entries, last), [last]) == [left]


def test_six_hours_of_supervision_count_in_a_week():
    entries = [hour("mentor_group", MONDAY + timedelta(day), 130) for day in (0, 1, 2, 7)]

    assert counted(evaluated(*entries), entries) == [130, 130, 100, 130]


def test_other_work_counts_up_to_1250_hours():
    days = [MONDAY + timedelta(week * 7 + day) for week in range(40) for day in range(4)]
    entries = [hour("documentation_reflection", day, 480) for day in days]

    evaluation = evaluated(*entries)

    assert sum(counted(evaluation, entries)) == 75_000
    assert evaluation.entries[entries[-1]["id"]].losses[0].by == "non-clinical"


@pytest.mark.parametrize(
    ("degree", "have"),
    [
        ("2024-01-01", 600),  # the day of the degree lies after it
        ("2024-01-02", 300),
        ("2024-01-03", 0),
    ],
)
def test_hours_after_the_degree(degree, have):
    entries = [hour("direct_session", MONDAY + timedelta(day), 300) for day in range(2)]

    assert evaluated(*entries, degree=degree).requirement("after-degree").have == have


def test_without_a_degree_nothing_lies_after_it():
    assert evaluated(hour("direct_session", MONDAY, 300)).requirement("after-degree").have == 0


@pytest.mark.parametrize(
    ("day", "applied", "counts"),
    [
        ("2020-06-30", None, True),  # six years to the day
        ("2020-06-29", None, False),
        ("2020-01-15", "2026-01-15", True),  # measured from the application, once made
        ("2020-01-14", "2026-01-15", False),
    ],
)
def test_six_years_back(day, applied, counts):
    entry = hour("direct_session", day, 60)
    milestones = {"applied": applied} if applied else {}

    assert counted(evaluated(entry, **milestones), [entry]) == [60 if counts else 0]


@pytest.mark.parametrize(
    ("category", "left"), [("direct_session", 30_000), ("clinician_consultation", 0)]
)
def test_500_hours_of_practicum_may_be_older(category, left):
    """90 weeks of 350 minutes are 525 h, all of them older than six years."""
    weeks = [date(2018, 1, 1) + timedelta(weeks=week) for week in range(90)]
    entries = [hour(category, week, 350, supervisor="P") for week in weeks]

    evaluation = evaluated(*entries)

    assert sum(counted(evaluation, entries)) == left
    assert [loss.reason for loss in evaluation.entries[entries[-1]["id"]].losses] == [
        "outside_window"
    ]


def test_it_says_what_it_is_and_where_it_comes_from():
    assert "modelled on public rules" in SCHEME.title
    assert all(rule.source for rule in (*SCHEME.filters, *SCHEME.periods, *SCHEME.caps))
    assert all(requirement.source for requirement in SCHEME.requirements)
