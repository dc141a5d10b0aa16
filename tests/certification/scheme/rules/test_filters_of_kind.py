"""How a meeting was held, by whom it was signed, and whether it is claimed twice."""

import pytest

from .documents import DIRECT, an_entry, counted, evaluated, reasons, some_facts

ALLOWED = {"id": "way", "rule": "modality_allowed", "allowed": ["in_person", "video"]}
GROUP = {"id": "size", "rule": "group_size_max", "most": 8}
CONFLICT = {"id": "conflict", "rule": "conflict_excluded"}
ONCE = {"id": "once", "rule": "no_double_count"}


@pytest.mark.parametrize(
    ("rule", "entry", "reason"),
    [
        (ALLOWED, {"modality": "in_person"}, None),
        (ALLOWED, {"modality": "video"}, None),
        (ALLOWED, {"modality": "phone"}, "modality_not_allowed"),
        (ALLOWED, {"modality": None}, "modality_not_allowed"),  # nobody can say it was
        (ALLOWED | {"where": {"category": ["observation"]}}, {"modality": "phone"}, None),
        (ALLOWED, {"modality": "phone", "attested": True}, "modality_not_allowed"),
        (GROUP, {"group_size": 8}, None),
        (GROUP, {"group_size": 9}, "group_too_large"),
        (GROUP, {"group_size": None}, None),  # no group
        (GROUP | {"where": {"category": ["mentor_group"]}}, {"group_size": 9}, None),
    ],
)
def test_how_a_meeting_was_held(rule, entry, reason):
    entry = an_entry("2026-05-01") | entry

    evaluation = evaluated(some_facts(entry), filters=[rule])

    assert reasons(evaluation, entry) == ([(reason, 60)] if reason else [])


@pytest.mark.parametrize(
    ("day", "entry", "excluded"),
    [
        ("2026-06-30", {}, False),  # the day before it is declared
        ("2026-07-01", {}, True),  # its first day
        ("2026-07-31", {}, True),  # its last, inclusive
        ("2026-08-01", {}, False),  # between the two
        ("2026-10-01", {}, True),  # the second has no end
        ("2026-07-01", {"supervisor": None}, False),  # nobody who could be in conflict
        ("2026-07-01", {"supervisor": "M9"}, False),  # nobody known
        ("2026-07-01", {"attested": True}, False),  # people have looked at it
    ],
)
def test_a_conflict_of_interest_excludes_its_days(day, entry, excluded):
    entry = an_entry(day) | entry
    mentor = {"id": "M1", "role": "mentor", "qualified": [["2025-01-01", None]]}
    conflicts = [["2026-09-01", None], ["2026-07-01", "2026-07-31"]]

    evaluation = evaluated(
        some_facts(entry, supervisors=[mentor | {"conflicts": conflicts}]), filters=[CONFLICT]
    )

    assert reasons(evaluation, entry) == ([("conflict", 60)] if excluded else [])


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (ONCE, [60, 0, 0]),
        (ONCE | {"except_minutes": 0}, [60, 0, 0]),
        (ONCE | {"except_minutes": 45}, [60, 45, 0]),  # the crossing one in part
        (ONCE | {"except_minutes": 60}, [60, 60, 0]),
        (ONCE | {"except_minutes": 61}, [60, 60, 1]),
        (ONCE | {"except_minutes": 600}, [60, 60, 60]),
        (ONCE | {"where": {"category": ["mentor_group"]}}, [60, 60, 60]),
    ],
)
def test_the_oldest_of_one_activity_counts(rule, counts):
    entries = [
        an_entry("2026-05-01", activity="a"),
        an_entry("2026-05-02", activity="a", category="observation"),
        an_entry("2026-05-03", activity="a"),
    ]
    everything = {"id": "all", "rule": "total_min", "where": {}, "minutes": 1}

    evaluation = evaluated(some_facts(*entries), filters=[rule], requirements=[everything])

    lost = [(entry, 60 - n) for entry, n in zip(entries, counts, strict=True) if n < 60]
    assert counted(evaluation, entries) == counts
    assert [reasons(evaluation, entry) for entry, _ in lost] == [
        [("duplicate", n)] for _, n in lost
    ]


def test_the_exception_is_one_for_all_that_is_repeated():
    entries = [an_entry(f"2026-05-0{n}", activity="ab"[n % 2]) for n in range(1, 5)]

    evaluation = evaluated(some_facts(*entries), filters=[ONCE | {"except_minutes": 90}])

    assert counted(evaluation, entries) == [60, 60, 60, 30]


@pytest.mark.parametrize(
    ("other", "repeats"),
    [
        ({}, True),  # the same in all they say
        ({"activity": "a"}, True),
        ({"start": "11:00"}, False),
        ({"date": "2026-05-02"}, False),
        ({"minutes": 61}, False),
        ({"case": "B"}, False),
        ({"supervisor": "M2"}, False),
    ],
)
def test_exact_twins_are_one_hour_claimed_twice(other, repeats):
    entries = [an_entry("2026-05-01"), an_entry("2026-05-01") | other]

    evaluation = evaluated(some_facts(*entries), filters=[ONCE])

    assert bool(reasons(evaluation, entries[1])) == repeats


def test_lessons_of_one_length_on_one_day_are_no_twins():
    about = {"start": None, "case": None, "supervisor": None, "agreement": None}
    lessons = [an_entry("2026-05-01", 10, **about), an_entry("2026-05-01", 10, **about)]

    evaluation = evaluated(some_facts(*lessons), filters=[ONCE])

    assert counted(evaluation, lessons) == [10, 10]


def test_an_hour_refused_before_is_repeated_by_none():
    entries = [an_entry("2026-05-01", activity="a", modality="phone")]
    entries.append(an_entry("2026-05-02", activity="a"))

    evaluation = evaluated(some_facts(*entries), filters=[ALLOWED, ONCE])

    assert counted(evaluation, entries) == [0, 60]


SPARING = [
    {"id": "agreement", "rule": "agreement_in_force"},
    {"id": "qualified", "rule": "supervisor_qualified_on"},
    {"id": "contact", "rule": "interleave", "where": DIRECT, "require": ["observation"]},
]


@pytest.mark.parametrize("rule", SPARING, ids=lambda rule: rule["rule"])
def test_people_have_checked_what_they_attest(rule):
    stranger = {"supervisor": "M9", "agreement": None}
    entries = [an_entry(f"2026-05-0{n}", **stranger) for n in (1, 2)]
    attested = [entry | {"attested": True} for entry in entries]

    asked = evaluated(some_facts(*entries), filters=[rule])
    spared = evaluated(some_facts(*attested), filters=[rule])

    assert counted(asked, entries)[1] == 0
    assert counted(spared, attested) == [60, 60]
