"""Monthly fieldwork of a behaviour analyst in training, as public rules describe it.

The language of schemes is strong enough for months that count only with their contacts, their
observation and their supervision: each published rule has its rows, on either side of its bound.
"""

import json
from io import StringIO
from itertools import count
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from jsonschema import Draft202012Validator

from certification.scheme.rules import evaluate, read_facts, read_scheme
from certification.scheme.schemas import schema

SCHEMES = Path(settings.BASE_DIR) / "training_site/curriculum/schemes"
FILE = SCHEMES / "modelled/monthly-fieldwork.yaml"
SCHEME = read_scheme(FILE.read_text(encoding="utf-8"))
AS_OF = "2027-12-31"
_numbers = count(1)


def hour(category: str, day: str, minutes: int, *, kind: str = "supervised", **more) -> dict:
    """Signed fieldwork of one kind, submitted on its day."""
    return {
        "id": f"e{next(_numbers):06}",
        "category": category,
        "date": day,
        "minutes": minutes,
        "supervisor": "S",
        "agreement": "K",
        "content_areas": [f"{kind}_fieldwork"],
        "submitted": day,
        "signed": day,
        "status": "signed",
        **more,
    }


def facts_of(*entries: dict, **more) -> dict:
    return {
        "as_of": AS_OF,
        "supervisors": [{"id": "S", "role": "mentor", "qualified": [["2020-01-01", None]]}],
        "agreements": [{"id": "K", "supervisor": "S", "start": "2020-01-01", "end": None}],
        "entries": list(entries),
        **more,
    }


def evaluated(*entries: dict, **more):
    return evaluate(SCHEME, read_facts(facts_of(*entries, **more)))


def counts(evaluation, entries: list[dict]) -> int:
    """Minutes that count of these entries, weighted where they are concentrated."""
    return sum(evaluation.entries[entry["id"]].minutes for entry in entries)


def why(evaluation, entry: dict) -> list[tuple]:
    return [(loss.by, loss.detail) for loss in evaluation.entries[entry["id"]].losses]


