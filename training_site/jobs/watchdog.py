"""Keeps an engine's processes running, and starts them afresh when their work stands still.

Why a watchdog: when an idle django-q2 worker is killed, it takes the lock of the queue with it. The
cluster then looks alive, does nothing and ignores SIGTERM; only ending the whole group helps.
"""

import ctypes
import logging
import os
import signal
import subprocess  # nosec: our own engine, with arguments from the code
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

logger = logging.getLogger("triad.jobs")
PR_SET_PDEATHSIG = 1  # Linux: the signal that a process gets when its parent has died


@dataclass
class Watchdog:
    """`last_beat` tells when work was last done, `on_start` prepares each start of the engine."""

    command: list[str]
    last_beat: Callable[[], datetime | None]
    on_start: Callable[[], None] = lambda: None
    environment: dict[str, str] = field(default_factory=dict)
    folder: str | None = None
    limit: timedelta = timedelta(minutes=3)
    grace: float = 7.0  # seconds for a stopping engine to finish; whoever ends us waits for ten
    look_every: float = 5.0  # seconds
    pause: float = 2.0  # seconds before a fallen engine is started again
    stopping: bool = False
    group: subprocess.Popen | None = None
    started_at: datetime | None = None

    def run(self) -> None:
        """Until SIGTERM or SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask_to_stop)
        while not self.stopping:
            self._start()
            self._watch()
            self._end()
            self._wait(self.pause)

    def _ask_to_stop(self, *_signal) -> None:
        self.stopping = True

    def _start(self) -> None:
        try:
            self.on_start()
        except Exception as error:  # a database that is away for a moment must not end the watch
            logger.warning("The start could not be prepared: %s.", type(error).__name__)
        self.started_at = timezone.now()
        self.group = subprocess.Popen(  # noqa: S603
            self.command,
            cwd=self.folder,
            env={**os.environ, **self.environment},
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )

    def _watch(self) -> None:
        """Returns when the engine has fallen, stands still, or is to stop."""
        while not self.stopping:
            self._wait(self.look_every)
            if self.group.poll() is not None and not self.stopping:
                logger.error("The job engine ended by itself (%s).", self.group.returncode)
                return
            if self._stands_still():
                logger.error("No job has run for %s: the engine is started afresh.", self.limit)
                self._kill()
                return

    def _stands_still(self) -> bool:
        """Counted from the start at the earliest; a database that is away tells nothing."""
        try:
            seen = self.last_beat()
        except Exception as error:
            logger.warning("The heartbeat could not be read: %s.", type(error).__name__)
            return False
        return timezone.now() - max(filter(None, [seen, self.started_at])) > self.limit

    def _end(self) -> None:
        """Ask the leader, which lets its workers finish; then end whoever is left in the group."""
        if self.group.poll() is None:
            self.group.terminate()
            try:
                self.group.wait(self.grace)
            except subprocess.TimeoutExpired:
                logger.warning("The job engine did not stop in time; it is ended.")
        self._kill()

    def _kill(self) -> None:
        try:
            os.killpg(self.group.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        finally:
            self.group.wait()

    def _wait(self, seconds: float) -> None:
        """Sleep in short naps, so that Ctrl-C is answered at once."""
        end = time.monotonic() + seconds
        while not self.stopping and time.monotonic() < end:
            time.sleep(min(0.2, seconds))


def _die_with_parent() -> None:
    """Even after kill -9 of `work` no second engine is left behind."""
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    except (OSError, AttributeError):
        return  # not Linux: a stray engine is then possible, and harmless
