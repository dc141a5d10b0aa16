"""What holds for counts and dated records, whatever hours and dates there are."""

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from certification.scheme.rules import evaluate, read_facts, read_scheme

from .documents import DIRECT, a_scheme_text, evaluated, some_facts
from .test_properties import ALL, FIRST, anyhow, entries_of, entry_of, facts_with, rows

AREAS = ["ethics_law", "trauma_safety", "sensate_body"]
SPLIT = {"rule": "milestone_split", "where": ALL, "minutes": 900}
COUNTS = read_scheme(
    a_scheme_text(
        caps=[{"id": "far", "rule": "cap", "where": {"modality": ["video"]}, "minutes": 400}],
        requirements=[
            {"id": "areas", "rule": "content_area_min", "areas": AREAS[:2], "minutes": 500},
            {"id": "long", "rule": "session_count", "where": ALL, "at_least": 9, "min_minutes": 60},
            SPLIT | {"id": "early", "milestone": "applied", "side": "before"},
            SPLIT | {"id": "late", "milestone": "applied", "side": "after"},
            {"id": "term", "rule": "renewal", "where": ALL, "minutes": 900, "months": 1, "grace_days": 5},
        ],
    )
)  # fmt: skip
with_areas = st.tuples(rows, st.sets(st.sampled_from(AREAS)))


def entries_with(rows: list[tuple[dict, set[str]]]) -> list[dict]:
    entries = entries_of([row for row, _areas in rows])
    areas = [sorted(areas) for _row, areas in rows]
    return [entry | {"content_areas": mine} for entry, mine in zip(entries, areas, strict=True)]


def facts_of(entries: list[dict]) -> dict:
    milestones = {"applied": "2026-02-01", "certified": "2026-01-05"}
    return facts_with(entries) | {"milestones": milestones, "as_of": "2026-02-07"}


@anyhow
@given(st.lists(with_areas, max_size=20), rows, st.sets(st.sampled_from(AREAS)))
def test_an_hour_dated_after_all_others_never_lowers_a_count(given_rows, last, areas):
    """All days but the last lie before the milestone, the end of the term and of its grace."""
    entries = entries_with([(row | {"day": row["day"] % 37}, areas) for row, areas in given_rows])
    later = entry_of("last", last | {"day": 37}) | {"content_areas": sorted(areas)}

    before = evaluate(COUNTS, read_facts(facts_of(entries)))
    after = evaluate(COUNTS, read_facts(facts_of([*entries, later])))

    for was, becomes in zip(before.requirements, after.requirements, strict=True):
        assert becomes.have >= was.have
        assert becomes.projected >= was.projected


@anyhow
@given(st.lists(with_areas, max_size=20))
def test_the_two_sides_of_a_milestone_are_all_there_is(given_rows):
    entries = entries_with(given_rows)

    evaluation = evaluate(COUNTS, read_facts(facts_of(entries)))

    early, late = evaluation.requirement("early"), evaluation.requirement("late")
    total = {"id": "t", "rule": "total_min", "where": ALL, "minutes": 1}
    caps = [{"id": "far", "rule": "cap", "where": {"modality": ["video"]}, "minutes": 400}]
    whole = evaluated(facts_of(entries), caps=caps, requirements=[total]).requirement("t")
    assert early.have + late.have == whole.have
    assert not {one.entry for one in early.counted} & {one.entry for one in late.counted}


days = st.integers(0, 60).map(lambda n: str(FIRST + timedelta(n)))
spans = st.tuples(days, days).map(
    lambda pair: dict(zip(("start", "end"), sorted(pair), strict=True))
)
RECORDS = [
    {"id": "member", "rule": "active_membership", "continuous_since": "enrolled"},
    {"id": "began", "rule": "prerequisite", "milestone": "began", "since": "enrolled", "within_months": 1},
    {"id": "form", "rule": "evaluation_required", "form": "mid", "each": "case", "of": DIRECT},
    {"id": "triad", "rule": "triad_complete", "where": DIRECT, "meetings": 0},
    {"id": "term", "rule": "renewal", "where": ALL, "minutes": 60, "from": "enrolled", "months": 1,
     "opens_months": 1, "grace_days": 3},
    SPLIT | {"id": "split", "milestone": "began", "side": "after"},
]  # fmt: skip


@anyhow
@given(
    st.lists(rows, max_size=6),
    st.lists(spans, max_size=3),
    st.lists(spans, max_size=2),
    st.fixed_dictionaries({}, optional={"enrolled": days, "began": days}),
    st.fixed_dictionaries(
        {"opened": days, "opening_meeting": days, "consents": days, "closed": days}
    ),
    st.integers(0, 70),
)
def test_nothing_changes_before_the_day_the_answer_holds_until(
    given_rows, memberships, leaves, milestones, case, later
):
    document = some_facts(
        *entries_of(given_rows),
        as_of=str(FIRST),
        memberships=memberships,
        leaves=leaves,
        milestones=milestones,
        cases=[{"id": "A", "closure": "planned", **case}],
        evaluations=[{"form": "mid", "result": 2, "case": "A", "date": case["opened"]}],
    )
    evaluation = evaluated(document, requirements=RECORDS)

    horizon = evaluation.holds_until or FIRST + timedelta(200)
    day = FIRST + timedelta(later * (horizon - FIRST).days // 71)
    between = evaluated(document | {"as_of": str(day)}, requirements=RECORDS)

    assert [one.standing() for one in between.requirements] == [
        one.standing() for one in evaluation.requirements
    ]


@anyhow
@given(st.lists(spans, max_size=5), days, days)
def test_membership_agrees_with_looking_at_every_day(memberships, since, as_of):
    facts = some_facts(as_of=as_of, memberships=memberships, milestones={"certified": since})
    rule = {"id": "m", "rule": "active_membership", "continuous_since": "certified"}

    answer = evaluated(facts, requirements=[rule]).requirement("m")

    first, last = date.fromisoformat(since), date.fromisoformat(as_of)
    asked = [last, *(first + timedelta(n) for n in range(max(0, (last - first).days)))]
    covered = all(
        any(span["start"] <= str(day) <= span["end"] for span in memberships) for day in asked
    )
    assert (answer.state == "met") is covered


@anyhow
@given(st.lists(with_areas, max_size=20), st.randoms(use_true_random=False))
def test_order_of_the_inputs_changes_no_count(given_rows, chance: random.Random):
    entries = entries_with(given_rows)
    shuffled = chance.sample(entries, len(entries))

    one = evaluate(COUNTS, read_facts(facts_of(entries)))
    other = evaluate(COUNTS, read_facts(facts_of(shuffled)))

    assert one.document() == other.document()
