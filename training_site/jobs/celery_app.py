"""Celery, beyond one machine. `manage.py work` starts it with this module as its app."""

import django
from celery import Celery
from celery.schedules import crontab
from django.apps import apps
from django.conf import settings

from training_site.jobs.registry import Round, known_rounds

if not apps.ready:  # this is the first module that the `celery` program imports
    django.setup()

app = Celery("triad", set_as_current=False)
options = settings.TASKS["jobs"].get("OPTIONS", {})


def clock(due: Round) -> crontab:
    """On the clock, not so-and-so long after the start: the slots of rounds.py begin there."""
    if due.minutes < 60:
        return crontab(minute=f"*/{due.minutes}")
    return crontab(minute=0, hour=f"*/{due.minutes // 60}")


app.conf.update(
    broker_url=settings.REDIS_URL,
    broker_connection_retry_on_startup=True,
    broker_transport_options={
        "global_keyprefix": options.get("KEY_PREFIX", "triad:jobs:"),
        # A request waits for these when Redis is away; left alone, they came to six seconds.
        "socket_connect_timeout": 2,
        "socket_timeout": 10,
        "max_retries": 1,
        "interval_start": 0,
        "visibility_timeout": 600,  # longer than the longest job, or it is delivered meanwhile
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
    },
    task_ignore_result=True,
    task_default_queue="jobs",
    # Together these redeliver the job of a killed worker; with either missing it would be lost.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    # JSON only: a pickle out of Redis would be code from whoever can write there.
    task_serializer="json",
    accept_content=["json"],
    task_time_limit=120,
    worker_concurrency=2,
    worker_hijack_root_logger=False,
    worker_cancel_long_running_tasks_on_connection_loss=True,
    timezone="UTC",
    beat_schedule_filename=str(settings.VAR_DIR / "celery-beat"),
    beat_schedule={
        due.name: {
            "task": "training_site.jobs.tick",
            "schedule": clock(due),
            "args": [due.name],
            # A round that nobody took up before the next one begins is not worth running.
            "options": {"expires": due.minutes * 60},
        }
        for due in known_rounds()
    },
)


@app.task(name="training_site.jobs.run_job")
def run_job(run_id: int) -> None:
    from training_site.jobs.execute import execute

    execute(run_id)


@app.task(name="training_site.jobs.tick")
def tick(name: str) -> None:
    from training_site.jobs.rounds import tick as start

    start(name)
