"""`make serve`: the real site, web server and job worker together, under production settings."""

import os
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from training_site.crypto.keys import KeyMissing, keyring
from training_site.processes import Program, Together

SETTINGS = "training_site.settings.production"


class Command(BaseCommand):
    help = "Serve the site and carry out its jobs until stopped."

    def handle(self, *args, **options):
        _require_installation()
        call_command("collectstatic", interactive=False, verbosity=0)
        connections.close_all()
        bind = os.environ.get("BIND", "127.0.0.1:8000")
        self.stdout.write(f"Serving {settings.SITE_URL} on {bind}. Ctrl-C or SIGTERM ends it.")
        self.stdout.flush()
        with Together(_programs(bind), {"DJANGO_SETTINGS_MODULE": SETTINGS}) as service:
            ended = service.wait()
        if ended:
            raise CommandError(f"{ended} ended by itself; its last lines above say why.")


def _require_installation() -> None:
    if settings.SETTINGS_MODULE != SETTINGS:
        raise CommandError(f"serve needs production settings: DJANGO_SETTINGS_MODULE={SETTINGS}")
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if len(waiting) == len(executor.loader.graph.nodes):
        raise CommandError("Nothing is set up here yet. Run: make setup")
    if waiting:
        raise CommandError(f"{len(waiting)} migrations wait. Back up, then run: manage.py migrate")
    try:
        keyring().index_key()
        keyring().kids("page")  # installations from before printed certificates were signed
    except KeyMissing as missing:
        raise CommandError(str(missing)) from None


def _programs(bind: str) -> list[Program]:
    web = ["-m", "gunicorn", "training_site.wsgi", f"--bind={bind}", "--threads=4"]
    size = f"--workers={os.environ.get('WEB_WORKERS', '2')}"
    return [
        Program(
            "The web server",
            [sys.executable, *web, size, "--log-level=warning", "--no-control-socket"],
        ),
        Program("The job worker", [sys.executable, str(settings.BASE_DIR / "manage.py"), "work"]),
    ]
