"""Find what some tests need and not every machine has: each is optional, and said where it is left out."""

import os
import shutil
import socket
from functools import cache
from pathlib import Path

POSTGRES_HERE = "postgres://postgres@127.0.0.1:5432/postgres"
REDIS_HERE = "redis://127.0.0.1:6379/9"
POSTGRES_HINT = "Start PostgreSQL on 127.0.0.1:5432 or set TEST_DATABASE_URL."
CORPUS_HINT = "Set IMPORT_CORPUS to a folder of question files that other programs wrote."
POPPLER_HINT = "Install Poppler's tools (on Debian: apt-get install poppler-utils)."
OUTSIDERS_HINT = "Install Node.js 20 or newer with npm, then run `make outsiders`."
OUTSIDERS = Path(__file__).parent / "outsiders"
REDIS_HINT = "Start Redis on 127.0.0.1:6379 or set TEST_REDIS_URL."


def _answers(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@cache
def database_url() -> str:
    """The server for tests on PostgreSQL, or "" where none answers."""
    return os.environ.get("TEST_DATABASE_URL") or (POSTGRES_HERE if _postgres_lets_us_in() else "")


def _postgres_lets_us_in() -> bool:
    """A server that asks for a password is somebody else's; it is not ours to use."""
    if not _answers(5432):
        return False
    import psycopg

    try:
        psycopg.connect(POSTGRES_HERE, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@cache
def redis_url() -> str:
    """The server for tests on Redis, or "" where none answers."""
    return os.environ.get("TEST_REDIS_URL") or (REDIS_HERE if _answers(6379) else "")


def import_corpus() -> str:
    """The folder with files of other programs, which lie outside the project; "" where none is."""
    return os.environ.get("IMPORT_CORPUS", "")


@cache
def absent() -> dict[str, str]:
    """The marks of tests that this machine cannot run, each with what would help."""
    found = {
        "redis": (redis_url(), REDIS_HINT),
        "poppler": (shutil.which("pdfsig"), POPPLER_HINT),
        "outsiders": (_outsiders_are_here(), OUTSIDERS_HINT),
    }
    return {mark: hint for mark, (is_here, hint) in found.items() if not is_here}


def _outsiders_are_here() -> bool:
    """The lock of what was installed is that of the tests: an older copy would check with less."""
    installed = OUTSIDERS / "node_modules" / ".package-lock.json"
    lock = OUTSIDERS / "package-lock.json"
    is_new = installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime
    return bool(shutil.which("node")) and is_new
