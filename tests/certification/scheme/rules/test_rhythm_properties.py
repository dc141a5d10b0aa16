"""What holds for gates and rhythms whatever the hours, and what counting by hand says."""

import json
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from certification.scheme.rules import evaluate, read_facts, read_scheme

from .documents import DIRECT, INDIVIDUAL, MENTOR, a_scheme_text, some_facts
from .test_properties import anyhow

OBSERVED = {"category": ["observation"]}
WORK = ["direct_session", "documentation_reflection"]
KINDS = [*WORK, "mentor_individual", "mentor_group", "observation"]
ALL = {"category": KINDS}
# Around the ends of three years: week 53, week 1, a leap February and one that is none.
FIRST = date(2026, 12, 1)
DAYS = st.integers(0, 500)

GATED = read_scheme(
    a_scheme_text(
        periods=[
            {
                "id": "month",
                "rule": "period_gate",
                "where": ALL,
                "period": "calendar_month",
                "contacts": {"where": MENTOR, "at_least": 2},
                "observation": {"where": OBSERVED, "minutes": 10},
                "supervised": {"where": {"category": [*MENTOR["category"], "observation"]}, "share": "1/7"},
                "individual_share": {"where": INDIVIDUAL, "of": MENTOR, "share": "2/3"},
                "minutes_at_least": 200,
                "minutes_at_most": 900,
            }
        ],
        requirements=[
            {"id": name, "rule": "total_min", "where": where, "minutes": 5000}
            for name, where in [("all", ALL), *((kind, {"category": [kind]}) for kind in KINDS)]
        ],
    )
)  # fmt: skip

rows = st.fixed_dictionaries(
    {
        "category": st.sampled_from(KINDS),
        "day": st.integers(0, 62),
        "minutes": st.integers(1, 300),
        "status": st.sampled_from(["signed", "signed", "signed", "submitted"]),
    }
)


def entries_of(rows: list[dict]) -> list[dict]:
    return [entry_of(f"e{n:03}", row) for n, row in enumerate(rows)]


def entry_of(entry_id: str, row: dict) -> dict:
    entry = {key: value for key, value in row.items() if key != "day"}
    return entry | {"id": entry_id, "date": str(FIRST + timedelta(row["day"]))}


def under(scheme, entries: list[dict], as_of: str = "2028-12-31"):
    return evaluate(scheme, read_facts(some_facts(*entries, as_of=as_of)))


@anyhow
@given(st.lists(rows, max_size=30), st.randoms(use_true_random=False))
def test_order_of_the_inputs_changes_nothing_under_a_gate(given_rows, chance):
    entries = entries_of(given_rows)
    shuffled = json.loads(json.dumps(entries))
    chance.shuffle(shuffled)

    assert under(GATED, entries).document() == under(GATED, shuffled).document()


@anyhow
@given(st.lists(rows, max_size=30), rows, st.integers(0, 40))
def test_an_hour_dated_after_all_others_closes_no_gate(given_rows, last, later):
    entries = entries_of(given_rows)
    newest = max((row["day"] for row in given_rows), default=0)
    added = entry_of("z", last | {"day": newest + later})

    before, after = under(GATED, entries), under(GATED, [*entries, added])

    for one in before.requirements:
        assert after.requirement(one.id).have >= one.have
        assert after.requirement(one.id).projected >= one.projected


@anyhow
@given(st.lists(rows, max_size=30))
def test_a_gate_agrees_with_counting_each_month_by_hand(given_rows):
    entries = [entry for entry in entries_of(given_rows) if entry["status"] == "signed"]

    evaluation = under(GATED, entries)

    for month in {entry["date"][:7] for entry in entries}:
        mine = [entry for entry in entries if entry["date"].startswith(month)]
        left = sum(evaluation.entries[entry["id"]].minutes for entry in mine)
        # What is left of one entry in part is rounded down; at most two are cut in part.
        assert 0 <= by_hand(mine) - left < 3


