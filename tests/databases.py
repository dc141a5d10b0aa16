"""Test databases: migrate once into a template, then copy it for every worker and every restore.

Wagtail's migrations take longer than most test runs, and a flush would lose the root page, the
locale and the append-only triggers. So the template is named after what it was built from, kept
between runs, and a test that commits for real gets a fresh copy afterwards.

What several files of tests begin with, the loaded curriculum say, is kept for the length of one
run: on SQLite once for all workers, on PostgreSQL once for each.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import django
import wagtail
from django.apps import apps
from django.conf import settings
from django.db import connection, connections

from tests.migrating import migrate

CACHE_DIR = Path(settings.BASE_DIR) / ".cache" / "test-templates"
TEMPLATES_KEPT = 5
SHARED = "TEST_SHARED_DIR"  # names the folder that all workers of one run see
# What a migrated database is made from: the migrations, and what post_migrate reads.
SOURCES = (
    "migrations/*.py",
    "models.py",
    "models/**/*.py",
    "permissions.py",
    "roles.py",
    "apps.py",
)


def template_key() -> str:
    """The same key means the same migrated database."""
    digest = hashlib.sha256(f"{django.__version__} {wagtail.__version__}".encode())
    for app in sorted(apps.get_app_configs(), key=lambda app: app.name):
        for path in sorted(p for pattern in SOURCES for p in Path(app.path).glob(pattern)):
            digest.update(f"{app.name} {path.name}".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def for_this_run():
    """The database of the engine that the settings chose."""
    return (SQLite if connection.vendor == "sqlite" else PostgreSQL)(template_key())


def switch_to(name: str) -> None:
    connections.close_all()
    connection.settings_dict["NAME"] = name
    settings.DATABASES["default"]["NAME"] = name


@contextmanager
def one_at_a_time(name: str, folder: Path = CACHE_DIR):
    """Two xdist workers start together: one builds the template, the other waits for it."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _copy_folder(source: Path, to: Path) -> None:
    """Files that are there already are replaced, those made read-only too."""

    def replaced(source: str, to: str) -> None:
        Path(to).unlink(missing_ok=True)
        shutil.copy2(source, to)

    if source.exists():
        shutil.copytree(source, to, copy_function=replaced, dirs_exist_ok=True)


class SQLite:
    """A file, as in production: an in-memory database would ignore WAL and IMMEDIATE."""

    def __init__(self, key: str):
        self.template = CACHE_DIR / f"{key}.sqlite3"
        self.path = Path(settings.TEST_DIR) / "test.sqlite3"
        self.shared = Path(os.environ.get(SHARED, settings.TEST_DIR)) / "kept"
        self.folders = [Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT)]

    def prepare(self) -> None:
        self.make_template()
        self.restore()

    def make_template(self) -> None:
        with one_at_a_time("sqlite"):
            if not self.template.exists():
                self._build()

    def _build(self) -> None:
        unfinished = self.template.with_suffix(".unfinished")
        self.begin_empty(unfinished)
        migrate()
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections.close_all()
        unfinished.rename(self.template)
        by_age = sorted(CACHE_DIR.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)
        for old in by_age[:-TEMPLATES_KEPT]:
            old.unlink(missing_ok=True)

    @contextmanager
    def empty(self):
        """A database with nothing in it, for as long as the block lasts."""
        self.begin_empty(self.path)
        yield
        connections.close_all()

    def begin_empty(self, path: Path) -> None:
        for suffix in ("", "-wal", "-shm"):  # of a run that was killed
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        switch_to(str(path))

    def restore(self) -> None:
        """As the template is."""
        self._copy_from(self.template)

    def have(self, name: str, make: Callable[[], None]) -> None:
        """As `make` leaves what is there now; one worker makes it, and all copy it."""
        kept = self.shared / name
        with one_at_a_time(name, self.shared):
            if not kept.exists():
                make()
                self._keep(kept)
        self._copy_from(kept / self.path.name)
        for folder in self.folders:
            _copy_folder(kept / folder.name, folder)

    def _keep(self, kept: Path) -> None:
        """Under its name only when it is whole."""
        unfinished = kept.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections.close_all()
        shutil.copyfile(self.path, unfinished / self.path.name)
        for folder in self.folders:
            _copy_folder(folder, unfinished / folder.name)
        unfinished.rename(kept)

    def _copy_from(self, source: Path) -> None:
        switch_to(str(self.path))
        for suffix in ("-wal", "-shm"):
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)
        shutil.copyfile(source, self.path)

    def drop(self) -> None:
        connections.close_all()


class PostgreSQL:
    """Databases of our own on the server that the settings name; nothing else there is touched."""

    def __init__(self, key: str):
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        self.template = f"triad_template_{key}"
        self.name = f"triad_test_{os.getpid()}_{worker}"
        self.kept: set[str] = set()

    def prepare(self) -> None:
        self.make_template()
        self.restore()

    def make_template(self) -> None:
        with one_at_a_time("postgresql"):
            if not self._on_server("SELECT 1 FROM pg_database WHERE datname = %s", self.template):
                self._build()

    def _build(self) -> None:
        unfinished = f"{self.template}_unfinished"
        self.begin_empty(unfinished)
        migrate()
        self._on_server(f"ALTER DATABASE {unfinished} RENAME TO {self.template}")
        known = self._on_server(
            "SELECT datname FROM pg_database"
            " WHERE datname ~ '^triad_template_[0-9a-f]{16}$' ORDER BY oid"
        )
        for (old,) in known[:-TEMPLATES_KEPT]:
            self._on_server(f"DROP DATABASE IF EXISTS {old}")

    @contextmanager
    def empty(self):
        """A database with nothing in it, for as long as the block lasts."""
        self.begin_empty(self.name)
        yield
        self.drop()

    def begin_empty(self, name: str) -> None:
        self._on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self._on_server(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        switch_to(name)

    def restore(self) -> None:
        """As the template is."""
        self._copy(self.template, self.name)
        switch_to(self.name)

    def have(self, name: str, make: Callable[[], None]) -> None:
        """As `make` leaves what is there now; each worker makes it once, and has its files."""
        kept = f"{self.name}_{name}"
        if name in self.kept:
            self._copy(kept, self.name)
        else:
            make()
            self._copy(self.name, kept)
            self.kept.add(name)
        switch_to(self.name)

    def drop(self) -> None:
        for name in [self.name, *(f"{self.name}_{kept}" for kept in self.kept)]:
            self._on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _copy(self, source: str, to: str) -> None:
        self._on_server(f"DROP DATABASE IF EXISTS {to} WITH (FORCE)")
        self._on_server(f"CREATE DATABASE {to} TEMPLATE {source}")

    def _on_server(self, sql: str, *values) -> list:
        """Run one statement on the maintenance database, with no connection of ours in the way."""
        connections.close_all()
        with connection._nodb_cursor() as cursor:
            cursor.execute(sql, values or None)
            return cursor.fetchall() if cursor.description else []


if __name__ == "__main__":  # the template alone, before the tests that need it
    django.setup()
    try:
        for_this_run().make_template()
    finally:
        shutil.rmtree(settings.TEST_DIR)
