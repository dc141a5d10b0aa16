import os
from datetime import timedelta
from threading import Barrier, Thread
from time import sleep

import pytest
from django.db import connection, transaction
from django.utils import timezone

from training_site.jobs import enqueue
from training_site.jobs.execute import Outcome, execute
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import LONGEST_RUN, State
from training_site.jobs.outbox import drain
from training_site.jobs.sweeper import sweep

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
SECRET = "a sentence about a client"


class WorkerKilled(BaseException):
    """Stands for what no handler sees: the process is gone."""


def fail(*_ids):
    raise RuntimeError(SECRET)


def a_waiting_run(**fields):
    return JobRun.objects.create(name="sample.work", key="sample:1", **fields)


def test_a_failing_job_is_tried_three_times_with_growing_pauses_and_then_given_up(a_job, now):
    a_job(fail)
    run = a_waiting_run()

    outcomes, pauses = [], []
    for _attempt in range(3):
        outcomes.append(execute(run.pk, now=now))
        run.refresh_from_db()
        pauses.append(run.run_after - now)
        now = run.run_after

    assert outcomes == [Outcome.FAILED, Outcome.FAILED, Outcome.DEAD]
    assert pauses[:2] == [timedelta(minutes=1), timedelta(minutes=5)]
    assert (run.state, run.attempts) == (State.DEAD, 3)
    assert run.finished_at is not None


def test_a_job_that_recovers_is_done(a_job, now):
    tries = iter([fail, lambda: None])
    a_job(lambda: next(tries)())
    run = a_waiting_run()

    first = execute(run.pk, now=now)
    second = execute(run.pk, now=now + timedelta(minutes=1))

    run.refresh_from_db()
    assert [first, second] == [Outcome.FAILED, Outcome.DONE]
    assert (run.attempts, run.last_error) == (2, "")


def test_the_pause_after_a_failure_holds_against_a_second_delivery(a_job, now):
    a_job(fail)
    run = a_waiting_run()

    execute(run.pk, now=now)

    assert execute(run.pk, now=now + timedelta(seconds=59)) == Outcome.SKIPPED


def test_an_error_keeps_its_kind_and_its_place_but_never_its_words(a_job, now, caplog):
    a_job(fail)
    run = a_waiting_run()

    execute(run.pk, now=now)

    run.refresh_from_db()
    assert run.last_error == "RuntimeError"
    assert "in fail" in caplog.text
    assert SECRET not in caplog.text


def test_a_name_that_no_release_knows_any_more_is_given_up_at_once(now):
    run = JobRun.objects.create(name="sample.forgotten", key="sample:1")

    outcome = execute(run.pk, now=now)

    run.refresh_from_db()
    assert outcome == Outcome.DEAD
    assert run.last_error == "UnknownJob"


def test_a_second_delivery_of_a_finished_job_does_nothing(a_job, now):
    calls = a_job()
    run = a_waiting_run()

    execute(run.pk, now=now)

    assert execute(run.pk, now=now) == Outcome.SKIPPED
    assert calls == [()]


def test_a_delivery_for_a_row_that_is_gone_does_nothing(now):
    assert execute(404, now=now) == Outcome.SKIPPED


def test_a_job_that_another_worker_holds_is_left_to_it(a_job, now):
    calls = a_job()
    run = a_waiting_run(state=State.RUNNING, started_at=now, attempts=1)

    assert execute(run.pk, now=now + timedelta(seconds=60)) == Outcome.SKIPPED
    assert calls == []


def test_a_job_whose_worker_was_lost_is_taken_over(a_job, now):
    calls = a_job()
    run = a_waiting_run(state=State.RUNNING, started_at=now, attempts=1)

    assert execute(run.pk, now=now + LONGEST_RUN) == Outcome.DONE
    assert calls == [()]


def test_the_attempt_is_counted_before_the_work(a_job, now):
    seen = []
    a_job(lambda: seen.append(JobRun.objects.get().attempts))
    run = a_waiting_run()

    execute(run.pk, now=now)

    assert seen == [1]


def test_a_worker_that_is_told_to_end_counts_the_attempt_and_ends(a_job, now):
    def end():
        raise SystemExit

    a_job(end)
    run = a_waiting_run()

    with pytest.raises(SystemExit):
        execute(run.pk, now=now)

    run.refresh_from_db()
    assert (run.state, run.attempts, run.last_error) == (State.WAITING, 1, "SystemExit")


def test_a_job_that_kills_its_worker_each_time_is_given_up_after_three(a_job, now, monkeypatch):
    def die():
        monkeypatch.setattr("training_site.jobs.execute._note_failure", lambda *_: None)
        raise WorkerKilled

    a_job(die)
    run = a_waiting_run()

    for _delivery in range(3):
        with pytest.raises(WorkerKilled):
            execute(run.pk, now=now)
        now += LONGEST_RUN

    assert execute(run.pk, now=now) == Outcome.DEAD
    run.refresh_from_db()
    assert (run.state, run.last_error) == (State.DEAD, "WorkerLost")


def test_the_sweeper_buries_a_job_whose_worker_was_lost_three_times(a_job, now):
    a_job()
    run = a_waiting_run(state=State.RUNNING, started_at=now, attempts=3)

    sent = sweep(now + LONGEST_RUN)

    run.refresh_from_db()
    assert sent == 0
    assert (run.state, run.last_error) == (State.DEAD, "WorkerLost")


def test_an_attempt_that_was_taken_over_does_not_overwrite_its_successor(a_job, now):
    run = a_waiting_run()

    def be_overtaken():
        JobRun.objects.update(attempts=2)
        raise RuntimeError

    a_job(be_overtaken)

    execute(run.pk, now=now)

    run.refresh_from_db()
    assert (run.state, run.attempts, run.last_error) == (State.RUNNING, 2, "")


def test_work_inside_a_transaction_is_refused_since_the_attempt_would_not_be_committed(a_job, now):
    a_job()
    run = a_waiting_run()

    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        execute(run.pk, now=now)


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_workers_with_the_same_job_do_it_once(a_job):
    calls, outcomes = [], []

    def work(run_id):
        calls.append(run_id)
        sleep(0.01)

    a_job(work)
    runs = [enqueue("sample.work", key=f"sample:{number}", args=[number]) for number in range(20)]
    start = Barrier(2)

    def deliver():
        start.wait()
        outcomes.extend(execute(run.pk) for run in runs)
        connection.close()

    workers = [Thread(target=deliver) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(calls) == list(range(20))
    assert outcomes.count(Outcome.DONE) == 20
    assert outcomes.count(Outcome.SKIPPED) == 20


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_requests_with_the_same_key_make_one_row(a_job):
    calls = a_job()
    start = Barrier(4)

    def ask():
        start.wait()
        for number in range(10):
            enqueue("sample.work", key=f"sample:{number}", args=[number])
        connection.close()

    askers = [Thread(target=ask) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    drain(timezone.now())

    assert JobRun.objects.count() == 10
    assert sorted(calls) == [(number,) for number in range(10)]


@pytest.mark.django_db(transaction=True)
def test_the_count_survives_a_worker_that_is_really_killed(a_job, now):
    """A forked worker that dies in the middle leaves the counted attempt behind."""
    a_job(lambda: os._exit(9))
    run = a_waiting_run()
    connection.close()

    child = os.fork()
    if child == 0:
        execute(run.pk, now=now)
        os._exit(0)
    _pid, status = os.waitpid(child, 0)

    run.refresh_from_db()
    assert os.waitstatus_to_exitcode(status) == 9
    assert (run.state, run.attempts) == (State.RUNNING, 1)
