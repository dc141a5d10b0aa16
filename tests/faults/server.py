"""The real web server for tests: gunicorn with two workers on loopback, over the tests' database.

Production settings, as `manage.py serve` has them; only the folders, the keys and the address are the
tests' own. What it commits, the test reads through its own connection.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from tests import services

HOST = "127.0.0.1"
WORKERS = 2
PATIENCE = 90  # seconds until the server must answer
ROOT = Path(__file__).resolve().parents[2]


class Server:
    """A running gunicorn: the master's process, and the workers below it."""

    def __init__(self, process: subprocess.Popen, port: int):
        self.process = process
        self.port = port

    def workers(self) -> list[int]:
        pid = self.process.pid
        return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def kill_worker(self, number: int) -> bool:
        """kill -9 of one of the workers that live at this moment; the master starts another."""
        living = self.workers()
        if not living:
            return False
        try:
            os.kill(living[number % len(living)], signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True

    def seconds_worked(self) -> float:
        """Processor time of the workers that live now, whatever else the machine was doing."""
        ticks = 0
        for pid in self.workers():
            words = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(words[11]) + int(words[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def answers(self) -> bool:
        caller = http.client.HTTPConnection(HOST, self.port, timeout=5)
        try:
            caller.request("GET", "/readyz")
            return caller.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            caller.close()


@contextmanager
def running():
    """A server over the database of this test, which must commit for real; ended with its workers."""
    port = _free_port()
    _gather_static_files()
    process = subprocess.Popen(
        _command(port), cwd=ROOT, env=environment(port), start_new_session=True
    )
    server = Server(process, port)
    try:
        _wait_for(server)
        yield server
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _command(port: int) -> list[str]:
    web = ["-m", "gunicorn", "training_site.wsgi", f"--bind={HOST}:{port}", "--threads=4"]
    quiet = ["--log-level=critical", "--no-control-socket"]
    return [sys.executable, *web, f"--workers={WORKERS}", *quiet]


def environment(port: int) -> dict[str, str]:
    """Production settings over the tests' own database, folders and keys."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "training_site.settings.production",
        "DATABASE_URL": _database_url(),
        "REDIS_URL": services.redis_url() if connection.vendor == "postgresql" else "",
        "VAR_DIR": str(settings.TEST_DIR),
        "KEY_DIR": str(settings.KEY_DIR),
        "STATIC_ROOT": str(_static_root()),
        "SECRET_KEY": settings.SECRET_KEY,
        "ALLOWED_HOSTS": HOST,
        "SITE_URL": f"http://{HOST}:{port}",
        "EMAIL_URL": "dummymail://",
    }


def _database_url() -> str:
    """The address of the database that this test writes into."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['TEST_DATABASE'].rsplit('/', 1)[0]}/{name}"


def _static_root() -> Path:
    return Path(settings.TEST_DIR) / "gathered"


def _gather_static_files() -> None:
    """Once a run: pages of production settings name their files by what is in them."""
    if _static_root().exists():
        return
    manifest = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    storages = settings.STORAGES | {"staticfiles": manifest}
    with override_settings(STATIC_ROOT=_static_root(), STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def _wait_for(server: Server) -> None:
    end = time.monotonic() + PATIENCE
    while not server.answers():
        if time.monotonic() > end or server.process.poll() is not None:
            raise RuntimeError("The web server did not come up.")
        time.sleep(0.2)
