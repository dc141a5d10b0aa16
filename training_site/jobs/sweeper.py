"""The one sweeper: sends again what was not sent, not taken up, or left lying by a lost worker."""

import logging
from datetime import datetime

from training_site.jobs.execute import WORKER_LOST
from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import MAX_ATTEMPTS, State
from training_site.jobs.outbox import send

logger = logging.getLogger("triad.jobs")
BATCH = 500


def sweep(now: datetime) -> int:
    """How many were handed to the engine. Sending twice is harmless, sending never is not."""
    _bury(now)
    JobRun.objects.stuck(now).update(state=State.WAITING)
    due = JobRun.objects.due(now).order_by("pk").values_list("pk", flat=True)
    return sum(send(run_id, now=now) for run_id in list(due[:BATCH]))


def _bury(now: datetime) -> None:
    """A job whose worker was lost at each of its attempts."""
    lost = JobRun.objects.abandoned(now).filter(attempts__gte=MAX_ATTEMPTS)
    buried = lost.update(state=State.DEAD, finished_at=now, last_error=WORKER_LOST)
    if buried:
        logger.error("%s jobs are dead: their worker was lost each time.", buried)
