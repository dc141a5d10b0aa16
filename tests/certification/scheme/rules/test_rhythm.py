"""What is asked of each week and each month in which somebody works, and of many together."""

import pytest

from .documents import DIRECT, MENTOR, an_entry, evaluated, some_facts

EVERY = {"rule": "cadence_every", "where": MENTOR, "over": DIRECT}
AVERAGE = {"rule": "cadence_average", "where": MENTOR, "over": DIRECT}
OBSERVATION = {"category": ["observation"]}


def answer_to(rule: dict, *entries: dict, as_of: str = "2026-11-22", **facts):
    evaluation = evaluated(
        some_facts(*entries, as_of=as_of, **facts), requirements=[{"id": "r", **rule}]
    )
    return evaluation.requirement("r")


def supervised(day: str, minutes: int = 60, **more) -> dict:
    return an_entry(day, minutes, category="mentor_individual", **more)


def first_days(answer) -> list[str]:
    """The periods that the answer names, by their first days."""
    return [one["from"] for one in answer.figures["lacking"]]


@pytest.mark.parametrize(
    ("period", "work", "contact", "state"),
    [
        ("iso_week", "2026-05-04", "2026-05-10", "met"),  # Monday and Sunday of one week
        ("iso_week", "2026-05-10", "2026-05-11", "not_met"),  # Sunday, and Monday of the next
        ("iso_week", "2026-12-31", "2027-01-03", "met"),  # week 53 ends in the year after
        ("iso_week", "2027-01-03", "2027-01-04", "not_met"),  # week 53, and week 1
        ("iso_week", "2024-12-30", "2025-01-01", "met"),  # week 1 begins in the year before
        ("calendar_month", "2026-05-01", "2026-05-31", "met"),
        ("calendar_month", "2026-05-31", "2026-06-01", "not_met"),
        ("calendar_month", "2028-02-01", "2028-02-29", "met"),  # a leap day
        ("calendar_month", "2028-02-29", "2028-03-01", "not_met"),
        ("calendar_month", "2026-05-15", "2025-05-15", "not_met"),  # the month of another year
    ],
)
def test_the_contact_of_a_period_lies_in_it(period, work, contact, state):
    rule = EVERY | {"period": period, "count": 1}

    answer = answer_to(rule, an_entry(work), supervised(contact), as_of="2028-12-31")

    assert answer.state == state


@pytest.mark.parametrize(
    ("asked", "contacts", "state"),
    [
        ({"minutes": 90}, [60, 30], "met"),  # exactly
        ({"minutes": 90}, [60, 29], "not_met"),
        ({"minutes": 90}, [], "not_met"),
        ({"count": 2}, [5, 5], "met"),  # entries, however short
        ({"count": 2}, [500], "not_met"),
    ],
)
def test_each_month_has_so_many_minutes_or_entries(asked, contacts, state):
    given = [supervised(f"2026-05-0{n + 1}", minutes) for n, minutes in enumerate(contacts)]

    answer = answer_to(EVERY | asked | {"period": "calendar_month"}, an_entry("2026-05-09"), *given)

    assert (answer.state, answer.need, answer.unit) == (state, 1, "count")


MONTHLY = EVERY | {"period": "calendar_month", "minutes": 60}


@pytest.mark.parametrize(
    ("as_of", "contact", "state", "reason", "holds_until"),
    [
        ("2026-05-31", None, "pending", "rhythm_running", "2026-06-01"),  # its last day
        ("2026-06-01", None, "not_met", "rhythm_lacking", None),  # and nothing mends it now
        ("2026-05-20", supervised("2026-05-11"), "met", "rhythm_kept", None),
        ("2026-06-01", supervised("2026-05-31", status="submitted"), "pending", "rhythm_waiting", None),
        ("2026-06-02", supervised("2026-06-01"), "not_met", "rhythm_lacking", None),  # a day late
    ],
)  # fmt: skip
def test_the_month_that_runs_is_not_held_against_anybody(
    as_of, contact, state, reason, holds_until
):
    entries = [an_entry("2026-05-10"), *([contact] if contact else [])]

    evaluation = evaluated(some_facts(*entries, as_of=as_of), requirements=[{"id": "r", **MONTHLY}])

    answer = evaluation.requirement("r")
    assert (answer.state, answer.reason) == (state, reason)
    assert str(evaluation.holds_until or "") == (holds_until or "")


def test_months_without_work_ask_for_nothing():
    answer = answer_to(MONTHLY, an_entry("2026-03-10"), supervised("2026-03-11"))

    assert (answer.state, answer.have, answer.need) == ("met", 1, 1)


def test_every_month_that_lacks_is_named_with_what_it_has():
    work = [an_entry(f"2026-0{month}-10") for month in (3, 4, 5, 6)]

    answer = answer_to(
        MONTHLY, *work, supervised("2026-03-11"), supervised("2026-05-11", 45), as_of="2026-06-15"
    )

    assert answer.figures["lacking"] == [
        {"from": "2026-04-01", "to": "2026-04-30", "have": 0},
        {"from": "2026-05-01", "to": "2026-05-31", "have": 45},
    ]
    assert (answer.have, answer.need, answer.shortfall) == (1, 4, 3)  # June runs, and lacks yet


