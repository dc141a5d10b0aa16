"""A thousand grants, each delivered twice to two workers that are killed over it: a thousand certificates.

The workers are those of `manage.py work` under production settings: django-q2 on SQLite, Celery on
PostgreSQL and Redis. What a killed worker left lying is found by the sweeper, as in any other week.
"""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from certification.credentials import storage
from certification.credentials.models import Certificate, CertificateEvent, CertificateFile
from certification.decisions import actions
from tests import services
from tests.factories import decisions as world
from tests.factories.accounts import a_registrar
from tests.faults.server import ROOT, environment
from training_site.accounts.models import Notice
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import State

pytestmark = [pytest.mark.benchmark, pytest.mark.django_db(transaction=True)]

GRANTS = int(os.environ.get("ISSUING_GRANTS", "1000"))
BETWEEN_KILLS = max(10, GRANTS // 20)
PATIENCE = 60 * 25  # seconds until all are issued
QUEUE = 9
"""The database of Redis that these workers have to themselves."""


def test_a_thousand_double_deliveries_are_a_thousand_certificates():
    decisions = [one.pk for one in _granted(GRANTS)]
    runs = list(JobRun.objects.filter(key__startswith="issue:").values_list("pk", flat=True))
    assert len(runs) == GRANTS

    began = time.monotonic()
    with _workers() as engine:
        _deliver_twice(runs)
        kills = _kill_until_issued(engine)
    took = time.monotonic() - began

    issued = Certificate.objects.issued()
    assert sorted(issued.values_list("decision_id", flat=True)) == sorted(decisions)
    assert Certificate.objects.count() == GRANTS
    assert CertificateEvent.objects.filter(kind="issued").count() == GRANTS
    assert CertificateFile.objects.count() == 4 * GRANTS
    ready = Notice.objects.filter(event="certification.certificate_ready")
    assert ready.count() == GRANTS
    for file in CertificateFile.objects.select_related("certificate"):
        storage.read(file.certificate, file.kind, expected=file.sha256)
    print(
        f"\n{GRANTS} grants, {2 * GRANTS} deliveries, {kills} workers killed:"
        f" {GRANTS} certificates in {took:.0f} s."
    )


def _granted(number: int) -> list:
    """Grants by one decision-maker upon the reviews of the same two people."""
    world.a_small_scheme()
    registrar, decider = a_registrar(), world.a_decider()
    reviewers = [world.a_reviewer(), world.a_reviewer()]
    granted = []
    for _one in range(number):
        application = world.a_submitted_application()
        actions.check_completeness(application, complete=True, by=registrar, now=world.NOW)
        actions.assign_reviewers(application, people=reviewers, by=registrar, now=world.NOW)
        for reviewer in reviewers:
            world.a_review(application, reviewer)
        granted.append(world.a_decision(application, by=decider))
    return granted


def _deliver_twice(runs: list[int]) -> None:
    """The second of each pair close behind the first, so that both workers hold it at once."""
    for run in runs:
        for _time in range(2):
            _send(run)


def _send(run: int) -> None:
    if connection.vendor == "sqlite":
        from django_q.tasks import async_task

        async_task("training_site.jobs.execute.execute", run, save=False)
        return
    from training_site.jobs.celery_app import app, run_job

    with app.connection_for_write(_redis()) as broker:
        run_job.apply_async((run,), connection=broker)


def _redis() -> str:
    return f"{services.redis_url().rsplit('/', 1)[0]}/{QUEUE}"


@contextmanager
def _workers():
    """`manage.py work` over this test's database, ended with everything it started."""
    on_sqlite = connection.vendor == "sqlite"
    if not on_sqlite:
        from redis import Redis

        Redis.from_url(_redis()).flushdb()
    told = environment(0) | {
        "TASK_ENGINE": "django-q2" if on_sqlite else "celery",
        "REDIS_URL": "" if on_sqlite else _redis(),
    }
    engine = subprocess.Popen(
        [sys.executable, "-m", "django", "work"], cwd=ROOT, env=told, start_new_session=True
    )
    try:
        yield engine
    finally:
        for pid in _below(engine.pid):
            _kill(pid)
        engine.kill()
        engine.wait()


def _kill_until_issued(engine: subprocess.Popen) -> int:
    """kill -9 of whichever process is at a certificate, every so many; how many died."""
    chance, kills, next_at = random.Random("issuing"), 0, BETWEEN_KILLS
    end = time.monotonic() + PATIENCE
    while JobRun.objects.filter(key__startswith="issue:").exclude(state=State.DONE).exists():
        assert time.monotonic() < end, "The certificates were not issued in time."
        assert engine.poll() is None, "The engine ended by itself."
        if Certificate.objects.issued().count() >= next_at:
            next_at += BETWEEN_KILLS
            leaves = _leaves(engine.pid)
            kills += bool(leaves) and _kill(chance.choice(leaves))
        time.sleep(0.1)
    return kills


def _leaves(pid: int) -> list[int]:
    """The processes that carry jobs out: those that started no other."""
    return [one for one in _below(pid) if not _children(one)]


def _below(pid: int) -> list[int]:
    children = _children(pid)
    return children + [below for child in children for below in _below(child)]


def _children(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(number) for number in text.split()]


def _kill(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True
