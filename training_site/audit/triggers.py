"""Database triggers that refuse changes no action of ours makes: the last wall behind the actions.

Used from migrations on both engines. SQLite drops triggers when Django rebuilds a table, so a later
migration that alters a guarded table must guard it again or wrap itself in `rebuilding` (a test
looks for each by name). These operations never ask for the models of their moment: putting those
together takes longer than everything else a migration does.
"""

from collections.abc import Callable

from django.db.migrations.operations.base import Operation

POSTGRES = """
CREATE OR REPLACE FUNCTION {name}_refuse() RETURNS trigger AS $$
BEGIN
  IF {when} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
  RETURN {row};
END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS {name} ON {table};
CREATE TRIGGER {name} BEFORE {on} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}_refuse();
"""
SQLITE = """
CREATE TRIGGER {name} BEFORE {on} ON {table} WHEN {when}
BEGIN SELECT RAISE(ABORT, '{message}'); END
"""


class _OnlyStatements(Operation):
    """An operation that leaves the models as they are."""

    reversible = True

    def state_forwards(self, app_label, state):
        pass


class Guard(_OnlyStatements):
    def __init__(self, name: str, table: str, *, on: str, message: str, when: str):
        self.name, self.table, self.on, self.message, self.when = name, table, on, message, when

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        words = {"name": self.name, "table": self.table, "on": self.on, "message": self.message}
        words |= {"when": f"({self.when})", "row": "OLD" if self.on == "DELETE" else "NEW"}
        vendor = schema_editor.connection.vendor
        if vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name}")
        schema_editor.execute((POSTGRES if vendor == "postgresql" else SQLITE).format(**words))

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        on_postgresql = schema_editor.connection.vendor == "postgresql"
        on_table = f" ON {self.table}" if on_postgresql else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name}{on_table}")

    def taken_down(self) -> "Statements":
        """The operation that removes it, before a table is rebuilt; backwards puts it up again."""
        return Statements(
            lambda schema_editor: self.database_backwards("", schema_editor, None, None),
            lambda schema_editor: self.database_forwards("", schema_editor, None, None),
        )

    def describe(self):
        return f"Refuse {self.on} on {self.table}: {self.message}"


def guard(name: str, table: str, *, on: str, message: str, when: str = "1 = 1") -> Guard:
    """A migration operation that refuses `on` (INSERT, UPDATE or DELETE) where the SQL `when` holds.

    `when` speaks of OLD and NEW in SQL both engines know; it may look into other tables, which is why
    PostgreSQL asks it in the function and not in the trigger's WHEN. Without it `on` is refused always.
    """
    return Guard(name, table, on=on, message=message, when=when)


def columns_changed(columns: str) -> str:
    """SQL that holds where an UPDATE gives one of these columns another value."""
    return " OR ".join(
        f"CAST(NEW.{one} AS text) IS DISTINCT FROM CAST(OLD.{one} AS text)"
        for one in columns.split()
    )


class Statements(_OnlyStatements):
    """Whatever two functions of the schema editor do, forwards and backwards."""

    def __init__(self, forwards: Callable, backwards: Callable):
        self.forwards, self.backwards = forwards, backwards

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        self.forwards(schema_editor)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        self.backwards(schema_editor)


def rebuilding(operations: list) -> list:
    """The operations of a migration that alters guarded tables, with the triggers out of the way.

    SQLite rebuilds an altered table: it refuses while a trigger speaks of the old one, and forgets
    the triggers on it. So every trigger steps aside first and comes back word for word; one whose
    words the alteration makes wrong is guarded anew by a later migration.
    """
    aside: list[tuple[str, str]] = []

    def step_aside(schema_editor):
        if schema_editor.connection.vendor != "sqlite":
            return
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            aside[:] = cursor.fetchall()
        for name, _sql in aside:
            schema_editor.execute(f"DROP TRIGGER {name}")

    def come_back(schema_editor):
        while aside:
            schema_editor.execute(aside.pop()[1])

    return [Statements(step_aside, come_back), *operations, Statements(come_back, step_aside)]
