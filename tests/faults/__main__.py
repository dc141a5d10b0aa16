"""`make faults`: races, the state machines and the crash, long, on SQLite and, where it is, PostgreSQL.

Two hundred rounds of each race, four hundred lives of an attempt and a third as many of a record of
practice, a worker killed every few answers.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests import services

ROOT = Path(__file__).resolve().parents[2]
LONG = {
    "RACE_ROUNDS": "200",
    "STATEFUL_PROFILE": "faults",
    "DJANGO_SETTINGS_MODULE": "training_site.settings.test",
}
PYTEST = [sys.executable, "-m", "pytest", "-n0", "-q", "-s", "--durations=10"]
RACES = ["-m", "races", "tests/assessments", "tests/certification"]
"""Those of answers and time, of marking, of corrections, of signatures, schemes and decisions."""
LIVES = ["tests/assessments/test_stateful.py", "tests/certification/test_lives.py"]
CRASH = ["-m", "benchmark", "tests/faults"]


def main(runs: list[list[str]]) -> int:
    """Each run on each engine that this machine has; 1 where any of them is red."""
    red = 0
    for name, engine in engines().items():
        print(f"\n── {name} ──", flush=True)
        for run in runs:
            environment = os.environ | LONG | engine
            red += subprocess.run(PYTEST + run, cwd=ROOT, env=environment).returncode != 0
    return 1 if red else 0


def engines() -> dict[str, dict[str, str]]:
    """What the tests are told of each; a machine without the second stack is told what is left out."""
    known = {"SQLite": {"TEST_DATABASE": ""}}
    if services.database_url() and services.redis_url():
        known["PostgreSQL"] = {
            "TEST_DATABASE": services.database_url(),
            "TEST_REDIS_URL": services.redis_url(),
        }
    else:
        print(f"Left out: PostgreSQL. {services.POSTGRES_HINT} {services.REDIS_HINT}")
    return known


if __name__ == "__main__":
    sys.exit(main([RACES, LIVES, CRASH]))
