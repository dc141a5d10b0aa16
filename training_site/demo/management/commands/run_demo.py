"""`make run`: load what is missing, start the site and its worker together, say where they are."""

import http.client
import os
import socket
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from certification.credentials.models import Certificate
from training_site.demo.loading import load
from training_site.demo.people import EVERYBODY, PEOPLE
from training_site.demo.stages.people import somebody
from training_site.processes import Program, Together

HOST = "127.0.0.1"  # never another: the password of the demo people is published
START_LIMIT = 60  # seconds


class Command(BaseCommand):
    help = "Run the demo on this machine: web server and job worker, until Ctrl-C."

    def handle(self, *args, **options):
        port = int(os.environ.get("PORT") or 8000)
        start = time.monotonic()
        self._refuse(port)
        self.say("Preparing the demo")
        load(self.say)
        connections.close_all()
        with Together(_programs(port), _environment(port)) as service:
            if _answers(service, port):
                self._welcome(port, time.monotonic() - start)
            ended = service.wait()
        if ended:
            raise CommandError(f"{ended} ended by itself; its last lines above say why.")
        self.say("\nThe demo has ended. `make run` goes on where it stopped.")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _refuse(self, port: int) -> None:
        if not settings.DEMO:
            raise CommandError("DEMO is not set. `make run` sets it.")
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                raise CommandError(f"Port {port} is in use. Try: make run PORT={port + 1}")

    def _welcome(self, port: int, seconds: float) -> None:
        address = f"http://{HOST}:{port}"
        self.say(f"\nTriad is ready at {address}/  (after {seconds:.0f} s)\n")
        self.say(f"Sign in at {address}/accounts/login/ with the password {settings.DEMO_PASSWORD}")
        for person in PEOPLE:
            self.say(f"  {person.email:<28}{person.story}")
        self.say(f"  and {len(EVERYBODY) - len(PEOPLE)} more: docs/demo-people.md")
        self.say(f"\nA certificate to verify: {address}/verify/{_certificate_number()}/")
        self.say(f"Mail that it would send: {address}/demo/mail/")
        self.say("Ctrl-C ends it.")


def _certificate_number() -> str:
    return Certificate.objects.of(somebody("certified")).get().display_number


def _programs(port: int) -> list[Program]:
    web = ["-m", "gunicorn", "training_site.wsgi", f"--bind={HOST}:{port}", "--workers=2"]
    quiet = ["--threads=4", "--log-level=warning", "--no-control-socket"]
    return [
        Program("The web server", [sys.executable, *web, *quiet]),
        Program("The job worker", [sys.executable, str(settings.BASE_DIR / "manage.py"), "work"]),
    ]


def _environment(port: int) -> dict[str, str]:
    return {
        "DEMO": "1",
        "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
        "SITE_URL": f"http://{HOST}:{port}",
    }


def _answers(service: Together, port: int) -> bool:
    """Wait until the site answers; False when it was ended or gave up before."""
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and not service.ended() and not service.asked_to_end:
        if _ready(port):
            return True
        time.sleep(0.2)
    return False


def _ready(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
