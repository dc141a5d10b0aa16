"""Into the outbox and out of it: inserted with the fact, sent after the commit, lost never.

A message that is not sent (the broker is down) costs nothing but time: the row waits, and the
sweeper sends it.
"""

import logging
import re
import uuid
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from training_site.jobs.execute import Outcome, execute
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import State
from training_site.jobs.registry import function_of

logger = logging.getLogger("triad.jobs")
# Ids and the like: no spaces, no "@", so neither a name nor an address gets in by mistake.
PLAIN = re.compile(r"[\w.:/+-]{1,200}", re.ASCII)
DRAIN_LIMIT = 10_000


def enqueue(
    name: str,
    *,
    key: str,
    args: Iterable[int | str | uuid.UUID] = (),
    run_after: datetime | None = None,
) -> JobRun:
    """Promise the work in the caller's transaction; the same key promises it once.

    `args` are ids only. Returns the row, which for a known key is the one that was there already.
    """
    function_of(name)
    wanted = JobRun(name=name, key=_plain(key), args=_ids(args), run_after=run_after)
    # Not get_or_create: its race is settled by an error, which on PostgreSQL needs a savepoint.
    JobRun.objects.bulk_create([wanted], ignore_conflicts=True)
    run = JobRun.objects.get(key=key)
    if run.public_id == wanted.public_id and not run.is_early(timezone.now()):
        transaction.on_commit(partial(send, run.pk), robust=True)
    return run


def send(run_id: int, *, now: datetime | None = None) -> bool:
    """Hand one waiting row to the engine. A failure is logged, never raised: a user is waiting."""
    from training_site.jobs.doorway import run_job

    now = now or timezone.now()
    waiting = JobRun.objects.filter(pk=run_id, state=State.WAITING)
    if not waiting.update(state=State.SENT, sent_at=now):
        return False
    try:
        run_job.enqueue(run_id)
    except Exception as error:
        logger.warning("Job %s could not be sent (%s); it waits.", run_id, type(error).__name__)
        JobRun.objects.filter(pk=run_id, state=State.SENT, sent_at=now).update(state=State.WAITING)
        return False
    return True


def drain(now: datetime | None = None) -> Counter[Outcome]:
    """Carry out here and now whatever is due, and what that starts. For tests and the demo.

    The counts tell what became of it: `drain()[Outcome.FAILED] == 0`.
    """
    outcomes: Counter[Outcome] = Counter()
    while run := JobRun.objects.runnable(now or timezone.now()).order_by("pk").first():
        outcomes[execute(run.pk, now=now)] += 1
        if outcomes.total() > DRAIN_LIMIT:
            raise RuntimeError(f"{run.name} keeps starting itself.")
    return outcomes


def _plain(text: str) -> str:
    if not PLAIN.fullmatch(text):
        raise ValueError(f"Keys and arguments of jobs are ids; {len(text)} characters are not one.")
    return text


def _ids(args: Iterable[int | str | uuid.UUID]) -> list[int | str]:
    return [arg if isinstance(arg, int) else _plain(str(arg)) for arg in args]
