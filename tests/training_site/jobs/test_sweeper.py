from datetime import timedelta

import pytest

from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import LONGEST_RUN, LONGEST_WAIT, State
from training_site.jobs.sweeper import sweep

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def a_run(**fields):
    return JobRun.objects.create(name="sample.work", key="sample:1", **fields)


def test_a_message_that_was_never_taken_up_is_sent_again(now):
    run = a_run(state=State.SENT, sent_at=now - LONGEST_WAIT)

    sent = sweep(now)

    run.refresh_from_db()
    assert sent == 1
    assert (run.state, run.sent_at) == (State.SENT, now)


def test_a_message_on_its_way_is_left_alone(now):
    a_run(state=State.SENT, sent_at=now - timedelta(minutes=9))

    assert sweep(now) == 0


def test_a_job_left_lying_by_its_worker_is_sent_again(now):
    run = a_run(state=State.RUNNING, started_at=now - LONGEST_RUN, attempts=1)

    sent = sweep(now)

    run.refresh_from_db()
    assert sent == 1
    assert (run.state, run.attempts) == (State.SENT, 1)


def test_a_job_at_work_is_left_alone(now):
    a_run(state=State.RUNNING, started_at=now - timedelta(minutes=2), attempts=1)

    assert sweep(now) == 0


@pytest.mark.parametrize("state", [State.DONE, State.DEAD])
def test_what_is_over_stays_over(now, state):
    run = a_run(state=state, finished_at=now - timedelta(days=1))

    assert sweep(now) == 0
    run.refresh_from_db()
    assert run.state == state


def test_the_dead_are_listed_for_a_person_to_look_at(now):
    run = a_run(state=State.DEAD, finished_at=now)

    assert list(JobRun.objects.dead()) == [run]
