"""`make planted`: each fault in a copy of the project, where its test must turn red.

Every test is run as the project is, too, and must be green there: a test that is red anyway finds
nothing. Two copies share the faults, so both cores work. Words after the command choose those in
whose file's path one of them stands: `python -m tests.planted certification/scheme`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests import services
from tests.planted import FAULTS
from tests.planted.faults import Fault

ROOT = Path(__file__).resolve().parents[2]
LEFT_BEHIND = (".git", ".venv", ".cache", ".hypothesis", "var", "__pycache__", "node_modules")
LIMIT = 600  # seconds for one run of a test
COPIES = 2


def main(words: list[str]) -> int:
    faults, left_out = _possible(_chosen(words))
    halves = [faults[number::COPIES] for number in range(COPIES)]
    with tempfile.TemporaryDirectory(prefix="triad-planted-") as folder:
        copies = [_copy(Path(folder) / str(number)) for number in range(COPIES)]
        with ThreadPoolExecutor(COPIES) as pool:
            found = list(pool.map(_try_all, copies, halves))
    rows = [row for half in found for row in half]
    return _report(sorted(rows, key=lambda row: FAULTS.index(row[0])), left_out)


def _chosen(words: list[str]) -> list[Fault]:
    return [fault for fault in FAULTS if any(word in fault.file for word in words or [""])]


def _possible(faults: Iterable[Fault]) -> tuple[list[Fault], list[Fault]]:
    """Those that this machine can try, and those that need PostgreSQL where there is none."""
    there = bool(services.database_url() and services.redis_url())
    possible = [fault for fault in faults if there or not fault.on_postgresql]
    return possible, [fault for fault in faults if fault not in possible]


def _copy(to: Path) -> Path:
    """Without what belongs to one folder; databases that are migrated already are shared."""
    shutil.copytree(ROOT, to, ignore=shutil.ignore_patterns(*LEFT_BEHIND), symlinks=True)
    (ROOT / ".cache" / "test-templates").mkdir(parents=True, exist_ok=True)
    (to / ".cache").symlink_to(ROOT / ".cache")
    return to


def _try_all(copy: Path, faults: list[Fault]) -> list[tuple[Fault, str, str]]:
    """Each fault with what its test said without it and with it."""
    green = {}
    for on_postgresql in (False, True):
        tests = sorted({fault.test for fault in faults if fault.on_postgresql is on_postgresql})
        green |= _run(copy, tests, on_postgresql=on_postgresql) if tests else {}
    return [(fault, green.get(_name(fault.test), "missing"), _try(copy, fault)) for fault in faults]


def _try(copy: Path, fault: Fault) -> str:
    path = copy / fault.file
    text = path.read_text()
    if text.count(fault.old) != 1:
        return f"not planted: its place stands {text.count(fault.old)} times"
    path.write_text(text.replace(fault.old, fault.new))
    try:
        outcome = _run(copy, [fault.test], on_postgresql=fault.on_postgresql)
    finally:
        path.write_text(text)
    return outcome.get(_name(fault.test), "not run")


def _run(copy: Path, tests: list[str], *, on_postgresql: bool) -> dict[str, str]:
    """What each test said, by its name: "green" only where every one of its cases is."""
    report = copy / "report.xml"
    report.unlink(missing_ok=True)
    plain = ["-n0", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    command = [sys.executable, "-B", "-m", "pytest", *plain, f"--junitxml={report}", *tests]
    subprocess.run(
        command,
        cwd=copy,
        env=_environment(on_postgresql),
        timeout=LIMIT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return _outcomes(report) if report.exists() else {}


def _environment(on_postgresql: bool) -> dict[str, str]:
    """More rounds than every day: a lock that is missing shows in some of them only."""
    kept = {name: value for name, value in os.environ.items() if name != "TEST_DATABASE"}
    both = {"TEST_DATABASE": services.database_url(), "TEST_REDIS_URL": services.redis_url()}
    rounds = {"RACE_ROUNDS": "25", "DJANGO_SETTINGS_MODULE": "training_site.settings.test"}
    return kept | rounds | (both if on_postgresql else {})


def _outcomes(report: Path) -> dict[str, str]:
    outcomes: dict[str, str] = {}
    for case in ET.parse(report).getroot().iter("testcase"):
        name = case.get("name").split("[")[0]
        red = any(case.find(kind) is not None for kind in ("failure", "error"))
        outcomes[name] = "red" if red else outcomes.get(name, "green")
    return outcomes


def _name(test: str) -> str:
    return test.rsplit("::", 1)[1]


def _report(rows: list[tuple[Fault, str, str]], left_out: list[Fault]) -> int:
    print(f"{'lesson':<8}{'fault':<52}{'without':<9}{'with':<8}test")
    for fault, without, planted in rows:
        print(f"{fault.lesson or '':<8}{fault.what:<52}{without:<9}{planted:<8}{_name(fault.test)}")
    for fault in left_out:
        print(f"Left out: {fault.what}. {services.POSTGRES_HINT} {services.REDIS_HINT}")
    unfound = [row for row in rows if row[1:] != ("green", "red")]
    print(f"\n{len(rows) - len(unfound)} of {len(rows)} planted faults turned their test red.")
    return 1 if unfound else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
