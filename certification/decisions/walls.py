"""Triggers whose condition looks into other tables: they compare a copy with what it copies.

`training_site.audit.triggers.guard` refuses by looking at one row; PostgreSQL allows no more in a
trigger's WHEN. Here the condition stands in the trigger's function instead.
"""

from django.db import migrations

POSTGRES = """
CREATE OR REPLACE FUNCTION {name}_refuse() RETURNS trigger AS $$
BEGIN
  IF {when} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
DROP TRIGGER IF EXISTS {name} ON {table};
CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {name}_refuse();
"""
SQLITE = """
CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {when}
BEGIN SELECT RAISE(ABORT, '{message}'); END
"""


def wall(name: str, table: str, *, when: str, message: str) -> migrations.RunPython:
    """A migration operation that refuses to insert a row for which the SQL `when` holds."""
    words = {"name": name, "table": table, "when": f"({when})", "message": message}

    def create(apps, schema_editor):
        vendor = schema_editor.connection.vendor
        if vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        schema_editor.execute((POSTGRES if vendor == "postgresql" else SQLITE).format(**words))

    def drop(apps, schema_editor):
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")

    return migrations.RunPython(create, drop)
