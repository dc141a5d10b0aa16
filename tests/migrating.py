"""Migrate an empty database in a sixth of the time, to the same tables.

Before each operation Django makes anew the classes of all models that the altered one leads to, and
by way of the user each leads to most others. An operation alters one table, though, and reads one
class. So only that one is made anew; all of them are before code of a migration asks for models, as
Django does by itself after what it calls a delayed change.

`python -m tests.migrating` migrates both ways and compares; `make test-full` does so on both engines.
"""

import shutil
import sys
from unittest import mock

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.state import ProjectState

# What makes up a database, with the order of its columns; the tables' rows are counted.
SQLITE = ["SELECT type, name, tbl_name, sql FROM sqlite_master"]
POSTGRESQL = [
    """SELECT c.relname, c.relkind, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
       a.attnotnull, a.attidentity, pg_get_expr(d.adbin, d.adrelid)
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
       WHERE c.relnamespace = 'public'::regnamespace""",
    """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace""",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    """SELECT proname, pg_get_functiondef(oid) FROM pg_proc
       WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'""",
]


def migrate() -> None:
    with mock.patch.object(ProjectState, "_find_reload_model", _only_itself):
        call_command("migrate", verbosity=0)


def _only_itself(state, app_label: str, model_name: str, delay: bool = False):
    state.is_delayed = True
    return {(app_label, model_name)}


def contents() -> set[tuple]:
    """Of the database that is connected to: whatever two ways of migrating could differ in."""
    with connection.cursor() as cursor:
        found = []
        for question in SQLITE if connection.vendor == "sqlite" else POSTGRESQL:
            cursor.execute(question)
            found += cursor.fetchall()
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
            found.append((table, *cursor.fetchone()))
    return {tuple(str(part) for part in row) for row in found}


def compare() -> int:
    """0 where both ways make the same; what they do not share is printed."""
    from tests import databases

    found = []
    for way in (migrate, lambda: call_command("migrate", verbosity=0)):
        with databases.for_this_run().empty():
            way()
            found.append(contents())
    apart = found[0] ^ found[1]
    print(f"{len(found[0] & found[1])} parts are the same both ways, {len(apart)} are not", *apart)
    return 1 if apart else 0


if __name__ == "__main__":
    django.setup()
    try:
        sys.exit(compare())
    finally:
        shutil.rmtree(settings.TEST_DIR)
