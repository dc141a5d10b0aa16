"""Who led a live day, or took attendance of it, does not review those they taught."""

from datetime import timedelta

import pytest

from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application
from certification.decisions.rules.conflicts import Kind
from courses.live.actions.attendance import correct
from tests.factories.accounts import a_trainee
from tests.factories.courses import a_programme
from tests.factories.live_days import DAY, a_live_day, an_instructor, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def applicant():
    return a_trainee()


def kinds(applicant, person, day) -> set[Kind]:
    case = Application(pk=1, applicant=applicant)
    return {contact.kind for contact in conflicts_for(case, person, day).excluding}


def test_leading_and_taking_attendance_each_exclude(applicant, now):
    leads, signs, other = (an_instructor() for _one in range(3))
    live_day = a_live_day(a_programme(), instructor=leads)
    signed(live_day, applicant, 180, by=signs, now=now)

    assert kinds(applicant, leads, now.date()) == {Kind.LED}
    assert kinds(applicant, signs, now.date()) == {Kind.ATTENDANCE}
    assert kinds(applicant, other, now.date()) == set()


def test_a_day_nobody_signed_for_is_no_contact(applicant, now):
    leads = an_instructor()
    live_day = a_live_day(a_programme(), instructor=leads)
    assert kinds(applicant, leads, now.date()) == set()

    signed(live_day, applicant, 0, by=an_instructor(), now=now)

    assert kinds(applicant, leads, now.date()) == set()


def test_whoever_signed_what_was_corrected_since_did_so_all_the_same(applicant, now):
    first, second = an_instructor(), an_instructor()
    live_day = a_live_day(a_programme())
    entry = signed(live_day, applicant, 180, by=first, now=now)

    correct(entry, minutes=90, reason="Left early.", by=second, now=now)

    for person in (first, second):
        assert kinds(applicant, person, now.date()) == {Kind.ATTENDANCE}


def test_two_years_later_it_no_longer_counts(applicant, now):
    leads = an_instructor()
    signed(a_live_day(a_programme(), instructor=leads), applicant, 9, by=leads, now=now)

    assert kinds(applicant, leads, DAY + timedelta(days=700)) == {Kind.LED, Kind.ATTENDANCE}
    assert kinds(applicant, leads, now.date() + timedelta(days=732)) == set()
