"""Database triggers that refuse changes no action of ours makes: the last wall behind the actions.

Used from migrations on both engines. SQLite drops triggers when Django rebuilds a table, so a later
migration that alters a guarded table must guard it again (a test looks for each by name).
"""

from django.db import migrations

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


def guard(
    name: str, table: str, *, on: str, message: str, when: str = "1 = 1"
) -> migrations.RunPython:
    """A migration operation that refuses `on` (INSERT, UPDATE or DELETE) where the SQL `when` holds.

    `when` speaks of OLD and NEW in SQL both engines know; it may look into other tables, which is why
    PostgreSQL asks it in the function and not in the trigger's WHEN. Without it `on` is refused always.
    """
    row = "OLD" if on == "DELETE" else "NEW"
    words = {"name": name, "table": table, "on": on, "message": message}
    words |= {"when": f"({when})", "row": row}

    def create(apps, schema_editor):
        vendor = schema_editor.connection.vendor
        if vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        schema_editor.execute((POSTGRES if vendor == "postgresql" else SQLITE).format(**words))

    def drop(apps, schema_editor):
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")

    return migrations.RunPython(create, drop)
