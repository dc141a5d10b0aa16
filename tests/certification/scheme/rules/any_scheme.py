"""Schemes put together at random from every filter, conversion, period and cap; and hours."""

from datetime import date, timedelta

from hypothesis import strategies as st

from .documents import DIRECT, MENTOR, some_facts

FIRST = date(2026, 1, 1)
LAST_DAY = 57  # of the hours, counted from FIRST: the last but one day of a month, a Friday
CONTACTS = ["clinician_consultation"]
CATEGORIES = ["direct_session", "mentor_individual", "mentor_group", *CONTACTS]
ALL = {"category": CATEGORIES}

wheres = st.sampled_from([ALL, DIRECT, MENTOR, {"modality": ["video"]}, {"case": ["A"]}])
milestones = st.sampled_from(["early", "middle", "late", "to come", "never"])
months = st.integers(1, 2)
effects = st.sampled_from(["flag", "forfeit"])


def rule(name: str, **values) -> st.SearchStrategy:
    return st.fixed_dictionaries({"rule": st.just(name), **values})


def optional(required: st.SearchStrategy, **values) -> st.SearchStrategy:
    """Some of these keys besides those of another rule."""
    more = st.fixed_dictionaries({}, optional=values)
    return st.tuples(required, more).map(lambda two: two[0] | two[1])


FILTERS = [
    rule("agreement_in_force", where=wheres),
    rule("supervisor_qualified_on", where=wheres),
    rule("conflict_excluded", where=wheres),
    rule("approval_before_count", where=wheres, milestone=milestones),
    optional(rule("window_lookback", where=wheres, months=months), anchor=milestones, spare=wheres),
    optional(
        rule("window_forward", where=wheres, months=months, milestone=milestones),
        extended_to=milestones,
    ),
    rule("recency", where=wheres, months=months),
    rule("entry_deadline", where=wheres, days=st.integers(0, 14), effect=effects),
    rule(
        "signoff_deadline", where=wheres, effect=effects, period=st.just("calendar_month"),
        months=st.integers(0, 2),
    ),
    rule("modality_allowed", where=wheres, allowed=st.just(["in_person", "phone"])),
    rule("group_size_max", where=wheres, most=st.integers(2, 6)),
    optional(rule("no_double_count", where=wheres), except_minutes=st.integers(0, 200)),
    rule("interleave", where=wheres, require=st.just(CONTACTS)),
]  # fmt: skip
CONVERSIONS = [
    rule("weight", where=wheres, factor=st.sampled_from(["1/2", "4/3", "1/7", "3/1"])),
    rule("unit_conversion", where=wheres, **{"from": st.integers(30, 120), "to": st.integers(30, 120)}),
]  # fmt: skip
PERIODS = [
    rule(
        "period_max", where=wheres, minutes=st.integers(1, 900),
        period=st.sampled_from(["rolling_3_days", "rolling_7_days", "iso_week", "calendar_month"]),
    )
]  # fmt: skip
least = st.fixed_dictionaries({"where": wheres, "at_least": st.integers(1, 3)})
enough = st.fixed_dictionaries({"where": wheres, "minutes": st.integers(1, 200)})
shares = st.sampled_from(["1/20", "1/3", "1/1"])
GATES = [
    optional(
        rule(
            "period_gate", where=wheres, period=st.sampled_from(["iso_week", "calendar_month"]),
        ),
        contacts=least,
        observation=enough,
        supervised=st.fixed_dictionaries({"where": wheres, "share": shares}),
        individual_share=st.fixed_dictionaries({"where": wheres, "of": wheres, "share": shares}),
        minutes_at_least=st.integers(1, 200),
        minutes_at_most=st.integers(200, 900),
    )
]  # fmt: skip
CAPS = [
    optional(
        rule("cap", where=wheres, minutes=st.integers(0, 900)),
        each=st.sampled_from(["case", "clinician", "supervisor"]),
    )
]


def rules_of(kinds: list, prefix: str, most: int) -> st.SearchStrategy:
    """Up to so many of them in any order, each under an id of its own."""
    some = st.lists(st.one_of(kinds), max_size=most)
    return some.map(lambda rows: [row | {"id": f"{prefix}{n}"} for n, row in enumerate(rows)])