def test_only_signatures_for_months_that_lack_are_waited_for():
    lacking = supervised("2026-04-11", status="submitted")
    spare = supervised("2026-03-12", status="submitted")

    answer = answer_to(
        MONTHLY, an_entry("2026-03-10"), an_entry("2026-04-10"), supervised("2026-03-11"), lacking, spare
    )  # fmt: skip

    assert answer.state == "pending"
    assert [one.entries for one in answer.pending] == [(lacking["id"],)]


def test_work_that_does_not_count_makes_no_month_active():
    contested = an_entry("2026-05-10", status="contested")

    answer = answer_to(MONTHLY, contested)

    assert (answer.state, answer.reason, answer.need) == ("not_met", "rhythm_of_nothing", 0)


def test_without_any_work_nothing_has_begun():
    assert answer_to(MONTHLY, supervised("2026-05-11")).state == "not_started"


@pytest.mark.parametrize(
    ("minutes", "state", "lacking"),
    [
        ([1200, 1200], "met", []),  # 20 h exactly
        ([1200, 1199], "not_met", ["2026-04-01"]),
        ([0, 1200], "met", []),  # a month without any is no month of the kind
    ],
)
def test_period_min_asks_only_of_months_with_such_hours(minutes, state, lacking):
    entries = [an_entry(f"2026-0{n + 3}-10", some) for n, some in enumerate(minutes) if some]
    rule = {"rule": "period_min", "where": DIRECT, "period": "calendar_month", "minutes": 1200}

    answer = answer_to(rule, *entries)

    assert (answer.state, first_days(answer)) == (state, lacking)


@pytest.mark.parametrize(
    ("contacts", "state", "shortfall"),
    [
        ([120, 0], "met", 0),  # an average need not be kept in each
        ([119, 0], "not_met", 1),
        ([60, 60], "met", 0),
        ([0, 0], "not_met", 120),
    ],
)
def test_an_average_of_an_hour_a_week(contacts, state, shortfall):
    weeks = ["2026-05-05", "2026-05-12"]
    given = [supervised(day, some) for day, some in zip(weeks, contacts, strict=True) if some]

    answer = answer_to(
        AVERAGE | {"period": "iso_week", "minutes": 60}, *map(an_entry, weeks), *given
    )

    assert (answer.state, answer.need, answer.shortfall) == (state, 120, shortfall)
    assert answer.have + answer.shortfall == answer.need or answer.state == "met"


@pytest.mark.parametrize(
    ("entries", "state", "reason"),
    [
        ([], "not_started", "rhythm_of_nothing"),
        ([supervised("2026-05-05")], "not_started", "rhythm_of_nothing"),  # no work to go with
        ([an_entry("2026-05-05", status="draft")], "not_met", "rhythm_of_nothing"),
        (
            [an_entry("2026-05-05"), supervised("2026-05-06", status="submitted")],
            "pending",
            "rhythm_waiting",
        ),
    ],
)
def test_an_average_over_no_week_is_not_judged(entries, state, reason):
    answer = answer_to(AVERAGE | {"period": "iso_week", "minutes": 60}, *entries)

    assert (answer.state, answer.reason) == (state, reason)


WEEKS = {"rule": "distinct_periods_min", "where": DIRECT, "period": "iso_week", "at_least": 2}


@pytest.mark.parametrize(
    ("entries", "more", "state", "have"),
    [
        ([("2026-05-04", 1), ("2026-05-10", 1)], {}, "not_met", 1),  # Monday and Sunday
        ([("2026-05-10", 1), ("2026-05-11", 1)], {}, "met", 2),
        ([("2027-01-03", 1), ("2027-01-04", 1)], {}, "met", 2),  # week 53 and week 1
        ([("2026-05-04", 60), ("2026-05-11", 60)], {"minutes": 60}, "met", 2),
        ([("2026-05-04", 60), ("2026-05-11", 59)], {"minutes": 60}, "not_met", 1),
        ([("2026-05-04", 30), ("2026-05-05", 30), ("2026-05-11", 60)], {"minutes": 60}, "met", 2),
        ([], {}, "not_started", 0),
    ],
)
def test_so_many_weeks(entries, more, state, have):
    answer = answer_to(WEEKS | more, *(an_entry(*one) for one in entries), as_of="2027-02-01")

    assert (answer.state, answer.have) == (state, have)


@pytest.mark.parametrize(
    ("period", "at_least", "done", "earliest"),
    [
        ("iso_week", 1, [], "2026-11-22"),  # the week that runs, if only by its Sunday
        ("iso_week", 2, [], "2026-11-23"),
        ("iso_week", 1, ["2026-11-16"], "2026-11-22"),  # met
        ("iso_week", 2, ["2026-11-16"], "2026-11-23"),  # the week that runs is full already
        ("iso_week", 8, [], "2027-01-04"),  # past the end of the year
        ("calendar_month", 2, ["2026-11-02"], "2026-12-01"),
        ("calendar_month", 5, ["2026-01-02"], "2027-02-01"),  # November to February are four
        ("calendar_month", 5000, [], None),  # centuries
    ],
)
def test_a_number_of_weeks_takes_its_time(period, at_least, done, earliest):
    answer = answer_to(WEEKS | {"period": period, "at_least": at_least}, *map(an_entry, done))

    assert str(answer.earliest or "") == (earliest or "")


def test_the_hours_of_both_sides_are_listed():
    work, contact = an_entry("2026-05-10"), supervised("2026-05-11")

    answer = answer_to(MONTHLY, work, contact, an_entry("2026-05-12", category="observation"))

    assert [one.entry for one in answer.counted] == [work["id"], contact["id"]]
