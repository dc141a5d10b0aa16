"""Run a few programs side by side as one: they start together and end together.

Each child leads a process group of its own, so that Ctrl-C reaches this process alone and it ends
the others in order; what a child has started ends with it.
"""

import os
import signal
import subprocess
import time
from dataclasses import dataclass

PATIENCE = 10.0  # seconds between asking a program to end and ending it


@dataclass(frozen=True)
class Program:
    name: str
    command: list[str]


class Together:
    """Programs that make one service."""

    def __init__(self, programs: list[Program], environment: dict[str, str]):
        self._programs = programs
        self._environment = environment
        self._running: dict[str, subprocess.Popen] = {}
        self._asked_to_end = False

    def __enter__(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_end)
        for program in self._programs:
            self._running[program.name] = subprocess.Popen(  # noqa: S603 (our own, no shell)
                program.command, env=os.environ | self._environment, start_new_session=True
            )
        return self

    def __exit__(self, *_error):
        for process in self._running.values():
            _signal_group(process, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for process in self._running.values():
            _end(process, deadline)

    def wait(self) -> str:
        """Until somebody ends the service ("") or one of its programs ends by itself (its name)."""
        while not self._asked_to_end:
            ended = self.ended()
            if ended:
                return ended
            time.sleep(0.2)
        return ""

    def ended(self) -> str:
        """The name of a program that is no longer running, or ""."""
        gone = (name for name, process in self._running.items() if process.poll() is not None)
        return next(gone, "")

    @property
    def asked_to_end(self) -> bool:
        return self._asked_to_end

    def _ask_to_end(self, _number, _frame):
        self._asked_to_end = True


def _end(process: subprocess.Popen, deadline: float) -> None:
    try:
        process.wait(timeout=max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        pass
    _signal_group(process, signal.SIGKILL)
    process.wait()


def _signal_group(process: subprocess.Popen, number: int) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        pass
