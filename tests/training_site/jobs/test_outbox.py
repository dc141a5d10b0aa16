from datetime import timedelta
from unittest import mock

import pytest
from django.db import transaction
from django.utils import timezone

from training_site.jobs import enqueue
from training_site.jobs.backends import UnknownEngine
from training_site.jobs.doorway import run_job
from training_site.jobs.execute import Outcome
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import State
from training_site.jobs.outbox import drain
from training_site.jobs.registry import UnknownJob
from training_site.jobs.sweeper import sweep

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


class Undone(Exception):
    pass


@pytest.fixture
def no_broker(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise ConnectionError("nobody@example.org is not to be seen in a log")

    monkeypatch.setattr(type(run_job.get_backend()), "enqueue", refuse)


def test_a_promise_is_kept(a_job):
    calls = a_job()

    enqueue("sample.work", key="sample:1", args=[1])

    assert drain() == {Outcome.DONE: 1}
    assert calls == [(1,)]
    assert JobRun.objects.get().state == State.DONE


def test_a_promise_of_a_fact_undone_is_never_kept(a_job):
    calls = a_job()

    with pytest.raises(Undone), transaction.atomic():
        enqueue("sample.work", key="sample:1", args=[1])
        raise Undone

    assert drain() == {}
    assert calls == []
    assert not JobRun.objects.exists()


def test_the_same_key_is_one_promise(a_job):
    calls = a_job()

    first = enqueue("sample.work", key="sample:1", args=[1])
    second = enqueue("sample.work", key="sample:1", args=[1])
    drain()
    third = enqueue("sample.work", key="sample:1", args=[1])
    drain()

    assert first.pk == second.pk == third.pk
    assert third.state == State.DONE
    assert calls == [(1,)]


def test_the_same_key_leaves_the_transaction_around_it_usable(a_job):
    a_job()
    enqueue("sample.work", key="sample:1")

    with transaction.atomic():
        enqueue("sample.work", key="sample:1")
        enqueue("sample.work", key="sample:2")

    assert JobRun.objects.count() == 2


def test_a_job_is_sent_when_its_fact_is_committed_and_not_before(a_job):
    a_job()

    with transaction.atomic():
        run = enqueue("sample.work", key="sample:1")
        before = JobRun.objects.get(pk=run.pk).state

    after = JobRun.objects.get(pk=run.pk)
    assert before == State.WAITING
    assert after.state == State.SENT
    assert after.sent_at is not None


def test_work_for_later_is_neither_sent_nor_run_before_its_time(a_job):
    calls = a_job()
    later = timezone.now() + timedelta(hours=1)

    run = enqueue("sample.work", key="sample:1", run_after=later)
    sweep(timezone.now())
    drain()

    assert calls == []
    assert JobRun.objects.get(pk=run.pk).state == State.WAITING


def test_work_for_later_is_run_at_its_time(a_job):
    calls = a_job()
    later = timezone.now() + timedelta(hours=1)

    enqueue("sample.work", key="sample:1", run_after=later)
    sent = sweep(later)
    drain(later)

    assert sent == 1
    assert calls == [()]


def test_draining_carries_out_what_the_jobs_themselves_ask_for(a_job):
    a_job(lambda: enqueue("sample.second", key="sample:2"), name="sample.first")
    calls = a_job(name="sample.second")

    enqueue("sample.first", key="sample:1")

    assert drain() == {Outcome.DONE: 2}
    assert calls == [()]


def test_a_typing_error_in_a_name_is_found_at_once():
    with pytest.raises(UnknownJob):
        enqueue("sample.wrok", key="sample:1")


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "sample:1", "args": ["someone@example.org"]},
        {"key": "sample:1", "args": ["Ada Lovelace"]},
        {"key": "mail:someone@example.org"},
        {"key": ""},
        {"key": "x" * 201},
    ],
)
def test_only_ids_enter_the_outbox(a_job, wrong):
    a_job()

    with pytest.raises(ValueError, match="ids"):
        enqueue("sample.work", **wrong)

    assert not JobRun.objects.exists()


def test_without_a_broker_the_user_sees_nothing_and_the_job_waits(a_job, no_broker, caplog):
    a_job()

    run = enqueue("sample.work", key="sample:1")

    assert JobRun.objects.get(pk=run.pk).state == State.WAITING
    assert "could not be sent (ConnectionError)" in caplog.text
    assert "nobody@example.org" not in caplog.text


def test_what_waited_for_the_broker_is_sent_by_the_sweeper(a_job, monkeypatch, no_broker):
    a_job()
    run = enqueue("sample.work", key="sample:1")
    monkeypatch.undo()

    sent = sweep(timezone.now())

    assert sent == 1
    assert JobRun.objects.get(pk=run.pk).state == State.SENT


def test_an_unknown_engine_leaves_the_jobs_waiting(a_job):
    a_job()
    engine = UnknownEngine("jobs", {"QUEUES": ["default"]})

    with mock.patch.object(type(run_job), "get_backend", return_value=engine):
        run = enqueue("sample.work", key="sample:1")

    assert JobRun.objects.get(pk=run.pk).state == State.WAITING
