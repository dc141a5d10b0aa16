"""Ending open attempts in bulk: found by a filter, looked at, then exactly those, and a record."""

from datetime import timedelta

import pytest

from assessments import actions
from assessments.actions.closing import Filter, close_many, to_close
from tests.factories.assessments import an_assessment
from tests.factories.correcting import a_running_attempt, a_timed_assessment, an_instructor
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def close_all(assessment, chosen, found, now, reason="The sitting is over."):
    return close_many(
        assessment,
        chosen,
        confirmed=[attempt.public_id for attempt in found],
        reason=reason,
        by=an_instructor(),
        now=now,
    )


@pytest.mark.lesson(25)
def test_only_what_the_filter_finds_is_ended_and_marked(now):
    assessment = an_assessment()
    old = a_running_attempt(assessment, began=now - timedelta(hours=9), right=2)
    young = a_running_attempt(assessment, began=now - timedelta(hours=1))
    elsewhere = a_running_attempt(an_assessment(), began=now - timedelta(hours=9))
    chosen = Filter(hours=8)

    found = to_close(assessment, chosen, now=now)
    close_all(assessment, chosen, found, now)

    for attempt in (old, young, elsewhere):
        attempt.refresh_from_db()
    assert found == [old]
    assert (old.state, old.submitted_at, old.marks, old.passed) == ("closed", now, 2, True)
    assert young.is_open
    assert elsewhere.is_open
    event = AuditEvent.objects.get(verb="assessments.attempts.ended_by_staff")
    assert event.words.values["attempts"] == [str(old.public_id)]
    assert event.words.text == "The sitting is over."


def test_one_whose_time_is_up_ended_then(now):
    assessment = a_timed_assessment()
    attempt = a_running_attempt(assessment, began=now - timedelta(hours=1))

    close_all(assessment, Filter(), to_close(assessment, Filter(), now=now), now)

    attempt.refresh_from_db()
    assert attempt.submitted_at == now - timedelta(minutes=30)


def test_a_list_that_is_no_longer_true_ends_nothing(now):
    assessment = an_assessment()
    attempts = [a_running_attempt(assessment, began=now - timedelta(hours=9)) for _ in range(2)]
    chosen = Filter(hours=8)
    found = to_close(assessment, chosen, now=now)
    actions.submit(attempts[0], by=attempts[0].learner, now=now)

    with pytest.raises(Refused, match="closing_out_of_date"):
        close_all(assessment, chosen, found, now)

    attempts[1].refresh_from_db()
    assert attempts[1].is_open


def test_it_needs_a_reason_and_somebody_to_end(now):
    assessment = an_assessment()
    with pytest.raises(Refused, match="closing_finds_none"):
        close_all(assessment, Filter(), [], now)
    attempt = a_running_attempt(assessment, began=now - timedelta(hours=9))
    with pytest.raises(Refused, match="closing_needs_reason"):
        close_all(assessment, Filter(hours=8), [attempt], now, reason="")
