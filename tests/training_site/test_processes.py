"""Programs that run as one end as one."""

import os
import signal
import sys
import time

import pytest

from training_site.processes import Program, Together

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
IGNORES = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    "print('deaf', flush=True); time.sleep(60)",
]


@pytest.fixture(autouse=True)
def _signals_as_before():
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def is_gone(pid: int) -> bool:
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return True
    return False


def pids(service: Together) -> list[int]:
    return [process.pid for process in service._running.values()]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_every_program(number):
    with Together([Program("a", SLEEPS), Program("b", SLEEPS)], {}) as service:
        started = pids(service)
        os.kill(os.getpid(), number)
        ended = service.wait()

    assert ended == ""
    assert all(is_gone(pid) for pid in started)


def test_a_program_that_ends_by_itself_is_named_and_takes_the_others_along():
    with Together([Program("lasting", SLEEPS), Program("brief", [sys.executable, "-V"])], {}) as s:
        started = pids(s)
        ended = s.wait()

    assert ended == "brief"
    assert all(is_gone(pid) for pid in started)


def test_a_program_that_does_not_listen_is_ended_by_force(monkeypatch, capfd):
    monkeypatch.setattr("training_site.processes.PATIENCE", 0.3)
    with Together([Program("deaf", IGNORES)], {}) as service:
        (pid,) = pids(service)
        while "deaf" not in capfd.readouterr().out:
            time.sleep(0.05)

    assert is_gone(pid)


def test_programs_are_given_the_environment(capfd):
    tell = [sys.executable, "-c", "import os; print(os.environ['PORT_OF_THE_DEMO'])"]

    with Together([Program("tell", tell)], {"PORT_OF_THE_DEMO": "8123"}) as service:
        service.wait()

    assert capfd.readouterr().out.strip() == "8123"
