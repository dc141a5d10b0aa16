"""What holds for any scheme of limits and any hours."""

import json
import random
from datetime import date, timedelta

from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from certification.scheme.rules import evaluate, read_facts, read_scheme

from .documents import DIRECT, INDIVIDUAL, MENTOR, a_scheme_text, evaluated, some_facts

# Other work on the machine is no failure, and found examples belong into the tables.
anyhow = examples(
    deadline=None, database=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)

FIRST = date(2026, 1, 1)
CONTACTS = ["clinician_consultation"]
CATEGORIES = ["direct_session", "mentor_individual", "mentor_group", *CONTACTS]
ALL = {"category": CATEGORIES}

SCHEME = read_scheme(
    a_scheme_text(
        filters=[
            {"id": "qualified", "rule": "supervisor_qualified_on"},
            {"id": "timely", "rule": "entry_deadline", "days": 14, "effect": "forfeit"},
            {"id": "contact", "rule": "interleave", "where": DIRECT, "require": CONTACTS},
        ],
        periods=[
            {"id": "week", "rule": "period_max", "where": DIRECT, "period": "rolling_7_days", "minutes": 300},
            {"id": "month", "rule": "period_max", "where": ALL, "period": "calendar_month", "minutes": 900},
        ],
        caps=[
            {"id": "far", "rule": "cap", "where": {"modality": ["video"]}, "minutes": 400},
            {"id": "case", "rule": "cap", "where": DIRECT, "each": "case", "minutes": 600},
        ],
        requirements=[
            {"id": "direct", "rule": "total_min", "where": DIRECT, "minutes": 2000},
            {"id": "mentor", "rule": "total_min", "where": MENTOR, "minutes": 1000},
            {"id": "all", "rule": "total_min", "where": ALL, "minutes": 3000},
            {"id": "half", "rule": "share_min", "where": INDIVIDUAL, "of": MENTOR, "share": "1/2"},
            {"id": "cases", "rule": "distinct_count", "what": "case", "where": DIRECT, "at_least": 2},
        ],
    )
)  # fmt: skip

rows = st.fixed_dictionaries(
    {
        "category": st.sampled_from(CATEGORIES),
        "day": st.integers(0, 60),
        "start": st.sampled_from([None, "09:00", "14:30"]),
        "minutes": st.integers(1, 240),
        "modality": st.sampled_from(["in_person", "video"]),
        "case": st.sampled_from(["A", "B", None]),
        "supervisor": st.sampled_from(["M1", "M2"]),
        "delay": st.integers(0, 20),
        "status": st.sampled_from(["signed", "signed", "signed", "submitted", "draft"]),
    }
)


def entries_of(rows: list[dict]) -> list[dict]:
    return [entry_of(f"e{n:03}", row) for n, row in enumerate(rows)]


def entry_of(entry_id: str, row: dict) -> dict:
    day = FIRST + timedelta(row["day"])
    submitted = day + timedelta(row["delay"])
    entry = {key: value for key, value in row.items() if key not in ("day", "delay")}
    return entry | {"id": entry_id, "date": str(day), "submitted": str(submitted)}


def facts_with(entries: list[dict]) -> dict:
    supervisors = [
        {"id": "M1", "role": "mentor", "qualified": [["2026-01-01", "2026-02-10"], ["2026-02-20", None]]},
        {"id": "M2", "role": "mentor", "qualified": [["2026-01-15", "2026-12-31"]]},
    ]  # fmt: skip
    cases = [
        {"id": "A", "opened": "2026-01-01", "closed": None, "closure": None},
        {"id": "B", "opened": "2026-01-01", "closed": "2026-03-01", "closure": "planned"},
    ]
    leaves = [
        {"start": "2026-01-05", "end": "2026-01-08"},
        {"start": "2026-02-01", "end": "2026-02-03"},
    ]
    return some_facts(*entries, supervisors=supervisors, cases=cases, leaves=leaves)


@anyhow
@given(st.lists(rows, max_size=25), st.randoms(use_true_random=False))
def test_order_of_the_inputs_changes_neither_answer_nor_hash(given_rows, chance):
    document = facts_with(entries_of(given_rows))
    shuffled = json.loads(json.dumps(document))
    for part in shuffled.values():
        if isinstance(part, list):
            chance.shuffle(part)
    for supervisor in shuffled["supervisors"]:
        chance.shuffle(supervisor["qualified"])

    one = evaluate(SCHEME, read_facts(document))
    other = evaluate(SCHEME, read_facts(shuffled))

    assert one.inputs_hash == other.inputs_hash
    assert one.document() == other.document()


