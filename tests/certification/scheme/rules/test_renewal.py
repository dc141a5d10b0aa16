"""Continuing education in one term: the term, its parts, its grace, what is carried over."""

import pytest

from .documents import an_entry, evaluated, some_facts

EDUCATION = {"category": ["ce_general", "ce_ethics"]}
RULE = {
    "id": "r",
    "rule": "renewal",
    "where": EDUCATION,
    "minutes": 600,
    "parts": [{"where": {"category": ["ce_ethics"]}, "minutes": 120, "title": "Ethics"}],
}
TERM = {"certified": "2026-03-01"}  # to 1 March 2029; opens 1 March 2028; grace to 30 May 2029


def learnt(day: str, minutes: int, kind: str = "ce_general", **more) -> dict:
    return an_entry(day, minutes, category=kind, case=None, **more)


def renewed(*entries: dict, as_of: str = "2028-11-22", milestones: dict = TERM, leaves=(), **more):
    facts = some_facts(*entries, as_of=as_of, milestones=milestones, leaves=list(leaves))
    return evaluated(facts, requirements=[RULE | more])


@pytest.mark.parametrize(
    ("general", "ethics", "state", "shortfall"),
    [
        (0, 0, "not_met", 600),
        (480, 120, "met", 0),  # exactly enough of both
        (479, 120, "not_met", 1),
        (481, 119, "not_met", 1),  # enough in all, not of ethics
        (600, 0, "not_met", 120),
        (0, 600, "met", 0),  # ethics is part of the whole
    ],
)
def test_the_whole_and_its_parts(general, ethics, state, shortfall):
    pairs = [("ce_general", general), ("ce_ethics", ethics)]
    entries = [learnt("2027-05-01", minutes, kind) for kind, minutes in pairs if minutes]

    answer = renewed(*entries).requirement("r")

    assert (answer.state, answer.shortfall, answer.have) == (state, shortfall, general + ethics)


@pytest.mark.parametrize(
    ("day", "as_of", "have"),
    [
        ("2026-02-28", "2028-11-22", 0),  # the day before the term
        ("2026-03-01", "2028-11-22", 600),  # its first day
        ("2029-03-01", "2029-03-01", 600),  # its last
        ("2029-05-30", "2029-05-30", 600),  # the last day of grace
        ("2029-05-31", "2029-05-31", 0),  # too late
    ],
)
def test_hours_count_within_the_term_and_its_grace(day, as_of, have):
    answer = renewed(learnt(day, 600, "ce_ethics"), as_of=as_of).requirement("r")

    assert answer.have == have
    assert [one.minutes for one in answer.counted] == [have] * bool(have)


@pytest.mark.parametrize(
    ("as_of", "window", "state", "holds_until"),
    [
        ("2028-02-29", "before", "met", "2028-03-01"),  # the day before it opens
        ("2028-03-01", "open", "met", "2029-03-02"),
        ("2029-03-01", "open", "met", "2029-03-02"),  # the last day of the term
        ("2029-03-02", "grace", "met", "2029-05-31"),
        ("2029-05-30", "grace", "met", "2029-05-31"),  # the last day of grace
        ("2029-05-31", "over", "not_met", None),
    ],
)
def test_the_window_opens_closes_and_has_its_grace(as_of, window, state, holds_until):
    evaluation = renewed(learnt("2027-05-01", 600, "ce_ethics"), as_of=as_of)

    answer = evaluation.requirement("r")
    assert (answer.figures["window"], answer.state) == (window, state)
    assert (evaluation.holds_until and evaluation.holds_until.isoformat()) == holds_until


@pytest.mark.parametrize(
    ("late_months", "as_of", "window", "state"),
    [
        (12, "2029-05-30", "grace", "met"),
        (12, "2029-05-31", "late", "met"),
        (12, "2030-03-01", "late", "met"),  # twelve months after the last day, that day included
        (12, "2030-03-02", "over", "not_met"),
        (2, "2029-05-30", "grace", "met"),  # less than grace takes nothing of it
        (2, "2029-05-31", "over", "not_met"),
    ],
)
def test_late_months_leave_more_time(late_months, as_of, window, state):
    entries = [learnt("2027-05-01", 300, "ce_ethics"), learnt(as_of, 300)]

    evaluation = renewed(*entries, as_of=as_of, late_months=late_months)

    answer = evaluation.requirement("r")
    assert (answer.figures["window"], answer.state) == (window, state)
    assert answer.have == (600 if state == "met" else 300)


@pytest.mark.parametrize(
    ("milestones", "leaves", "last"),
    [
        (TERM, [], "2029-03-01"),
        ({"certified": "2024-02-29"}, [], "2027-02-28"),  # a leap day has no third birthday
        (TERM, [{"start": "2027-06-01", "end": "2027-06-30"}], "2029-03-31"),  # leave stops the clock
        (TERM, [{"start": "2027-06-01", "end": None}], "2999-12-31"),  # on leave without an end
        (TERM | {"certified_until": "2029-01-31"}, [], "2029-01-31"),  # what the certificate says
    ],
)  # fmt: skip
def test_the_last_day_of_the_term(milestones, leaves, last):
    as_of = "2024-03-01" if milestones["certified"] < "2025" else "2028-11-22"

    answer = renewed(as_of=as_of, milestones=milestones, leaves=leaves).requirement("r")

    assert answer.figures["last"] == last


@pytest.mark.parametrize("certified", [None, "2028-11-23"])
def test_nobody_renews_what_has_not_begun(certified):
    answer = renewed(learnt("2028-05-01", 600), milestones={"certified": certified}).requirement(
        "r"
    )

    assert (answer.state, answer.reason, answer.have) == ("not_started", "renewal_not_begun", 0)


BEFORE = {"certified": "2026-03-01", "certified_before": "2023-03-01"}
CARRY = {"carry_over": 90, "carried_from": "certified_before", "parts": []}


@pytest.mark.parametrize(
    ("earlier", "in_grace", "later", "have"),
    [
        (600, 0, 300, 300),  # nothing left over
        (660, 0, 300, 360),  # an hour left over
        (690, 0, 300, 390),  # all that may be carried
        (691, 0, 300, 390),  # a minute beyond
        (540, 60, 300, 300),  # the hour of grace made up for what was lacking
        (540, 90, 300, 330),  # half an hour of it was more than lacking
        (500, 60, 300, 300),  # all of it went there, and was not enough
    ],
)
def test_what_the_term_before_left_over_or_borrowed(earlier, in_grace, later, have):
    """The new term begins as the old one ends, so days of grace belong to both."""
    entries = [
        learnt(day, minutes)
        for day, minutes in [
            ("2025-05-01", earlier),
            ("2026-05-29", in_grace),
            ("2026-05-30", later),
        ]
        if minutes
    ]

    answer = renewed(*entries, milestones=BEFORE, **CARRY).requirement("r")

    assert answer.have == have


def test_a_first_term_carries_nothing_over():
    answer = renewed(learnt("2025-05-01", 900), **CARRY).requirement("r")

    assert answer.have == 0


def test_what_is_still_to_be_confirmed_is_pending():
    waiting = learnt("2027-05-01", 600, "ce_ethics", status="submitted")
    earlier = learnt("2025-05-01", 600, "ce_ethics", status="submitted")

    answer = renewed(earlier, waiting).requirement("r")

    assert (answer.state, answer.reason, answer.projected) == ("pending", "renewal_waiting", 600)
    assert [one.entries for one in answer.pending] == [(waiting["id"],)]