def by_hand(entries: list[dict]) -> Fraction:
    """The same month from its sums alone."""
    minutes = {kind: sum(e["minutes"] for e in entries if e["category"] == kind) for kind in KINDS}
    group = min(Fraction(minutes["mentor_group"]), Fraction(minutes["mentor_individual"], 2))
    supervision = minutes["mentor_individual"] + group + minutes["observation"]
    claimed = supervision + sum(minutes[kind] for kind in WORK)
    contacts = sum(entry["category"].startswith("mentor") for entry in entries)
    covered = min(claimed, 7 * supervision)
    opened = contacts >= 2 and minutes["observation"] >= 10 and covered >= 200
    return min(covered, Fraction(900)) if opened else Fraction(0)


def asked(name: str, rule: str, period: str, **more) -> dict:
    kinds = {"where": MENTOR, "over": DIRECT} if rule.startswith("cadence") else {"where": DIRECT}
    return {"id": name, "rule": rule, "period": period, **kinds, **more}


RHYTHMS = read_scheme(
    a_scheme_text(
        requirements=[
            asked("weeks", "distinct_periods_min", "iso_week", at_least=3, minutes=60),
            asked("months", "distinct_periods_min", "calendar_month", at_least=3, minutes=60),
            asked("weekly", "cadence_every", "iso_week", minutes=60),
            asked("monthly", "cadence_every", "calendar_month", count=2),
            asked("least", "period_min", "iso_week", minutes=60),
            asked("average", "cadence_average", "iso_week", minutes=60),
        ],
    )
)
moments = st.lists(
    st.tuples(st.sampled_from(["direct_session", "mentor_individual"]), DAYS, st.integers(1, 90)),
    max_size=40,
)


@anyhow
@given(moments)
def test_rhythms_agree_with_the_calendar_of_the_standard_library(given_hours):
    hours = [(kind, FIRST + timedelta(day), minutes) for kind, day, minutes in given_hours]
    entries = [
        {"id": f"e{n:03}", "category": kind, "date": str(day), "minutes": minutes, "status": "signed"}
        for n, (kind, day, minutes) in enumerate(hours)
    ]  # fmt: skip

    evaluation = under(RHYTHMS, entries)

    weeks, months = grouped(hours, "%G-W%V"), grouped(hours, "%Y-%m")
    active = [week for week in weeks.values() if week["direct_session"]]
    kept = {
        "weeks": sum(sum(week["direct_session"]) >= 60 for week in weeks.values()),
        "months": sum(sum(month["direct_session"]) >= 60 for month in months.values()),
        "weekly": sum(sum(week["mentor_individual"]) >= 60 for week in active),
        "monthly": sum(
            len(month["mentor_individual"]) >= 2
            for month in months.values()
            if month["direct_session"]
        ),
        "least": sum(sum(week["direct_session"]) >= 60 for week in active),
        "average": sum(minutes for kind, _, minutes in hours if kind == "mentor_individual"),
    }
    assert {name: evaluation.requirement(name).have for name in kept} == kept
    assert evaluation.requirement("average").need == 60 * len(active)


def grouped(hours: list[tuple], form: str) -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {}
    for kind, day, minutes in hours:
        empty = {"direct_session": [], "mentor_individual": []}
        found.setdefault(day.strftime(form), empty)[kind].append(minutes)
    return found


@anyhow
@given(st.lists(rows, max_size=12), st.integers(1, 90), st.integers(1, 200))
def test_nothing_changes_before_the_day_an_answer_on_rhythms_holds_until(given_rows, at, later):
    entries, as_of = entries_of(given_rows), FIRST + timedelta(at)
    evaluation = under(RHYTHMS, entries, str(as_of))

    day = as_of + timedelta(later)
    if evaluation.holds_until and day >= evaluation.holds_until:
        day = evaluation.holds_until - timedelta(1)
    between = under(RHYTHMS, entries, str(day))

    assert [one.standing() for one in between.requirements] == [
        one.standing() for one in evaluation.requirements
    ]
