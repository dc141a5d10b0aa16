"""From when on, for how long and how far back hours count."""

from datetime import date

import pytest

from .documents import DIRECT, an_entry, counted, direct_minutes, evaluated, reasons, some_facts

APPROVED = {"id": "approved", "rule": "approval_before_count", "milestone": "internship_approved"}
LOOKBACK = {"id": "back", "rule": "window_lookback", "months": 12}
RECENT = {"id": "recent", "rule": "recency", "where": DIRECT, "months": 6}
FORWARD = {"id": "on", "rule": "window_forward", "milestone": "began", "months": 6}
JUNE = [{"start": "2026-06-01", "end": "2026-06-30"}]
OPEN = [{"start": "2026-06-01", "end": None}]


@pytest.mark.parametrize(
    ("day", "milestones", "counts"),
    [
        ("2026-04-01", {"internship_approved": "2026-04-02"}, False),  # the day before
        ("2026-04-02", {"internship_approved": "2026-04-02"}, True),  # the day itself
        ("2026-04-02", {"internship_approved": None}, False),  # not approved at all
        ("2026-04-02", {"enrolled": "2026-01-01"}, False),  # something else
    ],
)
def test_hours_count_from_the_approval_on(day, milestones, counts):
    entry = an_entry(day)

    evaluation = evaluated(some_facts(entry, milestones=milestones), filters=[APPROVED])

    assert reasons(evaluation, entry) == ([] if counts else [("not_approved_then", 60)])


@pytest.mark.parametrize(
    ("day", "more", "leaves", "counts"),
    [
        ("2025-11-22", {}, [], True),  # the day twelve months back, inclusive
        ("2025-11-21", {}, [], False),  # one day longer ago
        ("2025-10-23", {}, JUNE, True),  # thirty days of leave reach as much further back
        ("2025-10-22", {}, JUNE, False),
        ("2025-05-31", {}, OPEN, True),  # complete when a leave without an end began: not over
        ("2025-05-30", {}, OPEN, False),  # over the day before it began
        # from the milestone instead, once it is reached
        ("2025-09-01", {"anchor": "applied"}, [], True),
        ("2025-08-31", {"anchor": "applied"}, [], False),
        ("2026-09-01", {"anchor": "applied"}, [], True),  # its own day
        ("2026-09-02", {"anchor": "applied"}, [], False),  # after it
        ("2025-11-22", {"anchor": "certified"}, [], True),  # not reached: the day of asking
        ("2025-11-21", {"anchor": "certified"}, [], False),
        ("2025-11-21", {"anchor": "certified_until"}, [], False),  # reached on a later day only
        # hours of one kind are not asked
        ("2025-01-01", {"spare": {"category": ["direct_session"]}}, [], True),
        ("2025-01-01", {"spare": {"category": ["observation"]}}, [], False),
    ],
)
def test_a_look_back(day, more, leaves, counts):
    entry = an_entry(day)
    milestones = {"applied": "2026-09-01", "certified_until": "2027-01-01"}

    evaluation = evaluated(
        some_facts(entry, leaves=leaves, milestones=milestones), filters=[LOOKBACK | more]
    )

    assert reasons(evaluation, entry) == ([] if counts else [("outside_window", 60)])


@pytest.mark.parametrize(
    ("most", "minutes"),
    [
        (None, [60, 60, 60]),  # no limit to what is spared
        (120, [60, 60, 60]),  # exactly both that are too old
        (90, [60, 30, 60]),  # the second in part
        (60, [60, 0, 60]),  # the oldest alone
        (1, [1, 0, 60]),
    ],
)
def test_a_look_back_spares_so_many_minutes_oldest_first(most, minutes):
    entries = [an_entry(day) for day in ("2024-01-01", "2025-01-01", "2026-01-01")]
    limit = {"spare_minutes": most} if most else {}

    evaluation = evaluated(some_facts(*entries), filters=[LOOKBACK | {"spare": DIRECT} | limit])

    assert counted(evaluation, entries) == minutes


@pytest.mark.parametrize(
    ("day", "as_of", "leaves", "counts"),
    [
        ("2026-03-01", "2026-09-01", [], True),  # the day that completes six months
        ("2026-03-01", "2026-09-02", [], False),
        ("2026-03-01", "2026-10-01", JUNE, True),  # thirty days of leave later
        ("2026-03-01", "2026-10-02", JUNE, False),
        ("2026-03-01", "2030-01-01", OPEN, True),
        ("2025-08-31", "2026-02-28", [], True),  # there is no 31 February
        ("2025-08-31", "2026-03-01", [], False),
    ],
)
def test_recent_hours_are_measured_from_the_day_of_asking(day, as_of, leaves, counts):
    entry = an_entry(day)
    facts = some_facts(entry, as_of=as_of, leaves=leaves, milestones={"applied": "2026-03-01"})

    evaluation = evaluated(facts, filters=[RECENT])

    assert reasons(evaluation, entry) == ([] if counts else [("outside_window", 60)])