def a_month(month: str, kind: str = "supervised", **minutes: int) -> list[dict]:
    """100 h with what the month asks, to the minute: 5 h of supervision, or 10 if concentrated.

    A key of `minutes` gives another sum of its category; nothing at all with 0.
    """
    dense = kind == "concentrated"
    usual = {
        "direct_session": 2280,
        "documentation_reflection": 3120 if dense else 3420,
        "mentor_individual": 240 if dense else 90,
        "mentor_group": 300 if dense else 150,
        "observation": 60,
    }
    parts = {"mentor_individual": 4 if dense else 2}
    wanted = usual | minutes
    return [
        hour(category, f"{month}-{5 + n:02}", some // parts.get(category, 1), kind=kind)
        for category, some in wanted.items()
        if some
        for n in range(parts.get(category, 1))
    ]


def months(number: int, kind: str, first: int = 0) -> list[dict]:
    names = [f"{2026 + n // 12}-{n % 12 + 1:02}" for n in range(first, first + number)]
    return [entry for name in names for entry in a_month(name, kind)]


@pytest.mark.parametrize(
    ("supervised", "concentrated", "state", "have"),
    [
        (20, 0, "met", 120_000),  # 2,000 h
        (19, 0, "not_met", 114_000),
        (0, 15, "met", 120_000),  # 1,500 h at four thirds
        (0, 14, "not_met", 112_000),
        (8, 9, "met", 120_000),  # mixed, month by month: 800 h and 900 h
        (8, 8, "not_met", 112_000),
    ],
)
def test_hours_in_all(supervised, concentrated, state, have):
    entries = [
        *months(supervised, "supervised"),
        *months(concentrated, "concentrated", first=supervised),
    ]

    evaluation = evaluated(*entries)

    total = evaluation.requirement("total")
    assert (total.state, total.have) == (state, have)
    assert evaluation.requirement("unrestricted").state == "met"
    assert evaluation.met is (state == "met")


@pytest.mark.parametrize(
    ("kind", "change", "minutes"),
    [
        ("supervised", {}, 6000),
        ("supervised", {"mentor_group": 0, "mentor_individual": 240}, 0),  # three contacts of four
        ("supervised", {"documentation_reflection": 3421}, 6000),  # a minute beyond 5 %
        ("supervised", {"documentation_reflection": 3419}, 5999),
        ("supervised", {"mentor_individual": 88}, 5920),  # 148 individual: 148 in a group, 296 h
        ("supervised", {"mentor_individual": 150}, 6060),  # 210 individual, 150 in a group
        ("supervised", {"mentor_individual": 450, "documentation_reflection": 4860}, 7800),  # 130 h
        ("supervised", {"mentor_individual": 450, "documentation_reflection": 4861}, 7800),
        ("supervised", {"documentation_reflection": 0, "direct_session": 900}, 1200),  # 20 h
        ("supervised", {"documentation_reflection": 0, "direct_session": 899}, 0),
        ("concentrated", {}, 8000),  # 100 h at four thirds
        ("concentrated", {"mentor_group": 0, "mentor_individual": 540}, 0),  # five contacts of six
        ("concentrated", {"documentation_reflection": 3121}, 8000),  # a minute beyond 10 %
        ("concentrated", {"mentor_individual": 480, "documentation_reflection": 4680}, 10_400),
        ("concentrated", {"mentor_individual": 480, "documentation_reflection": 4681}, 10_400),
        ("concentrated", {"documentation_reflection": 0, "direct_session": 600}, 1600),  # 20 h
        ("concentrated", {"documentation_reflection": 0, "direct_session": 599}, 0),
    ],
)
def test_what_counts_of_a_month(kind, change, minutes):
    entries = a_month("2026-05", kind, **change)

    assert evaluated(*entries).requirement("total").have == minutes


@pytest.mark.parametrize(
    ("change", "lacking"),
    [
        ({"mentor_group": 0, "mentor_individual": 240}, "contacts"),
        ({"documentation_reflection": 0, "direct_session": 899}, "minutes_at_least"),
    ],
)
def test_a_month_that_does_not_count_says_what_it_lacks(change, lacking):
    entries = a_month("2026-05", **change)

    evaluation = evaluated(*entries)

    assert {why(evaluation, entry)[0] for entry in entries} == {("supervised-month", lacking)}


@pytest.mark.parametrize("kind", ["supervised", "concentrated"])
def test_a_month_counts_only_if_the_supervisor_saw_the_trainee_with_a_client(kind):
    """Another meeting in its place keeps the contacts and the share."""
    entries = [
        entry | ({"category": "mentor_individual"} if entry["category"] == "observation" else {})
        for entry in a_month("2026-05", kind)
    ]

    evaluation = evaluated(*entries)

    assert evaluation.requirement("total").have == 0
    assert {why(evaluation, entry)[0] for entry in entries} == {(f"{kind}-month", "observation")}


def test_supervision_of_one_month_helps_no_other():
    may = a_month("2026-05")
    june = [hour("direct_session", "2026-06-01", 1200)]

    evaluation = evaluated(*may, *june)

    assert (counts(evaluation, may), counts(evaluation, june)) == (6000, 0)


def test_each_kind_of_fieldwork_keeps_its_own_month():
    """Contacts of concentrated fieldwork are none of the other kind in the same month."""
    dense = a_month("2026-05", "concentrated")
    other = [hour("documentation_reflection", "2026-05-20", 1200)]

    evaluation = evaluated(*dense, *other)

    assert counts(evaluation, dense) == 8000
    assert counts(evaluation, other) == 0


@pytest.mark.parametrize(("share", "state"), [(3600, "met"), (3599, "not_met")])
def test_sixty_per_cent_are_unrestricted_over_the_whole_time(share, state):
    """240 min of supervision meetings are unrestricted; 60 min of observation are not."""
    restricted = 6000 - share - 60
    entries = a_month("2026-05", direct_session=restricted, documentation_reflection=share - 240)

    assert evaluated(*entries).requirement("unrestricted").state == state


def test_one_month_below_sixty_per_cent_is_made_up_by_another():
    poor = a_month("2026-05", direct_session=3420, documentation_reflection=2280)
    rich = a_month("2026-06", direct_session=1140, documentation_reflection=4560)

    assert evaluated(*poor).requirement("unrestricted").state == "not_met"
    assert evaluated(*poor, *rich).requirement("unrestricted").state == "met"


@pytest.mark.parametrize(
    ("month", "applied", "counted"),
    [
        ("2023-01", None, 6000),  # less than five years before the day of the evaluation
        ("2022-12", None, 0),
        ("2022-12", "2027-12-01", 6000),  # less than five years before the application
    ],
)
def test_five_years(month, applied, counted):
    entries = a_month(month)

    evaluation = evaluated(*entries, milestones={"applied": applied})

    assert counts(evaluation, entries) == counted


@pytest.mark.parametrize(
    ("submitted", "signed", "counted", "flags"),
    [
        ("2026-06-30", "2026-06-30", 6000, []),  # the last day of the following month
        ("2026-07-01", "2026-07-01", 0, []),  # submitted a day late
        ("2026-06-30", "2026-07-01", 6000, ["signed_late"]),  # only the supervisor was late
    ],
)
def test_the_monthly_form(submitted, signed, counted, flags):
    entries = [entry | {"submitted": submitted, "signed": signed} for entry in a_month("2026-05")]

    evaluation = evaluated(*entries)

    assert counts(evaluation, entries) == counted
    found = {flag.flag for entry in entries for flag in evaluation.entries[entry["id"]].flags}
    assert sorted(found) == flags


@pytest.mark.parametrize(("size", "counted"), [(10, 6000), (11, 0)])
def test_groups_of_at_most_ten(size, counted):
    """Without its group the month has three contacts of four."""
    entries = [
        entry | ({"group_size": size} if entry["category"] == "mentor_group" else {})
        for entry in a_month("2026-05")
    ]

    assert evaluated(*entries).requirement("total").have == counted


@pytest.mark.parametrize(
    "facts",
    [
        {"supervisors": [{"id": "S", "role": "mentor", "qualified": [["2026-06-01", None]]}]},
        {"agreements": [{"id": "K", "supervisor": "S", "start": "2026-06-01", "end": None}]},
    ],
)
def test_nothing_counts_before_the_contract_or_the_supervisors_qualification(facts):
    entries = [*a_month("2026-05"), *a_month("2026-06")]

    assert evaluated(*entries, **facts).requirement("total").have == 6000


def test_an_hour_of_neither_kind_counts_for_nothing():
    entry = hour("direct_session", "2026-05-10", 60) | {"content_areas": []}

    evaluation = evaluated(*a_month("2026-05"), entry)

    assert evaluation.requirement("total").have == 6000
    assert evaluation.entries[entry["id"]].losses[0].reason == "not_in_scope"


def test_it_is_a_valid_scheme_that_nothing_loads_by_itself():
    document = yaml.safe_load(FILE.read_text(encoding="utf-8"))

    assert Draft202012Validator(schema("scheme")).is_valid(document)
    assert "modelled on public rules" in SCHEME.title
    assert FILE not in list(SCHEMES.glob("*.yaml"))  # what load_scheme takes unless told


def test_the_command_evaluates_it_from_its_file(tmp_path):
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(facts_of(*a_month("2026-05", observation=0))))
    out = StringIO()

    call_command("evaluate", "--scheme", str(FILE), "--facts", str(facts), stdout=out)

    assert out.getvalue().splitlines()[0] == "modelled-monthly-fieldwork 1, 2027-12-31: not met"
