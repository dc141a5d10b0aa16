"""Carrying one job out. Both engines end here, and may deliver the same job more than once."""

import logging
import traceback
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import BACK_OFF, MAX_ATTEMPTS, State
from training_site.jobs.registry import UnknownJob, function_of

logger = logging.getLogger("triad.jobs")
WORKER_LOST = "WorkerLost"


class Outcome(StrEnum):
    DONE = "done"
    FAILED = "failed"  # and will be tried again
    DEAD = "dead"
    SKIPPED = "skipped"  # over, held by another worker, or not yet due


def execute(run_id: int, *, now: datetime | None = None) -> Outcome:
    """Carry out a JobRun, unless it is over or somebody else is at it.

    The attempt is counted and committed before the work: a job that kills its worker each time
    comes back from the engine for ever, and only this count ends it.
    """
    run = _claim(run_id, now or timezone.now())
    if run is None:
        return Outcome.SKIPPED
    if run.state == State.DEAD:
        return Outcome.DEAD
    try:
        function_of(run.name)(*run.args)
    except BaseException as error:
        outcome = _note_failure(run, error, now or timezone.now())
        if not isinstance(error, Exception):
            raise  # a time limit or a shutdown: the worker itself has to end
        return outcome
    _finish(run, State.DONE, now or timezone.now())
    return Outcome.DONE


@transaction.atomic(durable=True)
def _claim(run_id: int, now: datetime) -> JobRun | None:
    """Lock the row (on SQLite the whole transaction is the lock) and count this attempt."""
    run = JobRun.objects.select_for_update().filter(pk=run_id).first()
    if run is None or run.is_over or run.is_held(now) or run.is_early(now):
        return None
    if run.attempts >= MAX_ATTEMPTS:
        run.state, run.finished_at, run.last_error = State.DEAD, now, WORKER_LOST
        logger.error("Job %s (%s) is dead: its worker was lost each time.", run.name, run.public_id)
    else:
        run.state, run.started_at, run.attempts = State.RUNNING, now, run.attempts + 1
    run.save()
    return run


def _note_failure(run: JobRun, error: BaseException, now: datetime) -> Outcome:
    """Wait and try again, or give up. The log tells where, not what: that may be personal."""
    kind = type(error).__name__
    where = "".join(traceback.format_tb(error.__traceback__))
    logger.warning(
        "Job %s (%s), attempt %s: %s\n%s", run.name, run.public_id, run.attempts, kind, where
    )
    if run.attempts >= MAX_ATTEMPTS or isinstance(error, UnknownJob):
        _finish(run, State.DEAD, now, last_error=kind)
        logger.error("Job %s (%s) is dead: %s.", run.name, run.public_id, kind)
        return Outcome.DEAD
    again_at = now + BACK_OFF[run.attempts - 1]
    _held(run).update(state=State.WAITING, run_after=again_at, last_error=kind)
    return Outcome.FAILED


def _finish(run: JobRun, state: State, now: datetime, last_error: str = "") -> None:
    _held(run).update(state=state, finished_at=now, last_error=last_error)


def _held(run: JobRun):
    """The row, as long as this attempt is still the current one and nobody took it over."""
    return JobRun.objects.filter(pk=run.pk, state=State.RUNNING, attempts=run.attempts)