@pytest.mark.parametrize(
    ("day", "more", "milestones", "leaves", "counts"),
    [
        ("2026-02-28", {}, {"began": "2026-03-01"}, [], False),  # before it began
        ("2026-03-01", {}, {"began": "2026-03-01"}, [], True),
        ("2026-09-01", {}, {"began": "2026-03-01"}, [], True),  # the day that completes six months
        ("2026-09-02", {}, {"began": "2026-03-01"}, [], False),
        ("2026-10-01", {}, {"began": "2026-03-01"}, JUNE, True),  # thirty days of leave
        ("2026-10-02", {}, {"began": "2026-03-01"}, JUNE, False),
        ("2026-11-01", {}, {"began": "2026-03-01"}, OPEN, True),
        ("2026-03-01", {}, {}, [], False),  # not begun at all
        # an extension names its last day
        ("2026-10-15", {"extended_to": "longer"}, {"began": "2026-03-01", "longer": "2026-10-15"}, [], True),
        ("2026-10-16", {"extended_to": "longer"}, {"began": "2026-03-01", "longer": "2026-10-15"}, [], False),
        ("2026-09-01", {"extended_to": "longer"}, {"began": "2026-03-01", "longer": "2026-08-01"}, [], True),
        ("2026-09-02", {"extended_to": "longer"}, {"began": "2026-03-01"}, [], False),
    ],
)  # fmt: skip
def test_a_window_that_opens_with_a_milestone(day, more, milestones, leaves, counts):
    entry = an_entry(day)

    evaluation = evaluated(
        some_facts(entry, milestones=milestones, leaves=leaves), filters=[FORWARD | more]
    )

    assert reasons(evaluation, entry) == ([] if counts else [("outside_window", 60)])


@pytest.mark.parametrize(
    ("filters", "milestones", "leaves", "holds_until"),
    [
        ([LOOKBACK], {}, [], "2027-05-02"),  # the day after the twelve months of 1 May
        ([LOOKBACK], {}, JUNE, "2027-06-01"),  # thirty days later
        ([LOOKBACK], {}, OPEN, None),
        ([LOOKBACK | {"anchor": "applied"}], {"applied": "2026-11-01"}, [], None),  # it stands
        ([LOOKBACK | {"anchor": "applied"}], {"applied": "2027-05-01"}, [], None),  # it will
        ([LOOKBACK | {"anchor": "applied"}], {"applied": "2027-05-02"}, [], "2027-05-02"),
        ([RECENT | {"months": 12}], {"applied": "2026-11-01"}, [], "2027-05-02"),
        ([FORWARD | {"months": 12}], {"began": "2026-05-01"}, [], None),  # dates only
        ([APPROVED], {"internship_approved": "2026-05-01"}, [], None),
        # what another filter has refused drops out of nothing
        ([{"id": "g", "rule": "group_size_max", "most": 1}, LOOKBACK], {}, [], None),
        ([LOOKBACK, {"id": "g", "rule": "group_size_max", "most": 1}], {}, [], "2027-05-02"),
    ],
)
def test_an_answer_holds_until_an_hour_drops_out(filters, milestones, leaves, holds_until):
    entry = an_entry("2026-05-01", group_size=2)

    evaluation = evaluated(some_facts(entry, milestones=milestones, leaves=leaves), filters=filters)

    assert evaluation.holds_until == (holds_until and date.fromisoformat(holds_until))


def test_an_hour_that_nothing_asks_for_drops_out_unnoticed():
    asked, other = an_entry("2026-05-01"), an_entry("2026-04-01", category="observation")

    evaluation = evaluated(some_facts(asked, other), filters=[LOOKBACK])

    assert str(evaluation.holds_until) == "2027-05-02"


def test_attested_hours_are_spared_the_approval_but_not_the_window():
    entry = an_entry("2025-01-01", attested=True)

    spared = evaluated(some_facts(entry), filters=[APPROVED])
    dropped = evaluated(some_facts(entry), filters=[LOOKBACK])

    assert reasons(spared, entry) == []
    assert reasons(dropped, entry) == [("outside_window", 60)]


def test_a_total_met_by_hours_that_drop_out_is_met_no_longer():
    entry = an_entry("2026-05-01")
    facts = some_facts(entry)

    before = evaluated(facts, filters=[LOOKBACK], requirements=[direct_minutes(60)])
    after = evaluated(
        facts | {"as_of": str(before.holds_until)},
        filters=[LOOKBACK],
        requirements=[direct_minutes(60)],
    )

    assert (before.met, after.met) == (True, False)
