"""Hours stand where the calendar on the intern's wall has them, up to half a day from anywhere."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from certification.practice.sheets import sheet_of
from certification.scheme.evaluations import evaluation_for
from certification.scheme.facts import facts_for
from tests.factories.certification import (
    a_claim,
    a_signed_entry,
    a_submitted_entry,
    an_agreement,
    the_scheme,
)
from tests.journeys.clock import site_clock
from training_site.content.civil import civil_date

pytestmark = [pytest.mark.django_db, pytest.mark.lesson(59)]
AHEAD, BEHIND = "Pacific/Kiritimati", "Pacific/Pago_Pago"  # fourteen hours, and minus eleven
LATE_IN_NOVEMBER = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


@pytest.mark.parametrize(
    ("zone", "day", "start", "month"),
    [
        # In UTC it is still October.
        (AHEAD, date(2026, 11, 1), time(0, 30), date(2026, 11, 1)),
        # In UTC it is November already.
        (BEHIND, date(2026, 10, 31), time(22, 0), date(2026, 10, 1)),
        ("Europe/London", date(2026, 10, 31), time(23, 30), date(2026, 10, 1)),  # ends in November
    ],
)
def test_an_hour_stands_in_the_month_of_its_own_calendar(
    client, sign_in, agreement, now, zone, day, start, month
):
    said = {"zone": zone, "date": day, "start": start, "minutes": 60}
    entry = a_submitted_entry(agreement, now=now, **said)

    page = sign_in(client, agreement.intern).get(f"/practice/months/{month:%Y-%m}/").context
    sheet = sheet_of(agreement.mentor, agreement.intern, month, today=now.date())

    assert (page["minutes"], sheet.minutes, sheet.to_sign) == (60, 60, [entry])
    assert entry.month == month


@pytest.mark.parametrize(
    ("zone", "handed_in"),
    [
        (AHEAD, date(2026, 12, 1)),  # 23:00 in UTC: it is tomorrow already
        (BEHIND, date(2026, 11, 30)),  # and here still noon of today
    ],
)
def test_the_day_it_was_handed_in_is_of_the_same_wall(agreement, zone, handed_in):
    a_submitted_entry(agreement, now=LATE_IN_NOVEMBER, zone=zone, date=date(2026, 11, 20))

    [entry] = facts_for(agreement.intern, LATE_IN_NOVEMBER.date())["entries"]

    assert entry["submitted"] == handed_in.isoformat()


def test_today_by_the_intern_s_wall_is_logged_and_counts_from_the_association_s_day(agreement):
    """On Kiritimati it is 1 December; in London the engine waits an hour for that day."""
    today = civil_date(LATE_IN_NOVEMBER, ZoneInfo(AHEAD))
    said = {"zone": AHEAD, "date": today, "start": time(9, 0), "minutes": 60}
    a_signed_entry(agreement, now=LATE_IN_NOVEMBER, **said)

    def of_mentor(now):
        rows = evaluation_for(agreement.intern, now).result["requirements"]
        return next(row["have"] for row in rows if row["id"] == "mentor")

    assert today == date(2026, 12, 1)
    assert of_mentor(LATE_IN_NOVEMBER) == 0
    assert of_mentor(datetime(2026, 12, 1, 0, 0, tzinfo=UTC)) == 60


NIGHTS = [
    ("Europe/London", date(2026, 10, 25), "2026-10", 180),
    ("America/New_York", date(2026, 11, 1), "2026-11", 180),
    ("Australia/Lord_Howe", date(2026, 4, 5), "2026-04", 180),
    ("Australia/Lord_Howe", date(2026, 10, 4), "2026-10", 180),
]


@pytest.mark.parametrize(("zone", "night", "month", "minutes"), NIGHTS)
def test_a_night_on_which_the_clocks_change_has_as_many_minutes_everywhere(
    client, sign_in, agreement, now, zone, night, month, minutes
):
    """Logged, on the page, on the sheet and counted: what was said, whatever the wall showed."""
    entry = a_signed_entry(
        agreement, now=now, zone=zone, date=night, start=time(0, 30), minutes=minutes
    )

    with site_clock(now):
        page = sign_in(client, agreement.intern).get(f"/practice/months/{month}/").context
    answer = evaluation_for(agreement.intern, now).result["entries"][str(entry.public_id)]

    assert (entry.date, entry.minutes, page["minutes"]) == (night, minutes, minutes)
    assert answer["minutes"] == minutes


def test_a_leap_day_is_logged_signed_and_stands_in_its_february(agreement):
    later = datetime(2028, 3, 3, 10, 0, tzinfo=UTC)
    claim = a_claim(date=date(2028, 2, 29), start=time(23, 0), minutes=120)
    entry = a_signed_entry(
        agreement, now=later, date=claim.date, start=claim.start, minutes=claim.minutes
    )

    answer = evaluation_for(agreement.intern, later).result["entries"][str(entry.public_id)]

    assert (entry.state, entry.month, answer["minutes"]) == ("signed", date(2028, 2, 1), 120)