@anyhow
@given(st.lists(rows, max_size=20), rows)
def test_an_hour_dated_after_all_others_never_lowers_a_total(given_rows, last):
    entries = entries_of(given_rows)
    later = entry_of("last", last | {"day": 61})

    before = evaluate(SCHEME, read_facts(facts_with(entries)))
    after = evaluate(SCHEME, read_facts(facts_with([*entries, later])))

    for total in ("direct", "mentor", "all", "cases"):
        assert after.requirement(total).have >= before.requirement(total).have
        assert after.requirement(total).projected >= before.requirement(total).projected


@anyhow
@given(st.lists(rows, max_size=25))
def test_every_minute_is_either_counted_or_named_with_a_reason(given_rows):
    entries = entries_of(given_rows)

    evaluation = evaluate(SCHEME, read_facts(facts_with(entries)))

    for entry in entries:
        answer = evaluation.entries[entry["id"]]
        assert answer.minutes + sum(loss.minutes for loss in answer.losses) == entry["minutes"]
        assert answer.minutes >= 0
        assert all(loss.minutes > 0 for loss in answer.losses)


hours = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 400)), max_size=20)


@anyhow
@given(hours, st.integers(1, 14), st.integers(1, 700))
def test_rolling_windows_agree_with_counting_every_minute_by_hand(hours, days, most):
    """The oracle takes one minute at a time and looks at every window that contains its day."""
    entries = [
        {"id": f"e{n:03}", "category": "direct_session", "date": str(FIRST + timedelta(day)),
         "minutes": minutes, "status": "signed"}
        for n, (day, minutes) in enumerate(hours)
    ]  # fmt: skip
    period = {"id": "p", "rule": "period_max", "where": DIRECT, "period": f"rolling_{days}_days"}

    evaluation = evaluated(some_facts(*entries), periods=[period | {"minutes": most}])

    in_order = sorted(range(len(hours)), key=lambda n: (hours[n][0], n))
    expected = by_hand([hours[n] for n in in_order], days, most)
    left = [evaluation.entries[f"e{n:03}"].minutes for n in in_order]
    assert left == expected


def by_hand(hours: list[tuple[int, int]], days: int, most: int) -> list[int]:
    on_day = [0] * (41 + 2 * days)
    left = []
    for day, minutes in hours:
        taken = 0
        while taken < minutes and all(
            sum(on_day[max(0, first) : first + days]) < most
            for first in range(day - days + 1, day + 1)
        ):
            on_day[day] += 1
            taken += 1
        left.append(taken)
    return left


@anyhow
@given(st.lists(rows, max_size=12))
def test_nothing_changes_before_the_day_the_answer_holds_until(given_rows):
    as_of = FIRST + timedelta(20)
    document = facts_with(entries_of(given_rows))
    evaluation = evaluate(SCHEME, read_facts(document | {"as_of": str(as_of)}))

    horizon = evaluation.holds_until or FIRST + timedelta(100)
    chance = random.Random(len(given_rows))
    day = as_of + timedelta(chance.randrange((horizon - as_of).days))
    between = evaluate(SCHEME, read_facts(document | {"as_of": str(day)}))

    assert [one.standing() for one in between.requirements] == [
        one.standing() for one in evaluation.requirements
    ]


def test_the_hash_differs_where_an_input_does():
    day = some_facts()
    schemes = [SCHEME, read_scheme(a_scheme_text())]
    facts = [
        read_facts(day),
        read_facts(day | {"as_of": "2026-11-23"}),
        read_facts(day | {"cases": []}),
    ]

    hashes = {evaluate(scheme, known).inputs_hash for scheme in schemes for known in facts}

    assert len(hashes) == 6


def test_the_hash_of_a_scheme_ignores_order_that_means_nothing():
    text = a_scheme_text(caps=[{"id": "c", "rule": "cap", "where": ALL, "minutes": 5}])
    turned = a_scheme_text(
        caps=[{"minutes": 5, "where": {"category": CATEGORIES[::-1]}, "rule": "cap", "id": "c"}]
    )
    facts = read_facts(some_facts())

    one, other = evaluate(read_scheme(text), facts), evaluate(read_scheme(turned), facts)

    assert one.inputs_hash == other.inputs_hash
