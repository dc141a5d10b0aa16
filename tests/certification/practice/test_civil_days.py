"""Deadlines and conflicts go by the calendar on the wall, and hours moved later count anew."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from certification.decisions.contacts import contacts_of
from certification.decisions.models import Application
from certification.decisions.rules.conflicts import Kind
from certification.practice import actions
from certification.practice.models import HoursEntry
from certification.practice.remarking import remarks_on
from tests.factories.certification import (
    a_claim,
    a_signed_entry,
    a_submitted_entry,
    an_agreement,
)
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def agreement():
    return an_agreement()


@pytest.mark.parametrize(
    ("submitted", "remarks"),
    [
        (datetime(2026, 7, 14, 22, 59, tzinfo=UTC), []),  # 23:59 of the fourteenth day in London
        (datetime(2026, 7, 14, 23, 30, tzinfo=UTC), [("submitted_days_later", 15)]),
    ],
)
def test_a_late_line_is_late_by_the_calendar_where_it_took_place(submitted, remarks):
    entry = HoursEntry(date=date(2026, 6, 30), zone="Europe/London", submitted_at=submitted)

    assert remarks_on(entry) == remarks


def test_a_signature_late_in_the_evening_is_of_the_association_s_day(agreement, now):
    midnight = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    a_signed_entry(agreement, now=midnight, date=date(2026, 7, 1))

    signed = [
        one.last
        for one in contacts_of(Application(pk=1, applicant=agreement.intern))
        if one.kind == Kind.SIGNED
    ]

    assert signed == [date(2026, 7, 2)]


def test_hours_moved_to_after_they_were_handed_in_count_from_the_change(agreement, now):
    entry = a_submitted_entry(agreement, now=now, date=now.date() - DAY)
    later = now + 20 * DAY
    moved = a_claim(date=later.date() - DAY)

    changed = actions.change_entry(
        entry, moved, seen_version=entry.version, by=agreement.intern, now=later
    )

    assert changed.submitted_at == later


def test_hours_corrected_in_place_keep_the_day_they_were_handed_in(agreement, now):
    entry = a_submitted_entry(agreement, now=now, date=now.date() - DAY)
    changed = actions.change_entry(
        entry,
        a_claim(date=now.date() - DAY, start=time(8, 0)),
        seen_version=entry.version,
        by=agreement.intern,
        now=now + 20 * DAY,
    )

    assert changed.submitted_at == now


def test_no_case_is_opened_under_an_agreement_that_is_over(agreement, now):
    actions.end_agreement(agreement, ended_on=date(2026, 10, 31), by=agreement.approved_by, now=now)
    agreement.refresh_from_db()

    with pytest.raises(Refused, match="agreement_over"):
        actions.open_case(
            agreement.intern,
            agreement=agreement,
            opened_on=date(2026, 11, 1),
            by=agreement.intern,
            now=now,
        )
