"""What a person may do with a job. Everything else the machine does by itself."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from training_site import audit
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import State
from training_site.jobs.outbox import send
from training_site.jobs.rules import may_try_again


@transaction.atomic
def try_again(run: JobRun, *, by: Any, now: datetime) -> JobRun:
    """Give a job that was given up three more attempts."""
    run = JobRun.objects.select_for_update().get(pk=run.pk)
    may_try_again(run.state).require()
    run.state, run.attempts, run.run_after, run.finished_at = State.WAITING, 0, None, None
    run.save()
    audit.record(
        "jobs.run.tried_again", actor=by, target=run, at=now, values={"error": run.last_error}
    )
    transaction.on_commit(partial(send, run.pk), robust=True)
    return run
