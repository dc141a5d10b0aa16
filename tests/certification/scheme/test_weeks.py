"""The intern's week, and one number for the same hours on every screen."""

import re
from datetime import date, time

import pytest
from bs4 import BeautifulSoup

from certification.practice.models import HoursEntry
from certification.practice.weeks import WeekConverter
from certification.scheme.actions import pin
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    SPRING,
    a_case,
    a_signed_month,
    a_submitted_entry,
    an_agreement,
    an_entry,
    the_scheme,
)

pytestmark = pytest.mark.django_db
WRITTEN = re.compile(r"(?:([0-9]+) h)? ?(?:([0-9]+) min)?")


@pytest.fixture
def agreement():
    the_scheme()
    return an_agreement()


@pytest.fixture
def intern_client(client, agreement, sign_in):
    return sign_in(client, agreement.intern)


@pytest.mark.parametrize(
    ("written", "monday"),
    [
        ("2026-W45", date(2026, 11, 2)),
        ("2026-W01", date(2025, 12, 29)),  # a week belongs to the year of its Thursday
        ("2026-W53", date(2026, 12, 28)),
    ],
)
def test_a_week_in_an_address_is_its_monday(written, monday):
    assert WeekConverter().to_python(written) == monday
    assert WeekConverter().to_url(monday) == written


@pytest.mark.parametrize("written", ["2026-W00", "2025-W53", "2026-W54", "2000-W10", "2099-W10"])
def test_a_week_that_is_not_there_is_not_found(intern_client, written):
    assert intern_client.get(f"/practice/weeks/{written}/").status_code == 404


def test_a_week_lists_each_day_with_its_total(intern_client, agreement, now):
    an_entry(agreement, now=now, date=date(2026, 11, 2))
    an_entry(agreement, now=now, date=date(2026, 11, 2), start=time(12, 0), minutes=30)
    an_entry(agreement, now=now, date=date(2026, 11, 8), minutes=60)
    an_entry(agreement, now=now, date=date(2026, 11, 9), minutes=45)

    response = intern_client.get("/practice/weeks/2026-W45/")

    days = response.context["days"]
    assert [day.minutes for day in days] == [120, 0, 0, 0, 0, 0, 60]
    assert response.context["minutes"] == 180
    assert response.context["earlier"] == date(2026, 10, 26)


def test_an_hour_stands_on_its_own_civil_date_whatever_the_zone(intern_client, agreement, now):
    # Kiritimati is fourteen hours ahead: there it is Monday already.
    ahead = {"zone": "Pacific/Kiritimati", "date": date(2026, 11, 9), "start": time(1, 0)}
    an_entry(agreement, now=now, **ahead)

    week = intern_client.get("/practice/weeks/2026-W46/")

    assert week.context["days"][0].minutes == 90


def test_the_seven_days_that_end_with_a_day_stand_beside_their_limit(intern_client, agreement, now):
    case = a_case(agreement)
    pin(agreement.intern, the_scheme(), by=a_registrar(), now=SPRING)
    for day in (1, 4, 7):
        session = {"category": "direct_session", "case": case, "minutes": 320}
        an_entry(agreement, now=now, date=date(2026, 11, day), **session)

    response = intern_client.get("/practice/weeks/2026-W45/")

    page = " ".join(response.content.decode().split())
    assert "10 h 40 min of 15 h in 7 days" in page
    assert "16 h of 15 h in 7 days" in page  # on Saturday, the seventh
    saturday = response.context["days"][5]
    assert [(used, over) for _stretch, used, over in saturday.stretches] == [(960, True)]


def minutes_in(text: str) -> int:
    found = [hit for hit in WRITTEN.finditer(text) if hit[1] or hit[2]]
    return sum(int(hit[1] or 0) * 60 + int(hit[2] or 0) for hit in found)


@pytest.mark.lesson(60)
def test_a_total_is_the_sum_of_the_listed_lines_and_the_same_on_every_screen(
    intern_client, agreement, now, sign_in, client
):
    """Signed, waiting and drafts: home, month, weeks and sheet say one number of the same hours."""
    for day, minutes in ((2, 95), (3, 50), (10, 65)):
        a_submitted_entry(agreement, now=now, date=date(2026, 11, day), minutes=minutes)
    a_signed_month(agreement.mentor, agreement.intern, date(2026, 11, 1), now=now)
    a_submitted_entry(agreement, now=now, date=date(2026, 11, 12), minutes=35)
    an_entry(agreement, now=now, date=date(2026, 11, 13), minutes=20)
    listed = sum(HoursEntry.objects.values_list("minutes", flat=True))

    month = intern_client.get("/practice/months/2026-11/")
    home = intern_client.get("/practice/")
    weeks = [intern_client.get(f"/practice/weeks/2026-W{number}/") for number in (45, 46)]
    sheet = sign_in(client, agreement.mentor).get(
        f"/supervision/{agreement.intern.public_id}/2026-11/"
    )

    soup = BeautifulSoup(month.content, "html.parser")
    lines = soup.select(".ledger tbody td.numeric")
    assert sum(minutes_in(line.get_text()) for line in lines) == listed == 265
    assert month.context["minutes"] == listed
    assert sum(week.context["minutes"] for week in weeks) == listed
    [total] = home.context["totals"]
    assert (total.signed, total.waiting) == (210, 35)
    assert [(one.signed, one.waiting) for one in month.context["totals"]] == [(210, 35)]
    assert month.context["draft_minutes"] == listed - total.signed - total.waiting
    assert sheet.context["sheet"].minutes == total.waiting


def test_a_cap_that_comes_near_is_said_in_words(intern_client, agreement, now):
    case = a_case(agreement)
    pin(agreement.intern, the_scheme(), by=a_registrar(), now=SPRING)
    remote = {"category": "direct_session", "case": case, "modality": "video", "minutes": 360}
    a_submitted_entry(agreement, now=now, date=date(2026, 11, 2), **remote)

    page = intern_client.get("/practice/months/2026-11/").content.decode()

    assert "3 h of 9 h direct sessions remote left" in page


def test_a_week_asks_a_few_things(intern_client, agreement, now, count_queries):
    for day in range(2, 9):
        an_entry(agreement, now=now, date=date(2026, 11, day))

    with count_queries(at_most=9):
        intern_client.get("/practice/weeks/2026-W45/")
