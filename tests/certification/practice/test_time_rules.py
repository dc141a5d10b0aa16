from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from certification.practice.rules.minutes import read_minutes
from certification.practice.rules.notes import identifiers_in
from certification.practice.rules.times import Span, fits
from training_site.verdict import Refused

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90),
        (" 90 ", 90),
        ("90 min", 90),
        ("90m", 90),
        ("1:30", 90),
        ("01:30", 90),
        ("1 h 30 min", 90),
        ("1h30", 90),
        ("1 H", 60),
        ("2 hours", 120),
        ("1", 1),  # the shortest
        ("1440", 1440),  # the longest
        ("24:00", 1440),
        ("\u200f90", 90),  # a mark that can't be seen
    ],
)
def test_durations_are_read_as_people_type_them(typed, minutes):
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("-1", "minutes_out_of_day"),
        ("−1", "minutes_out_of_day"),  # a typographic minus
        ("0", "minutes_out_of_day"),
        ("1441", "minutes_out_of_day"),
        ("24:01", "minutes_out_of_day"),
        ("99999999999", "minutes_not_understood"),
        ("NaN", "minutes_not_understood"),
        ("inf", "minutes_not_understood"),
        ("5_0", "minutes_not_understood"),
        ("٣", "minutes_not_understood"),
        ("９０", "minutes_not_understood"),
        ("1.5", "minutes_not_understood"),
        ("1,5", "minutes_not_understood"),
        ("1:60", "minutes_not_understood"),
        ("9e1", "minutes_not_understood"),
        ("0x5a", "minutes_not_understood"),
        ("", "minutes_not_understood"),
    ],
)
def test_what_is_no_duration_is_refused_by_name(typed, reason):
    with pytest.raises(Refused) as refused:
        read_minutes(typed)

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("We practised saying no.", ()),
        ("Session 3 of 12, about 45 minutes", ()),
        ("write to a.b@example.org", ("mail",)),
        ("call 020 7946 0958", ("phone",)),
        ("call +44 20 7946 0958", ("phone",)),
        ("born 1984", ("date",)),
        ("on 3 May she said", ("date",)),
        ("03/05/1984", ("date",)),
        ("we may try again", ()),  # a month's name that is none
    ],
)
def test_notes_are_looked_over_for_identifiers(note, kinds):
    assert identifiers_in(note) == kinds


def span(day=date(2026, 11, 2), start=time(10, 0), zone="Europe/London", minutes=60) -> Span:
    return Span(day, start, zone, minutes)


@pytest.mark.lesson(59)
@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (span(), span(), True),
        (span(), span(start=time(11, 0)), False),  # touching
        (span(), span(start=time(10, 59)), True),
        (span(), span(start=time(9, 0), minutes=61), True),
        (span(), span(start=time(11, 0), zone="Europe/Berlin"), True),  # the same instant
        (span(), span(start=time(10, 0), zone="Europe/Berlin"), False),  # an hour earlier
        # Over midnight, into the next civil day.
        (
            span(start=time(23, 0), minutes=120),
            span(day=date(2026, 11, 3), start=time(0, 30)),
            True,
        ),
        # Kiritimati is a day ahead of Honolulu on the wall; the instants decide.
        (
            span(day=date(2026, 11, 3), start=time(10, 0), zone="Pacific/Kiritimati"),
            span(day=date(2026, 11, 2), start=time(10, 0), zone="Pacific/Honolulu"),
            True,
        ),
        # London's clocks go back on 25 October 2026: 00:30 for two hours ends at 01:30 by the wall.
        (
            span(day=date(2026, 10, 25), start=time(0, 30), minutes=120),
            span(day=date(2026, 10, 25), start=time(2, 0)),
            False,
        ),
    ],
)
def test_overlap_is_a_matter_of_instants(one, other, overlap):
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@pytest.mark.lesson(59)
@pytest.mark.parametrize(
    ("zone", "day", "start", "exists"),
    [
        ("Europe/London", date(2026, 3, 29), time(0, 59), True),
        ("Europe/London", date(2026, 3, 29), time(1, 0), False),  # the clocks go forward
        ("Europe/London", date(2026, 3, 29), time(2, 0), True),
        ("America/New_York", date(2026, 3, 8), time(2, 30), False),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), False),  # by half an hour
        ("Europe/London", date(2026, 10, 25), time(1, 30), True),  # there twice: the first counts
    ],
)
def test_a_time_that_the_clocks_skipped_is_none(zone, day, start, exists):
    assert span(day=day, start=start, zone=zone).exists is exists


@pytest.mark.lesson(59)
@pytest.mark.parametrize(
    ("zone", "day", "start", "minutes", "ends"),
    [
        # The night the clocks go forward: three hours of sleep end four hours on by the wall.
        ("Europe/London", date(2026, 3, 29), time(0, 30), 180, time(4, 30)),
        ("America/New_York", date(2026, 3, 8), time(0, 30), 180, time(4, 30)),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(0, 30), 180, time(4, 0)),
        # The night they go back: the wall gives an hour (or half of one) twice.
        ("Europe/London", date(2026, 10, 25), time(0, 30), 180, time(2, 30)),
        ("America/New_York", date(2026, 11, 1), time(0, 30), 180, time(2, 30)),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(0, 30), 180, time(3, 0)),
    ],
)
def test_minutes_are_minutes_on_both_nights_in_three_zones(zone, day, start, minutes, ends):
    """The civil date and the minutes stay as they were said; only the wall says another end."""
    slept = span(day=day, start=start, zone=zone, minutes=minutes)
    there = slept.ends.astimezone(ZoneInfo(zone))

    assert (there.date(), there.time()) == (day, ends)
    assert (slept.ends - slept.begins).total_seconds() == minutes * 60


@pytest.mark.parametrize(
    ("claim", "others", "reason"),
    [
        (span(), [], ""),
        (span(day=date(2026, 11, 23), start=time(9, 0), minutes=60), [], ""),  # ends just now
        (span(day=date(2026, 11, 23), start=time(9, 0), minutes=61), [], "entry_not_over_yet"),
        (span(day=date(2026, 11, 24)), [], "entry_in_future"),
        (span(), [span(start=time(10, 30))], "entry_overlaps"),
        (span(minutes=60), [span(start=time(11, 0), minutes=1380)], ""),  # a full day
        (span(minutes=61), [span(start=time(11, 1), minutes=1380)], "day_too_full"),
        (span(day=date(2026, 3, 29), start=time(1, 30)), [], "time_skipped"),
    ],
)
def test_an_hour_fits_beside_the_others_or_says_why_not(claim, others, reason):
    assert fits(claim, others, now=NOW).reason == reason
