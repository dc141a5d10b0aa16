"""Schedules and extensions: the rows, the record, the message."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection

from courses.actions.enrolment import end_enrolment
from courses.cohorts.actions.extensions import extend
from courses.cohorts.actions.schedules import set_schedule
from courses.cohorts.calendar import last_day_for
from courses.models import Extension, ModuleOpening, Pacing
from tests.factories.accounts import a_registrar
from tests.factories.cohorts import (
    a_cohort_of,
    a_course_of_two_modules,
    an_enrolment_in,
    modules_in,
)
from training_site.audit.models import AuditEvent, AuditText
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
REASON = "Two weeks in hospital"
LAST = date(2026, 11, 30)


@pytest.fixture
def course():
    return a_course_of_two_modules()


def test_a_schedule_replaces_the_one_before(course, now):
    cohort, registrar = a_cohort_of(course), a_registrar()
    first, second = modules_in(course)

    set_schedule(
        cohort, pacing=Pacing.SELF_PACED, days={first: 3, second: 4}, by=registrar, now=now
    )

    rows = ModuleOpening.objects.filter(cohort=cohort).values_list("module", "days")
    assert dict(rows) == {first.pk: 3, second.pk: 4}
    cohort.refresh_from_db()
    assert cohort.pacing == Pacing.SELF_PACED
    event = AuditEvent.objects.get(verb="courses.cohort.scheduled", at=now)
    assert (event.actor_id, event.target_id) == (registrar.public_id, cohort.public_id)


def test_one_learner_is_given_longer_and_nobody_else(course, now, run_jobs):
    cohort, registrar = a_cohort_of(course, ends_on=LAST), a_registrar()
    hers, his = an_enrolment_in(cohort), an_enrolment_in(cohort)
    longer = LAST + timedelta(days=14)

    extension = extend(hers, last_day=longer, reason=REASON, by=registrar, now=now)
    run_jobs()

    for enrolment in (hers, his):
        enrolment.refresh_from_db()
    assert (last_day_for(hers), last_day_for(his)) == (longer, LAST)
    event = AuditEvent.objects.get(verb="courses.enrolment.extended")
    assert (event.actor_id, event.subject_id) == (registrar.public_id, hers.learner.public_id)
    assert event.target_id == extension.public_id
    [sent] = [one for one in mail.outbox if one.to == [hers.learner.email]]
    assert "day" not in sent.subject
    assert REASON not in sent.body


def test_the_reason_is_encrypted_and_stands_nowhere_else(course, now):
    enrolment = an_enrolment_in(a_cohort_of(course, ends_on=LAST))
    extend(
        enrolment,
        last_day=LAST + timedelta(days=1),
        reason=REASON,
        by=a_registrar(),
        now=now,
    )

    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM courses_extension")
        [(stored,)] = cursor.fetchall()
    assert REASON not in stored
    assert Extension.objects.get().reason == REASON
    assert not [one for one in AuditText.objects.all() if REASON in f"{one.values}{one.text}"]


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [(LAST, "not_an_extension"), (date(2026, 11, 22), "last_day_in_the_past")],
)
def test_a_refusal_leaves_nothing_behind(course, now, wanted, reason):
    enrolment = an_enrolment_in(a_cohort_of(course, ends_on=LAST))

    with pytest.raises(Refused, match=reason):
        extend(enrolment, last_day=wanted, reason=REASON, by=a_registrar(), now=now)

    assert not Extension.objects.exists()
    assert not AuditEvent.objects.filter(verb="courses.enrolment.extended").exists()


def test_an_ended_enrolment_is_not_extended(course, now):
    enrolment = an_enrolment_in(a_cohort_of(course, ends_on=LAST))
    end_enrolment(enrolment, by=None, now=now)

    with pytest.raises(Refused, match="enrolment_ended"):
        extend(enrolment, last_day=date(2027, 1, 1), reason=REASON, by=a_registrar(), now=now)
