"""Submitting once, closing at the end, exact marks, and who is told what."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessments import actions
from assessments.models import Attempt
from assessments.rules.answers import fingerprint
from assessments.signals import attempt_marked
from tests.factories.accounts import a_trainee
from tests.factories.assessments import (
    a_learner,
    a_learner_who_used_all_attempts,
    an_assessment,
    an_attempt,
    an_ended_attempt,
    answer,
)
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def heard():
    """The news sent upward while a test runs."""
    news = []

    def hear(sender, attempt, now, **kwargs):
        news.append((attempt.pk, attempt.passed))

    attempt_marked.connect(hear)
    yield news
    attempt_marked.disconnect(hear)


def events(verb):
    return AuditEvent.objects.filter(verb=f"assessments.attempt.{verb}")


@pytest.mark.both_stacks
@pytest.mark.parametrize(("right", "passed"), [(0, False), (1, False), (2, True), (3, True)])
def test_marks_are_the_right_answers_and_the_pass_mark_passes(now, right, passed):
    attempt = answer(an_attempt(now=now), right=right, now=now)

    attempt = actions.submit(attempt, by=attempt.learner, now=now + MINUTE)

    assert (attempt.marks, attempt.max_marks, attempt.passed) == (right, 3, passed)
    assert sum(item.marks for item in attempt.items.all()) == right


@pytest.mark.lesson(14)
@pytest.mark.both_stacks
def test_submitting_is_recorded_and_news_goes_up_once(now, heard):
    attempt = answer(an_attempt(now=now), right=3, now=now)

    actions.submit(attempt, by=attempt.learner, now=now)
    again = actions.submit(attempt, by=attempt.learner, now=now + MINUTE)

    assert again.submitted_at == now
    assert heard == [(attempt.pk, True)]
    assert events("submitted").get().words.values == {
        "marks": "3.00000",
        "max": "3.00000",
        "passed": True,
    }
    assert Notice.objects.filter(person=attempt.learner).count() == 1


def test_the_result_is_told_without_naming_the_matter(now, run_jobs, mailoutbox):
    attempt = answer(an_attempt(now=now), right=3, now=now)

    actions.submit(attempt, by=attempt.learner, now=now)
    run_jobs()

    (mail,) = mailoutbox
    notice = Notice.objects.get(person=attempt.learner)
    assert mail.subject == "Something is ready for you"
    assert "assessment" not in f"{mail.subject} {mail.body}".lower()
    assert notice.path in mail.body
    assert str(attempt.public_id) in notice.url


def test_the_last_failure_is_told_in_its_own_words(now):
    assessment = an_assessment()

    learner = a_learner_who_used_all_attempts(assessment, now=now)

    told = Notice.objects.filter(person=learner).order_by("pk").values_list("event", flat=True)
    assert list(told) == [
        "assessments.result_ready",
        "assessments.result_ready",
        "assessments.attempts_used_up",
    ]


@pytest.mark.lesson(1, 3)
def test_answers_that_changed_since_the_confirmation_are_not_handed_in(now):
    attempt = an_attempt(now=now)
    confirmed = fingerprint((item.position, 0) for item in attempt.items.all())
    answer(attempt, right=3, now=now)

    with pytest.raises(Refused, match="answers_changed_since"):
        actions.submit(attempt, by=attempt.learner, now=now, token=confirmed)

    attempt.refresh_from_db()
    assert attempt.is_open
    assert not events("submitted").exists()
    assert not Notice.objects.filter(person=attempt.learner).exists()


def test_what_was_confirmed_is_handed_in(now):
    attempt = answer(an_attempt(now=now), right=3, now=now)
    confirmed = fingerprint((item.position, 1) for item in attempt.items.all())

    assert actions.submit(attempt, by=attempt.learner, now=now, token=confirmed).passed


def test_an_attempt_without_an_answer_may_be_submitted_and_has_no_marks(now):
    attempt = an_attempt(now=now)

    assert actions.submit(attempt, by=attempt.learner, now=now).marks == 0


def test_nobody_submits_for_another(now):
    attempt = an_attempt(now=now)

    with pytest.raises(Refused, match="attempt_not_yours"):
        actions.submit(attempt, by=a_trainee(), now=now)


@pytest.mark.lesson(11, 22)
def test_submitting_too_late_closes_at_the_end_with_what_was_saved(now, heard):
    attempt = answer(an_attempt(an_assessment(minutes=30), now=now), right=2, now=now)

    attempt = actions.submit(attempt, by=attempt.learner, now=now + 32 * MINUTE)

    assert (attempt.state, attempt.submitted_at) == (Attempt.State.CLOSED, now + 30 * MINUTE)
    assert (attempt.marks, attempt.passed) == (2, True)
    assert events("closed").get().actor_id is None
    assert heard == [(attempt.pk, True)]


@pytest.mark.lesson(22)
def test_the_clock_closes_what_nobody_submits(run_jobs):
    """Jobs read the server's clock, so this attempt began an hour before it."""
    begun = timezone.now() - 60 * MINUTE
    assessment, learner = an_assessment(minutes=30), a_trainee()
    actions.grant(assessment, learner, opens=begun, by=None, now=begun)
    attempt = answer(actions.start(assessment, learner, now=begun), right=2, now=begun)

    assert actions.close_expired(now=begun + 31 * MINUTE) == 0  # that minute is the browser's
    assert actions.close_expired(now=begun + 32 * MINUTE) == 1
    run_jobs()

    attempt.refresh_from_db()
    assert (attempt.state, attempt.marks) == (Attempt.State.CLOSED, 2)
    assert attempt.submitted_at == begun + 30 * MINUTE


def test_the_clock_leaves_untimed_attempts_alone(now):
    an_attempt(now=now)

    assert actions.close_expired(now=now + timedelta(days=400)) == 0


@pytest.mark.lesson(14)
def test_closing_twice_closes_once(now):
    attempt = an_attempt(an_assessment(minutes=30), now=now)

    actions.close(attempt, now=now + 32 * MINUTE)
    actions.close(attempt, now=now + 33 * MINUTE)

    assert events("closed").count() == 1


def test_a_running_attempt_is_not_closed(now):
    attempt = an_attempt(an_assessment(minutes=30), now=now)

    assert actions.close(attempt, now=now + 30 * MINUTE).is_open


def test_a_failure_while_marking_leaves_nothing(now):
    attempt = answer(an_attempt(now=now), right=3, now=now)

    def fail(sender, **kwargs):
        raise RuntimeError("a receiver above failed")

    attempt_marked.connect(fail)
    with pytest.raises(RuntimeError):
        actions.submit(attempt, by=attempt.learner, now=now)
    attempt_marked.disconnect(fail)

    attempt.refresh_from_db()
    assert attempt.is_open
    assert not attempt.items.exclude(marks=None).exists()
    assert not events("submitted").exists()


def test_passes_are_the_first_pass_of_each_assessment(now):
    first, second, failed = an_assessment(), an_assessment(), an_assessment()
    learner = a_learner(first)
    for assessment in (second, failed):
        actions.grant(assessment, learner, opens=now, by=None, now=now)
    an_ended_attempt(first, learner, right=0, now=now)
    passed = an_ended_attempt(first, learner, right=3, now=now + timedelta(hours=48))
    other = an_ended_attempt(second, learner, right=2, now=now)
    an_ended_attempt(failed, learner, right=1, now=now)

    assert set(Attempt.objects.passes_of(learner)) == {passed, other}
