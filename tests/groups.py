"""Run the tests in groups and say what each took: `make test`, `make test-full`.

Every group runs, whatever the one before it found. The last lines are the totals, and what this
machine could not run.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests import services

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
REPORTS = ROOT / ".cache" / "test-reports"
LINT = [
    [BIN / "ruff", "check", "--quiet", "."],
    [BIN / "ruff", "format", "--check", "--quiet", "."],
    [BIN / "djade", "--check", "--target-version", "5.2", "TEMPLATES"],
    [BIN / "lint-imports", "--no-logo"],
]
SHARED = "TEST_SHARED_DIR"  # as tests/databases.py has it, which needs Django
ON_BOTH = "both_stacks and not browser and not benchmark"


@dataclass
class Group:
    name: str
    passed: int = 0
    failed: int = 0
    seconds: float = 0
    left_out: list[str] = field(default_factory=list)
    output: IO[str] = field(default_factory=lambda: sys.stdout)


def main(arguments: list[str]) -> int:
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    # A dozen processes load the same files: compiled by the first, not by each.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    full = "--full" in arguments
    with tempfile.TemporaryDirectory(prefix="triad-shared-") as shared:
        os.environ[SHARED] = shared  # one load of the curriculum serves every group on SQLite
        groups = [
            _timed(Group("Lint and house rules"), _lint_and_house, full),
            _timed(Group("SQLite"), _sqlite),
            *_side_by_side(full),
        ]
    return _summary(groups)


def _side_by_side(full: bool) -> list[Group]:
    """One waits for its server half of the time, the other for its browser; told one by one."""
    second, browser = Group("PostgreSQL and Redis"), Group("Browser")
    with ThreadPoolExecutor() as pool, tempfile.TemporaryFile("w+") as browser.output:
        waiting = pool.submit(_timed, browser, _browser)
        _timed(second, _second_stack, full)
        waiting.result()
        browser.output.seek(0)
        print(browser.output.read(), flush=True)
    return [second, browser]


def _timed(group: Group, run, *arguments) -> Group:
    start = time.monotonic()
    print(f"\n── {group.name} ──", file=group.output, flush=True)
    run(group, *arguments)
    group.seconds = time.monotonic() - start
    return group


def _lint_and_house(group: Group, full: bool) -> None:
    """Meanwhile the other core migrates the template databases."""
    engines = [{}, _second()] if services.database_url() and services.redis_url() else [{}]
    templates = [_template(engine) for engine in engines]
    for command in LINT:
        _check(group, command)
    for template in templates:
        template.wait()
    _pytest(group, "tests/test_house.py", "-n0")
    for engine in engines if full else []:
        _check(group, [sys.executable, "-m", "tests.migrating"], env=engine)


def _template(engine: dict[str, str]) -> subprocess.Popen:
    """Where it fails, the group that needs it tells why."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.databases"],
        cwd=ROOT,
        env=os.environ | engine,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _second() -> dict[str, str]:
    return {"TEST_DATABASE": services.database_url(), "TEST_REDIS_URL": services.redis_url()}


def _sqlite(group: Group) -> None:
    if not services.import_corpus():
        group.left_out.append(f"tests marked corpus. {services.CORPUS_HINT}")
    for mark in ("poppler", "outsiders"):
        if hint := services.absent().get(mark):
            group.left_out.append(f"tests marked {mark}. {hint}")
    _pytest(group, "--ignore=tests/test_house.py")


def _second_stack(group: Group, full: bool) -> None:
    if not services.database_url():
        group.left_out.append(f"everything on PostgreSQL. {services.POSTGRES_HINT}")
        return
    if not services.redis_url():
        group.left_out.append(f"everything on Redis. {services.REDIS_HINT}")
    _pytest(group, "-m", "not browser and not benchmark" if full else ON_BOTH, env=_second())


def _browser(group: Group) -> None:
    if not shutil.which("chromium"):
        hint = "Chromium is not installed. On Debian: apt-get install chromium"
        print(hint, file=group.output, flush=True)
        group.failed += 1
        return
    _pytest(group, "-m", "browser", "tests/browser")


def _check(group: Group, command: list, env: dict | None = None) -> None:
    """One tool, one check: it passes or it fails."""
    words = [str(word) for part in command for word in _expanded(part)]
    good = subprocess.run(words, cwd=ROOT, env=os.environ | (env or {})).returncode == 0
    group.passed += good
    group.failed += not good


def _expanded(part):
    return sorted(ROOT.glob("templates/**/*.html")) if part == "TEMPLATES" else [part]


def _pytest(group: Group, *arguments: str, env: dict | None = None) -> None:
    report = REPORTS / f"{group.name.split()[0]}.xml"
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
    environment = os.environ | (env or {})
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=group.output, stderr=subprocess.STDOUT
    )
    passed, failed = _counts(report)
    group.passed += passed
    group.failed += failed or (done.returncode != 0)


def _counts(report: Path) -> tuple[int, int]:
    if not report.exists():
        return 0, 0
    suite = ET.parse(report).getroot().find("testsuite")
    failed = int(suite.get("failures")) + int(suite.get("errors"))
    return int(suite.get("tests")) - failed - int(suite.get("skipped")), failed


def _summary(groups: list[Group]) -> int:
    print()
    for group in groups:
        state = f"{group.failed} failed" if group.failed else "ok"
        print(f"{group.name:<22}{group.passed:>6} passed  {group.seconds:>5.0f} s  {state}")
    for group in groups:
        for what in group.left_out:
            print(f"Left out: {what}")
    failed = sum(group.failed for group in groups)
    print(f"\n{sum(group.passed for group in groups)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