def sections_with(periods: st.SearchStrategy, caps: st.SearchStrategy) -> st.SearchStrategy:
    return st.fixed_dictionaries(
        {
            "filters": rules_of(FILTERS, "f", 4),
            "conversions": rules_of(CONVERSIONS, "k", 2),
            "periods": periods,
            "caps": caps,
        }
    )


limits, caps, gates = (
    rules_of(kinds, prefix, 2) for kinds, prefix in [(PERIODS, "p"), (CAPS, "c"), (GATES, "g")]
)
gated = st.tuples(limits, gates).map(lambda two: two[0] + two[1][:1])
sections = sections_with(gated, caps)
# An hour that opens a gate lets in older ones, and these may displace others from a later limit.
gates_last = st.one_of(sections_with(limits, caps), sections_with(gated, st.just([])))

TOTALS = [
    {"id": "direct", "rule": "total_min", "where": DIRECT, "minutes": 1500},
    {"id": "mentor", "rule": "total_min", "where": MENTOR, "minutes": 400},
    {"id": "all", "rule": "total_min", "where": ALL, "minutes": 2000},
    {"id": "cases", "rule": "distinct_count", "what": "case", "where": DIRECT, "at_least": 2},
]

hours = st.fixed_dictionaries(
    {
        "category": st.sampled_from(CATEGORIES),
        "day": st.integers(0, LAST_DAY),
        "start": st.sampled_from([None, "09:00", "14:30"]),
        "minutes": st.one_of(st.just(60), st.integers(1, 240)),
        "modality": st.sampled_from(["in_person", "video"]),
        "group_size": st.sampled_from([None, 4, 9]),
        "case": st.sampled_from(["A", "B", None]),
        "supervisor": st.sampled_from(["M1", "C1"]),
        "agreement": st.sampled_from(["G1", "G2"]),
        "activity": st.sampled_from([None, None, "a", "b"]),
        "attested": st.sampled_from([False, False, True]),
        "excused": st.sampled_from([False, False, True]),
        "submitted": st.integers(0, 50),
        "signed": st.integers(0, 50),
        "status": st.sampled_from(
            ["signed", "signed", "signed", "submitted", "draft", "contested"]
        ),
    }
)


def entry_of(entry_id: str, row: dict) -> dict:
    """`submitted` and `signed` are days after the hour, and after the submission."""
    day = FIRST + timedelta(row["day"])
    submitted = day + timedelta(row["submitted"])
    signed = submitted + timedelta(row["signed"]) if row["status"] == "signed" else None
    entry = {key: value for key, value in row.items() if key != "day"}
    days = {"date": str(day), "submitted": str(submitted), "signed": signed and str(signed)}
    return entry | days | {"id": entry_id}


def entries_of(rows: list[dict]) -> list[dict]:
    return [entry_of(f"e{n:03}", row) for n, row in enumerate(rows)]


def facts_with(entries: list[dict], leaves: list[dict], as_of: date) -> dict:
    return some_facts(
        *entries,
        as_of=str(as_of),
        leaves=leaves,
        milestones={
            "early": "2026-01-05",
            "middle": "2026-01-25",
            "late": "2026-02-20",
            "to come": "2026-03-10",
        },
        supervisors=[
            {"id": "M1", "role": "mentor", "qualified": [["2026-01-01", "2026-02-10"]],
             "conflicts": [["2026-01-10", "2026-01-12"], ["2026-02-15", None]]},
            {"id": "C1", "role": "clinician", "qualified": [["2026-01-15", "2026-12-31"]]},
        ],
        agreements=[
            {"id": "G1", "supervisor": "M1", "start": "2026-01-03", "end": "2026-02-20"},
            {"id": "G2", "supervisor": "C1", "start": "2026-01-10", "end": None},
        ],
        cases=[
            {"id": "A", "opened": "2026-01-01", "closed": None, "closure": None},
            {"id": "B", "opened": "2026-01-01", "closed": "2026-03-01", "closure": "planned"},
        ],
    )  # fmt: skip


leaves = st.lists(
    st.tuples(st.integers(0, 80), st.one_of(st.none(), st.integers(0, 20))), max_size=2
).map(
    lambda spans: [
        {"start": str(FIRST + timedelta(start)),
         "end": None if days is None else str(FIRST + timedelta(start + days))}
        for start, days in spans
    ]
)  # fmt: skip
