"""Periodic work: the clock of either engine calls tick(), which writes a JobRun like any other."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone

from training_site.jobs.models import JobRun
from training_site.jobs.models.job_run import OVER
from training_site.jobs.outbox import enqueue
from training_site.jobs.registry import function_of, round_of

logger = logging.getLogger("triad.jobs")
PREFIX = "every:"
KEPT = timedelta(days=1)  # long enough to look at; four rounds a minute would fill the table


def tick(name: str, *, now: datetime | None = None) -> None:
    """Start a round, once per slot of the clock, and never a second beside one still open."""
    now = now or timezone.now()
    due = round_of(name)
    if due is None:
        logger.warning("No round is called %s; run sync_schedules.", name)
    elif due.direct:
        function_of(name)()
    elif not JobRun.objects.open().filter(name=name, key__startswith=PREFIX).exists():
        enqueue(name, key=f"{PREFIX}{name}:{slot(now, due.minutes)}")


def slot(now: datetime, minutes: int) -> int:
    """Slots count from 1970 in UTC, so a daily round starts at midnight UTC."""
    return int(now.timestamp()) // (minutes * 60)


def next_slot(now: datetime, minutes: int) -> datetime:
    """When the next slot begins."""
    start = (slot(now, minutes) + 1) * minutes * 60
    return datetime.fromtimestamp(start, tz=now.tzinfo)


def forget_past_rounds(now: datetime) -> int:
    """Delete finished rounds after a day; what people asked for stays."""
    past = JobRun.objects.filter(
        key__startswith=PREFIX, state__in=OVER, finished_at__lte=now - KEPT
    )
    return past.delete()[0]
