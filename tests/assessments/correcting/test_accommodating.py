"""More time for a person: once, for every assessment, private."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection

from assessments import actions
from assessments.actions.accommodating import end_accommodation, give_accommodation
from assessments.models import Accommodation
from tests.factories.accounts import an_administrator
from tests.factories.assessments import LONG_AGO, a_learner
from tests.factories.correcting import a_running_attempt, a_timed_assessment
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent, AuditText
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]

WHY = "A reading difficulty, as the letter says."


def half_more(learner, now, **changes):
    given = {"factor": Decimal("1.5"), "reason": WHY, "by": an_administrator(), "now": now}
    return give_accommodation(learner, **given | changes)


@pytest.mark.lesson(18)
def test_it_holds_for_every_assessment_those_to_come_included_and_moves_the_close(now):
    first = a_timed_assessment()
    learner = a_learner(first)
    half_more(learner, now)
    second = a_timed_assessment(minutes=60)
    closes = now + timedelta(minutes=60)
    actions.grant(second, learner, opens=LONG_AGO, closes=closes, by=None, now=now)

    one, two = (actions.start(sat, learner, now=now) for sat in (first, second))

    assert one.ends_at == now + timedelta(minutes=45)
    assert two.ends_at == now + timedelta(minutes=90)  # half an hour beyond the close of the others


@pytest.mark.lesson(18)
def test_an_attempt_that_goes_on_ends_later_at_once(now):
    attempt = a_running_attempt(began=now)

    half_more(attempt.learner, now + timedelta(minutes=29))

    attempt.refresh_from_db()
    assert attempt.ends_at == now + timedelta(minutes=45)


def test_the_reason_is_readable_nowhere_but_in_its_row(now):
    given = half_more(a_learner(a_timed_assessment()), now)

    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM assessments_accommodation")
        [(stored,)] = cursor.fetchall()
    assert WHY not in stored
    assert Accommodation.objects.get(pk=given.pk).reason == WHY
    assert not AuditText.objects.filter(text__contains="difficulty").exists()
    notice = Notice.objects.get(person=given.learner)
    assert "accommodation" not in f"{notice.kind.subject} {notice.kind.body}".lower()


def test_another_one_takes_the_place_of_the_one_before(now):
    learner = a_learner(a_timed_assessment())
    first = half_more(learner, now)

    second = half_more(learner, now, factor=None, minutes=20)

    first.refresh_from_db()
    assert first.ended_at == now
    assert Accommodation.objects.standing().get() == second


def test_it_ends_and_does_not_end_twice(now):
    given = half_more(a_learner(a_timed_assessment()), now)
    staff = an_administrator()

    end_accommodation(given, by=staff, now=now)

    with pytest.raises(Refused, match="accommodation_not_standing"):
        end_accommodation(given, by=staff, now=now)
    assert not Accommodation.objects.standing().exists()
    assert AuditEvent.objects.filter(verb="assessments.accommodation.ended").count() == 1


def test_no_open_attempt_ends_earlier_than_its_learner_was_told(now):
    assessment = a_timed_assessment()
    learner = a_learner(assessment)
    given = half_more(learner, now)
    attempt = actions.start(assessment, learner, now=now)

    with pytest.raises(Refused, match="accommodation_in_use"):
        end_accommodation(given, by=an_administrator(), now=now)
    with pytest.raises(Refused, match="accommodation_in_use"):
        half_more(learner, now, factor=Decimal("1.1"))

    attempt.refresh_from_db()
    assert attempt.ends_at == now + timedelta(minutes=45)
    assert Accommodation.objects.standing().get() == given


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"factor": None}, "accommodation_is_one_of_both"),
        ({"minutes": 10}, "accommodation_is_one_of_both"),
        ({"factor": Decimal("1")}, "accommodation_factor_out_of_bounds"),
        ({"factor": Decimal("4.5")}, "accommodation_factor_out_of_bounds"),
        ({"factor": None, "minutes": 0}, "accommodation_minutes_out_of_bounds"),
        ({"reason": " "}, "accommodation_needs_reason"),
    ],
)
def test_what_cannot_be_given_changes_nothing(now, changes, refusal):
    learner = a_learner(a_timed_assessment())

    with pytest.raises(Refused, match=refusal):
        half_more(learner, now, **changes)

    assert not Accommodation.objects.exists()


def test_nobody_gives_it_to_themselves(now):
    learner = a_learner(a_timed_assessment())

    with pytest.raises(Refused, match="accommodation_not_for_oneself"):
        half_more(learner, now, by=learner)
