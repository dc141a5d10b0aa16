"""The watchdog against processes that behave as a jammed, a fallen and a deaf engine do."""

import os
import signal
import sys
import threading
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from training_site.jobs.watchdog import Watchdog

# Notes its start and its child's number, then ignores SIGTERM, as a jammed cluster does.
DEAF = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1], "a").write(f"{child.pid}\\n")
time.sleep(60)
"""
FALLS = """
import sys
open(sys.argv[1], "a").write("started\\n")
sys.exit(3)
"""


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "starts"
    path.touch()
    return path


def a_watchdog(program, log, **settings):
    command = [sys.executable, "-c", program, str(log)]
    quick = {"grace": 0.3, "look_every": 0.05, "pause": 0.05, "last_beat": lambda: None}
    return Watchdog(command, **quick | settings)


def run_until(watchdog, condition, seconds=10):
    """Run it in this thread, since only the main thread hears signals, and stop it like Ctrl-C."""

    def stop():
        end = time.monotonic() + seconds
        while not condition() and time.monotonic() < end:
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGINT)

    handlers = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    stopper = threading.Thread(target=stop)
    stopper.start()
    try:
        watchdog.run()
    finally:
        stopper.join()
        signal.signal(signal.SIGTERM, handlers[0])
        signal.signal(signal.SIGINT, handlers[1])


def starts(log):
    return log.read_text().split()


def all_gone(pids, seconds=5):
    """A killed process whose parent is gone too takes a moment to disappear."""
    end = time.monotonic() + seconds
    while any(is_alive(pid) for pid in pids) and time.monotonic() < end:
        time.sleep(0.02)
    return not any(is_alive(pid) for pid in pids)


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().split()[2] != "Z"
    except FileNotFoundError:
        return False


def test_an_engine_that_stands_still_is_ended_with_its_children_and_started_afresh(log):
    watchdog = a_watchdog(DEAF, log, limit=timedelta(seconds=0.5))

    run_until(watchdog, lambda: len(starts(log)) >= 2)

    assert len(starts(log)) >= 2
    assert all_gone(starts(log))


def test_an_engine_whose_heart_beats_is_left_alone(log):
    watchdog = a_watchdog(DEAF, log, limit=timedelta(seconds=0.5), last_beat=timezone.now)
    later = time.monotonic() + 1.5

    run_until(watchdog, lambda: time.monotonic() > later)

    assert len(starts(log)) == 1


def test_a_heartbeat_that_cannot_be_read_is_no_reason_to_restart(log, caplog):
    def no_database():
        raise ConnectionError

    watchdog = a_watchdog(DEAF, log, limit=timedelta(seconds=0.2), last_beat=no_database)
    later = time.monotonic() + 1

    run_until(watchdog, lambda: time.monotonic() > later)

    assert len(starts(log)) == 1
    assert "could not be read: ConnectionError" in caplog.text


def test_an_engine_that_fell_is_started_again(log):
    run_until(a_watchdog(FALLS, log), lambda: len(starts(log)) >= 3)

    assert len(starts(log)) >= 3


def test_stopping_ends_even_a_deaf_engine_within_its_grace(log):
    began = []

    run_until(a_watchdog(DEAF, log), lambda: starts(log) and (began.append(time.monotonic()) or 1))

    assert time.monotonic() - began[-1] < 2
    assert all_gone(starts(log))


def test_a_start_that_cannot_be_prepared_is_made_all_the_same(log, caplog):
    def no_database():
        raise ConnectionError

    run_until(a_watchdog(FALLS, log, on_start=no_database), lambda: starts(log))

    assert starts(log)
    assert "could not be prepared: ConnectionError" in caplog.text
