"""An incident and its remedy: alike for everybody touched, once, and again for who was out of reach."""

from datetime import timedelta

import pytest

from assessments import actions
from assessments.actions.incidents import apply_remedy, reach_of, record_incident
from assessments.actions.regrading import reverse_regrade
from assessments.models import Grant, Incident, Regrade
from tests.factories.assessments import a_learner, answer
from tests.factories.correcting import (
    a_closed_attempt,
    a_running_attempt,
    a_timed_assessment,
    an_instructor,
    question,
    sat,
    three_questions,
)
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def ago(now, number):
    return now - timedelta(minutes=number)


def an_incident(assessment, now, *, remedy="time_back", began=20, ended=10, **more):
    more = {"minutes": 10} | more if remedy == "time_back" else more
    return record_incident(
        assessment,
        title="The network failed",
        began=ago(now, began),
        ended=ago(now, ended),
        remedy=remedy,
        by=an_instructor(),
        now=now,
        **more,
    )


def apply(incident, now):
    return apply_remedy(incident, by=an_instructor(), now=now)


@pytest.mark.lesson(23)
def test_time_goes_back_to_everybody_touched_alike_running_and_ended(now):
    assessment = a_timed_assessment()
    running = a_running_attempt(assessment, began=ago(now, 25))
    ended = a_closed_attempt(assessment, began=ago(now, 45))
    later = a_running_attempt(assessment, began=ago(now, 5))
    before = a_closed_attempt(assessment, began=ago(now, 90))

    incident = apply(an_incident(assessment, now), now)

    for attempt in (running, ended, later, before):
        attempt.refresh_from_db()
    assert running.ends_at == now + timedelta(minutes=15)
    assert ended.is_open
    assert ended.ends_at == now + timedelta(minutes=10)
    assert later.ends_at == now + timedelta(minutes=25)
    assert not before.is_open
    assert set(incident.reliefs.values_list("attempt", flat=True)) == {running.pk, ended.pk}
    event = AuditEvent.objects.get(verb="assessments.incident.remedied")
    assert event.words.values == {"reached": 2, "had_it": 0, "out_of_reach": 0}


def test_applied_again_it_reaches_nobody_twice(now):
    assessment = a_timed_assessment()
    running = a_running_attempt(assessment, began=ago(now, 25))
    incident = apply(an_incident(assessment, now), now)

    with pytest.raises(Refused, match="remedy_given_already"):
        apply(incident, now)

    running.refresh_from_db()
    assert running.added_minutes == 10


def test_who_is_out_of_reach_is_named_with_the_reason(now):
    assessment = a_timed_assessment(attempts=1)
    passed = answer(a_running_attempt(assessment, began=ago(now, 25)), right=3, now=ago(now, 24))
    actions.submit(passed, by=passed.learner, now=ago(now, 5))

    reach = reach_of(an_incident(assessment, now), now=now)

    assert list(reach.attempts) == [passed.pk]
    assert reach.relief.out_of_reach[passed.pk].reason == "remedy_passed_already"


def test_an_extra_attempt_is_given_although_attempts_are_left(now):
    assessment = a_timed_assessment()
    touched = a_running_attempt(assessment, began=ago(now, 25))

    apply(an_incident(assessment, now, remedy="extra_attempt"), now)

    extra = Grant.objects.get(extra_attempts=1)
    assert (extra.learner, extra.assessment) == (touched.learner, assessment)


def test_a_learner_with_two_touched_attempts_gets_one_more(now):
    assessment = a_timed_assessment(cool_off_hours=0)
    learner = a_learner(assessment)
    for began in (40, 20):
        attempt = actions.start(assessment, learner, now=ago(now, began))
        actions.submit(attempt, by=learner, now=ago(now, began - 15))
    incident = an_incident(assessment, now, remedy="extra_attempt", began=30, ended=10)

    apply(incident, now)

    assert incident.reliefs.count() == 2
    extra = Grant.objects.get(extra_attempts=1)
    assert (extra.learner, extra.reason) == (learner, "The network failed")


def test_a_question_is_dropped_for_those_touched_only_and_again_for_who_went_on(now):
    assessment = three_questions(minutes=60)
    untouched = sat(assessment, 1, now=ago(now, 120))
    touched = a_running_attempt(assessment, began=ago(now, 25), right=1)
    actions.submit(touched, by=touched.learner, now=ago(now, 5))
    going_on = a_running_attempt(assessment, began=ago(now, 25))
    version = question(touched, 3)
    incident = an_incident(assessment, now, remedy="drop_item", item_version=version)

    apply(incident, now)
    waits = reach_of(incident, now=now).relief.out_of_reach
    actions.submit(going_on, by=going_on.learner, now=now)
    apply(incident, now + timedelta(minutes=1))

    for attempt in (untouched, touched, going_on):
        attempt.refresh_from_db()
    assert waits[going_on.pk].reason == "remedy_waits_for_the_end"
    assert [attempt.max_marks for attempt in (untouched, touched, going_on)] == [3, 2, 2]
    assert incident.regrades.count() == 2


def test_a_dropped_question_taken_back_can_be_dropped_again(now):
    assessment = three_questions(minutes=60)
    touched = a_running_attempt(assessment, began=ago(now, 25), right=1)
    actions.submit(touched, by=touched.learner, now=ago(now, 5))
    version = question(touched, 3)
    incident = apply(an_incident(assessment, now, remedy="drop_item", item_version=version), now)

    reverse_regrade(Regrade.objects.get(), reason="Too soon.", by=an_instructor(), now=now)
    apply(incident, now)

    touched.refresh_from_db()
    assert touched.max_marks == 2


def test_nobody_touched_means_nothing_given(now):
    incident = an_incident(a_timed_assessment(), now)

    with pytest.raises(Refused, match="remedy_reaches_nobody"):
        apply(incident, now)

    incident.refresh_from_db()
    assert incident.applied_at is None


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"began": 10, "ended": 20}, "incident_ends_before_it_began"),
        ({"ended": -5}, "incident_not_over"),
        ({"minutes": None}, "remedy_needs_minutes"),
        ({"remedy": "drop_item"}, "remedy_needs_item"),
        ({"remedy": "apology"}, "remedy_unknown"),
    ],
)
def test_what_cannot_be_recorded_leaves_no_row(now, changes, refusal):
    with pytest.raises(Refused, match=refusal):
        an_incident(a_timed_assessment(), now, **changes)

    assert not Incident.objects.exists()
