import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from training_site.jobs.models import Heartbeat
from training_site.jobs.schedules import write_schedules
from training_site.jobs.sweeper import sweep
from training_site.jobs.watchdog import Watchdog

QCLUSTER = [sys.executable, "-m", "django", "qcluster"]
CELERY = [sys.executable, "-m", "celery", "-A", "training_site.jobs.celery_app", "worker"]


class Command(BaseCommand):
    help = "Carry out background jobs until stopped, starting the engine afresh when it is stuck."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-clock",
            action="store_true",
            help="Celery on a second machine: only one may start the periodic jobs.",
        )

    def handle(self, *args, no_clock=False, **options):
        if settings.TASK_ENGINE == "immediate":
            raise CommandError(
                "TASK_ENGINE is immediate: jobs run where they are asked for, and no clock starts the "
                "periodic ones. Use TASK_ENGINE=django-q2 on one machine."
            )
        Watchdog(
            command=command_for(settings.TASK_ENGINE, with_clock=not no_clock),
            last_beat=read_heartbeat,
            on_start=prepare,
            environment={"CONN_MAX_AGE": "0"},
            folder=str(settings.BASE_DIR),
        ).run()


def command_for(engine: str, *, with_clock: bool) -> list[str]:
    if engine == "celery":
        return [*CELERY, "--loglevel=warning", *(["--beat"] if with_clock else [])]
    return QCLUSTER


def prepare() -> None:
    """Whatever waited while no engine ran is sent before the first minute is over."""
    now = timezone.now()
    if settings.TASK_ENGINE == "django-q2":
        write_schedules(now)
    sweep(now)
    connection.close()


def read_heartbeat():
    try:
        return Heartbeat.objects.last()
    finally:
        connection.close()  # looked at every few seconds: not worth a connection kept open
