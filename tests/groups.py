"""Run the tests in groups and say what each took: `make test`, `make test-full`.

Every group runs, whatever the one before it found. The last lines are the totals, and what this
machine could not run.
"""

import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

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
ON_BOTH = "both_stacks and not browser and not benchmark"


@dataclass
class Group:
    name: str
    passed: int = 0
    failed: int = 0
    seconds: float = 0
    left_out: list[str] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    shutil.rmtree(REPORTS, ignore_errors=True)
    REPORTS.mkdir(parents=True)
    full = "--full" in arguments
    groups = [
        _timed("Lint and house rules", _lint_and_house),
        _timed("SQLite", _sqlite),
        _timed("PostgreSQL and Redis", _second_stack, full),
        _timed("Browser", _browser),
    ]
    return _summary(groups)


def _timed(name, run, *arguments) -> Group:
    print(f"\n── {name} ──", flush=True)
    group, start = Group(name), time.monotonic()
    run(group, *arguments)
    group.seconds = time.monotonic() - start
    return group


def _lint_and_house(group: Group) -> None:
    """Meanwhile the other core migrates the second stack's template database."""
    template = _second_template()
    for command in LINT:
        _check(group, command)
    _pytest(group, "tests/test_house.py", "-n0")
    if template:
        template.wait()


def _second_template() -> subprocess.Popen | None:
    """Where it fails, the group that needs it tells why."""
    if not (services.database_url() and services.redis_url()):
        return None
    return subprocess.Popen(
        [sys.executable, "-m", "tests.databases"],
        cwd=ROOT,
        env=os.environ | _second(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _second() -> dict[str, str]:
    return {"TEST_DATABASE": services.database_url(), "TEST_REDIS_URL": services.redis_url()}


def _sqlite(group: Group) -> None:
    if not services.import_corpus():
        group.left_out.append(f"tests marked corpus. {services.CORPUS_HINT}")
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
        print("Chromium is not installed. On Debian: apt-get install chromium")
        group.failed += 1
        return
    _pytest(group, "-m", "browser", "tests/browser")


def _check(group: Group, command: list) -> None:
    """One tool, one check: it passes or it fails."""
    words = [str(word) for part in command for word in _expanded(part)]
    good = subprocess.run(words, cwd=ROOT).returncode == 0
    group.passed += good
    group.failed += not good


def _expanded(part):
    return sorted(ROOT.glob("templates/**/*.html")) if part == "TEMPLATES" else [part]


def _pytest(group: Group, *arguments: str, env: dict | None = None) -> None:
    report = REPORTS / f"{group.name.split()[0]}.xml"
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
    code = subprocess.run(command, cwd=ROOT, env=os.environ | (env or {})).returncode
    passed, failed = _counts(report)
    group.passed += passed
    group.failed += failed or (code != 0)


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
