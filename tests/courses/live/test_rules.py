"""The rules of live days, without a database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.live.rules.answers import LIMIT, may_answer, may_report
from courses.live.rules.attendance import by_area, may_correct, may_sign
from courses.live.rules.clocks import instant_of
from courses.live.rules.icalendar import calendar_file, escaped, folded
from courses.live.rules.planning import may_change, may_plan
from training_site.verdict import Refused


@pytest.mark.parametrize(
    ("day", "start", "zone", "instant"),
    [
        (date(2027, 3, 27), time(10), "Europe/London", "2027-03-27T10:00"),  # winter time
        (date(2027, 3, 28), time(10), "Europe/London", "2027-03-28T09:00"),  # the clocks went on
        (date(2027, 10, 31), time(1, 30), "Europe/London", "2027-10-31T00:30"),  # twice: the first
        (date(2027, 2, 1), time(10), "Pacific/Auckland", "2027-01-31T21:00"),  # the day before
        (date(2027, 2, 1), time(20), "America/Los_Angeles", "2027-02-02T04:00"),  # the day after
    ],
)
def test_a_date_and_a_wall_clock_name_one_instant(day, start, zone, instant):
    assert instant_of(day, start, zone) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_a_time_that_the_clocks_skip_is_refused():
    with pytest.raises(Refused, match="no_such_time_that_day"):
        instant_of(date(2027, 3, 28), time(1, 30), "Europe/London")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"areas": {}}, "live_day_without_area"),
        ({"areas": {"ethics_law": 60}}, ""),  # it fills the day to the minute
        ({"areas": {"ethics_law": 61}}, "areas_longer_than_day"),
        ({"areas": {"ethics_law": 31, "trauma_safety": 30}}, "areas_longer_than_day"),
        ({"note": "A case is told."}, "live_day_needs_alternative"),
        ({"note": "A case is told.", "alternative": "Read."}, ""),
        ({"category": "experiential_lab"}, "live_day_needs_alternative"),
        ({"category": "attitude_reassessment"}, "live_day_needs_alternative"),
        ({"category": "experiential_lab", "alternative": "Read."}, ""),
    ],
)
def test_a_day_says_what_it_teaches_and_what_else_one_can_do(changes, reason):
    asked = {
        "category": "didactic_sync",
        "minutes": 60,
        "areas": {"ethics_law": 30},
        "note": "",
        "alternative": "",
    }

    assert may_plan(**asked | changes).reason == reason


@pytest.mark.parametrize(
    ("cancelled", "signed", "reason"),
    [
        (False, False, ""),
        (True, False, "live_day_cancelled"),
        (False, True, "live_day_attended"),
        (True, True, "live_day_cancelled"),
    ],
)
def test_a_day_is_changed_until_somebody_signed(cancelled, signed, reason):
    assert may_change(cancelled=cancelled, signed=signed).reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"cancelled": True}, "live_day_cancelled"),
        ({"begun": True}, "live_day_begun"),
        ({"seats": 2, "taken": 1}, ""),
        ({"seats": 2, "taken": 2}, "live_day_full"),
        ({"seats": 2, "taken": 2, "coming": False}, ""),  # staying away needs no seat
        ({"begun": True, "coming": False}, "live_day_begun"),
    ],
)
def test_an_answer_is_open_until_the_day_begins(changes, reason):
    asked = {"coming": True, "cancelled": False, "begun": False, "seats": None, "taken": 0}

    assert may_answer(**asked | changes).reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"cancelled": True}, "live_day_cancelled"),
        ({"offered": False}, "no_alternative_offered"),
        ({"signed": True}, "minutes_signed_already"),
        ({"text": " \n"}, "account_is_empty"),
        ({"text": "x" * LIMIT}, ""),
        ({"text": "x" * (LIMIT + 1)}, "account_too_long"),
    ],
)
def test_the_alternative_is_handed_in_once_it_is_offered(changes, reason):
    asked = {"text": "I read both.", "cancelled": False, "offered": True, "signed": False}

    assert may_report(**asked | changes).reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"minutes": {2: 180, 3: 0}}, ""),
        ({"minutes": {}}, "nobody_on_the_sheet"),
        ({"minutes": {1: 10, 2: 10}}, "own_attendance"),
        ({"minutes": {2: 181}}, "more_than_the_day"),
        ({"signed": {3}}, ""),
        ({"signed": {2}}, "attendance_signed_meanwhile"),
        ({"begun": False}, "live_day_not_begun"),
        ({"cancelled": True}, "live_day_cancelled"),
    ],
)
def test_minutes_are_signed_by_somebody_else_once_the_day_has_begun(changes, reason):
    asked = {"signer": 1, "minutes": {2: 60}, "most": 180, "begun": True, "cancelled": False}

    assert may_sign(**asked | changes).reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"signer": 2}, "own_attendance"),
        ({"corrected": True}, "corrected_already"),
        ({"minutes": 181}, "more_than_the_day"),
        ({"minutes": 60}, "nothing_to_correct"),
        ({"minutes": 0}, ""),
    ],
)
def test_a_correction_says_something_else_and_is_the_only_one(changes, reason):
    asked = {"signer": 1, "learner": 2, "minutes": 90, "before": 60, "most": 180}

    assert may_correct(**{"corrected": False} | asked | changes).reason == reason


@pytest.mark.parametrize(
    ("minutes", "areas", "shares"),
    [
        (180, {"a": 120, "b": 60}, {"a": 120, "b": 60}),  # the whole day
        (90, {"a": 120, "b": 60}, {"a": 60, "b": 30}),
        (100, {"a": 120, "b": 60}, {"a": 67, "b": 33}),  # 66.7 and 33.3
        (1, {"a": 60, "b": 60}, {"a": 1}),  # the earlier of two equals
        (2, {"a": 60, "b": 60, "c": 60}, {"a": 1, "b": 1}),
        (0, {"a": 60}, {}),
    ],
)
def test_minutes_fall_on_areas_in_proportion(minutes, areas, shares):
    assert by_area(minutes, areas) == shares


@given(
    st.integers(0, 1440),
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 600), min_size=1),
)
def test_no_minute_is_lost_or_made_between_areas(minutes, areas):
    minutes = min(minutes, sum(areas.values()))

    shares = by_area(minutes, areas)

    assert sum(shares.values()) == minutes
    assert all(0 < shares[area] <= areas[area] for area in shares)


def a_file(**changes) -> str:
    given = {
        "uid": "1@example.org",
        "sequence": 2,
        "begins": datetime(2027, 3, 28, 9, 0, tzinfo=UTC),
        "ends": datetime(2027, 3, 28, 13, 0, tzinfo=UTC),
        "stamped": datetime(2026, 11, 2, 9, 0, tzinfo=UTC),
        "title": "Study day",
        "url": "https://example.org/learn/live-days/1/",
        "cancelled": False,
    }
    return calendar_file(**given | changes)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_calendar_file_has_what_calendars_ask_for():
    lines = unfolded(a_file())

    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    for line in (
        "UID:1@example.org",
        "SEQUENCE:2",
        "DTSTART:20270328T090000Z",
        "DTEND:20270328T130000Z",
        "SUMMARY:Study day",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
    ):
        assert line in lines
    assert "STATUS:CANCELLED" in unfolded(a_file(cancelled=True))


def test_what_calendars_read_as_signs_is_escaped():
    assert escaped("a,b;c\\d\r\ne\rf") == "a\\,b\\;c\\\\d\\ne\\nf"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=400))
def test_lines_are_folded_at_75_octets_and_unfold_to_what_they_were(text):
    line = f"SUMMARY:{text}"
    pieces = folded(line).split("\r\n")

    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert folded(line).replace("\r\n ", "") == line


def test_a_whole_file_keeps_to_its_lines():
    text = a_file(title="Ä" * 100, url="https://example.org/" + "x" * 200)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "SUMMARY:" + "Ä" * 100 in unfolded(text)


def test_the_end_follows_the_clock_on_its_wall():
    begins = instant_of(date(2027, 3, 27), time(23, 30), "Europe/London")

    assert begins + timedelta(minutes=120) == instant_of(
        date(2027, 3, 28), time(2, 30), "Europe/London"
    )
