"""One remedy for everybody whom an incident touched, once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.incidents import (
    Remedies,
    Remedy,
    Sitting,
    affected,
    may_apply,
    may_offer,
    may_record,
    may_remedy,
    relief,
)

BEGAN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
ENDED = BEGAN + timedelta(minutes=20)
MINUTE = timedelta(minutes=1)
TIME_BACK = Remedy(Remedies.TIME_BACK, minutes=20)
EXTRA = Remedy(Remedies.EXTRA_ATTEMPT)
DROP = Remedy(Remedies.DROP_ITEM, item="item 17 v3")
RUNNING = Sitting("attempt", BEGAN - 10 * MINUTE, ends_at=ENDED + 30 * MINUTE)
OVER = replace(RUNNING, ended_at=BEGAN + MINUTE)


def sitting(started, ends=None, ended=None):
    """Minutes from the beginning of the incident, which lasts twenty."""
    start, *others = (
        None if minutes is None else BEGAN + minutes * MINUTE for minutes in (started, ends, ended)
    )
    return Sitting("attempt", start, *others)


@pytest.mark.parametrize(
    ("one", "touched"),
    [
        (sitting(-10, 30), True),
        (sitting(5, 10, 8), True),  # all of it within
        (sitting(-10, 30, 0), False),  # handed in as it began
        (sitting(-10, 30, 1), True),
        (sitting(-30, 0), False),  # its time was up as it began
        (sitting(-30, 1), True),
        (sitting(20, 60), False),  # started as it ended
        (sitting(19, 60), True),
        (sitting(-10), True),  # no time limit, never handed in
        (sitting(-60, -10, 5), True),  # reopened or given time: the end is the true one
    ],
)
def test_whoever_sat_at_some_instant_of_the_incident_is_affected(one, touched):
    assert bool(affected([one], BEGAN, ENDED)) is touched


@pytest.mark.parametrize(
    ("began", "ended", "now", "reason"),
    [
        (BEGAN, ENDED, ENDED, ""),
        (BEGAN, BEGAN, ENDED, "incident_ends_before_it_began"),
        (ENDED, BEGAN, ENDED, "incident_ends_before_it_began"),
        (BEGAN, ENDED, ENDED - MINUTE, "incident_not_over"),
    ],
)
def test_an_incident_lasted_and_is_over(began, ended, now, reason):
    assert may_record(began, ended, now).reason == reason


@pytest.mark.parametrize(
    ("remedy", "reason"),
    [
        (TIME_BACK, ""),
        (EXTRA, ""),
        (DROP, ""),
        (Remedy("apology"), "remedy_unknown"),
        (Remedy(Remedies.TIME_BACK), "remedy_needs_minutes"),
        (Remedy(Remedies.TIME_BACK, minutes=0), "remedy_needs_minutes"),
        (Remedy(Remedies.TIME_BACK, minutes=-5), "remedy_needs_minutes"),
        (Remedy(Remedies.DROP_ITEM), "remedy_needs_item"),
    ],
)
def test_a_remedy_says_all_that_it_needs(remedy, reason):
    assert may_offer(remedy).reason == reason


@pytest.mark.parametrize(
    ("remedy", "one", "reason"),
    [
        (TIME_BACK, RUNNING, ""),
        (TIME_BACK, OVER, ""),  # reopened for as long
        (TIME_BACK, replace(OVER, result_seen=True), "remedy_result_seen"),
        (TIME_BACK, replace(OVER, passed=True), "remedy_passed_already"),
        (TIME_BACK, replace(RUNNING, ends_at=None), "remedy_no_time_limit"),
        (EXTRA, RUNNING, ""),
        (EXTRA, replace(OVER, result_seen=True), ""),
        (EXTRA, replace(OVER, passed=True), "remedy_passed_already"),
        (DROP, replace(OVER, items={"item 17 v3"}), ""),
        (DROP, replace(OVER, items={"item 17 v3"}, passed=True), ""),  # the same for all
        (DROP, replace(RUNNING, items={"item 17 v3"}), "remedy_waits_for_the_end"),
        (DROP, replace(OVER, items={"item 17 v2"}), "remedy_item_not_met"),
    ],
)
def test_a_remedy_reaches_an_attempt_or_names_what_is_in_its_way(remedy, one, reason):
    assert may_remedy(remedy, one).reason == reason


moments = st.integers(-60, 60).map(lambda minutes: BEGAN + minutes * MINUTE)
remedies = st.sampled_from([TIME_BACK, EXTRA, DROP])


@st.composite
def sittings(draw):
    return [
        Sitting(
            key,
            *(draw(moments), draw(st.none() | moments), draw(st.none() | moments)),
            passed=draw(st.booleans()),
            result_seen=draw(st.booleans()),
            items=draw(st.sampled_from([frozenset(), frozenset({DROP.item})])),
        )
        for key in range(draw(st.integers(0, 8)))
    ]


@given(remedies, sittings(), st.sets(st.integers(0, 7)))
def test_every_affected_attempt_is_named_once_and_no_other(remedy, held, given_before):
    planned = relief(remedy, held, BEGAN, ENDED, given_before)
    named = [*planned.due, *planned.given, *planned.out_of_reach]

    assert sorted(named) == [one.attempt for one in affected(held, BEGAN, ENDED)]


@given(remedies, sittings())
def test_applying_it_again_gives_nothing_twice(remedy, held):
    first = relief(remedy, held, BEGAN, ENDED)
    again = relief(remedy, held, BEGAN, ENDED, set(first.due))

    assert again.due == ()
    assert again.given == first.due
    assert not may_apply(remedy, again)


def test_an_attempt_that_goes_on_gets_the_dropped_item_once_it_has_ended():
    met = {DROP.item}
    one = replace(OVER, attempt=1, items=met)
    two = replace(RUNNING, attempt=2, items=met)
    first = relief(DROP, [one, two], BEGAN, ENDED)

    ended = replace(two, ended_at=ENDED + MINUTE)
    again = relief(DROP, [one, ended], BEGAN, ENDED, set(first.due))

    assert (first.due, list(first.out_of_reach)) == ((1,), [2])
    assert (again.due, again.given) == ((2,), (1,))


@pytest.mark.parametrize(
    ("remedy", "held", "given_before", "reason"),
    [
        (TIME_BACK, [RUNNING], (), ""),
        (TIME_BACK, [RUNNING], ("attempt",), "remedy_given_already"),
        (TIME_BACK, [], (), "remedy_reaches_nobody"),
        (TIME_BACK, [replace(RUNNING, ends_at=None)], (), "remedy_reaches_nobody"),
        (Remedy(Remedies.TIME_BACK), [RUNNING], (), "remedy_needs_minutes"),
    ],
)
def test_a_remedy_is_applied_where_it_reaches_somebody_anew(remedy, held, given_before, reason):
    planned = relief(remedy, held, BEGAN, ENDED, given_before)

    assert may_apply(remedy, planned).reason == reason
