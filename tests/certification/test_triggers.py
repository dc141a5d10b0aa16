"""The triggers that migrations put up are there after all migrations, on both engines.

SQLite drops a table's triggers without a word when Django rebuilds the table, so each is looked for
by its name.
"""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from training_site.audit.triggers import Guard

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
LOOK = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " WHERE NOT t.tgisinternal AND t.tgenabled = 'O'"
    ),
}
# What a certificate rests on: each of these tables refuses to be rewritten and to lose a row.
CHAIN = {
    "assessments_attempt",
    "assessments_formitem",
    "assessments_itemversion",
    "audit_auditevent",
    "certification_appeal",
    "certification_appealruling",
    "certification_application",
    "certification_certificate",
    "certification_certificateevent",
    "certification_ceactivity",
    "certification_certificatefile",
    "certification_certificatereplacement",
    "certification_certificatetemplate",
    "certification_committeemember",
    "certification_committeevote",
    "certification_complaint",
    "certification_complaintfinding",
    "certification_complaintstep",
    "certification_condition",
    "certification_conditionevent",
    "certification_decision",
    "certification_decisionreviewer",
    "certification_hoursentry",
    "certification_interimmeasure",
    "certification_peerreview",
    "certification_periodsignoff",
    "certification_recall",
    "certification_recallitem",
    "certification_renewal",
    "certification_review",
    "certification_sanction",
    "certification_sanctionevent",
    "certification_signedentry",
    "content_attestation",
    "content_policyversion",
    "courses_lessonversion",
}


def promised() -> set[tuple[str, str]]:
    """(trigger, table) of every guard in the migrations."""
    migrations = MigrationLoader(None).disk_migrations.values()
    operations = [one for migration in migrations for one in migration.operations]
    return {(one.name, one.table) for one in operations if isinstance(one, Guard)}


def present() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(LOOK[connection.vendor])
        return set(cursor.fetchall())


def test_every_trigger_of_the_migrations_is_there():
    assert promised() - present() == set()


def test_every_table_of_the_chain_has_its_triggers():
    guarded = [table for _name, table in present()]

    assert {table for table in CHAIN if guarded.count(table) < 2} == set()
