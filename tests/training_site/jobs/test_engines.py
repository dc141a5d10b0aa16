"""Both engines for real: a site in a folder of its own, `manage.py work`, and what it leaves behind."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from redis import Redis

SITE = Path(__file__).parent / "worker_site"
PATIENCE = 20  # seconds


class Site:
    """A worker site of one test, run in processes of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in {"DATABASE_URL", "REDIS_URL", "TASK_ENGINE", "KEY_DIR"}
        } | {
            "PYTHONPATH": f"{SITE}{os.pathsep}{settings.BASE_DIR}",
            "DJANGO_SETTINGS_MODULE": "worker_settings",
            "VAR_DIR": str(folder),
        }
        self.started: list[subprocess.Popen] = []

    def start(self, command: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [sys.executable, "-m", "django", command],
            env=self.environment,
            cwd=self.folder,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def end(self) -> None:
        """Nothing that was started here outlives the test."""
        for pid in processes_of(self):
            os.kill(pid, signal.SIGKILL)
        for process in self.started:
            process.wait()

    def manage(self, command: str) -> None:
        assert self.start(command).wait(PATIENCE) == 0

    def rows(self, sql: str) -> list[tuple]:
        with closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=5)) as database:
            return database.execute(sql).fetchall()

    def states(self) -> dict[str, str]:
        return dict(self.rows("SELECT key, state FROM jobs_jobrun"))

    def notes(self) -> dict[str, str]:
        return {path.name: path.read_text() for path in self.folder.glob("note-*")}


def wait_until(condition) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def processes_of(site: Site) -> list[int]:
    """Every living process that was started for this site, children's children included."""
    mark = f"VAR_DIR={site.folder}".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in path.read_bytes().split(b"\0"):
                found.append(int(path.parent.name))
        except (PermissionError, FileNotFoundError, ProcessLookupError):
            continue
    return found


@pytest.fixture
def worker_site(tmp_path):
    site = Site(tmp_path)
    yield site
    site.end()


def everything_is_settled(site: Site) -> bool:
    states = site.states()
    return states.pop("fail:1") == "waiting" and set(states.values()) == {"done"}


def the_work_is_done_once_and_stops(site: Site, **environment: str) -> None:
    site.environment |= environment
    site.manage("begin")

    work = site.start("work")
    assert wait_until(lambda: everything_is_settled(site)), site.states()
    work.send_signal(signal.SIGTERM)
    work.wait(PATIENCE)

    assert site.notes() == {f"note-{number}": "done\n" for number in range(10)}
    assert "note:99" not in site.states()
    assert site.rows("SELECT attempts, last_error FROM jobs_jobrun WHERE key = 'fail:1'") == [
        (1, "RuntimeError")
    ]
    assert wait_until(lambda: not processes_of(site)), "a process was left behind"


def test_django_q2_does_the_work_once_and_stops_when_asked(worker_site):
    the_work_is_done_once_and_stops(worker_site, TASK_ENGINE="django-q2")


@pytest.fixture
def own_queue(worker_site, redis_url):
    """The queue's own keys in the shared Redis go with the test."""
    yield redis_url
    with Redis.from_url(redis_url) as redis:
        for key in redis.scan_iter(f"{worker_site.folder}:*"):
            redis.delete(key)


@pytest.mark.redis
def test_celery_does_the_work_once_and_stops_when_asked(worker_site, own_queue):
    the_work_is_done_once_and_stops(worker_site, TASK_ENGINE="celery", REDIS_URL=own_queue)


def test_what_was_asked_for_without_a_broker_is_done_once_there_is_one(worker_site):
    """Nothing listens on that port: the outbox keeps everything, and the next start sends it."""
    worker_site.environment |= {"TASK_ENGINE": "celery", "REDIS_URL": "redis://127.0.0.1:1/0"}
    worker_site.manage("begin")
    assert set(worker_site.states().values()) == {"waiting"}

    worker_site.environment |= {"TASK_ENGINE": "django-q2", "REDIS_URL": ""}
    worker_site.start("work")

    assert wait_until(lambda: everything_is_settled(worker_site)), worker_site.states()
    assert worker_site.notes() == {f"note-{number}": "done\n" for number in range(10)}
