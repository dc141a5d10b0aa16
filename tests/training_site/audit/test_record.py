"""The record: written with its fact, sealed in order, and every tampering found."""

import uuid

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from tests.factories.accounts import a_person
from training_site import audit
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import RoleGrant
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText
from training_site.audit.recording import NotInATransaction
from training_site.audit.sealing import seal
from training_site.audit.verifying import verify

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
TRIGGERS = ("audit_event_is_never_changed", "audit_event_is_never_removed")


@pytest.fixture
def sealed_record():
    """Five events, sealed."""
    a_person(Role.TRAINEE, Role.INTERN, Role.MENTOR, Role.REVIEWER, Role.REGISTRAR)
    assert seal() == 5


def test_an_event_is_gone_with_the_fact_that_failed(now):
    person = a_person()

    with pytest.raises(RuntimeError), transaction.atomic():
        give_role(person, Role.MENTOR, by=None, now=now)
        raise RuntimeError

    assert not AuditEvent.objects.about(person.public_id).exists()
    assert not RoleGrant.objects.filter(person=person).exists()


def test_an_unknown_verb_is_refused(now):
    with pytest.raises(KeyError, match=r"accounts\.role\.invented"), transaction.atomic():
        audit.record("accounts.role.invented", actor=None, at=now)


def test_chained_rows_hold_no_words(now):
    person = a_person()
    with transaction.atomic():
        audit.record(
            "accounts.role.given",
            actor=person,
            at=now,
            values={"role": "mentor"},
            text="A reason in words",
        )

    row = AuditEvent.objects.by(person.public_id).values().get()

    assert "mentor" not in str(row)
    assert "reason" not in str(row)
    assert row["commitments"].keys() == {"role", "text"}


def test_sealing_gives_an_unbroken_order(sealed_record):
    report = verify()

    assert report.finding is None
    assert (report.sealed, report.unsealed) == (5, 0)
    assert list(AuditEvent.objects.sealed().values_list("seq", flat=True)) == [1, 2, 3, 4, 5]


def test_sealing_goes_on_from_the_head(sealed_record, now):
    give_role(a_person(), Role.INTERN, by=None, now=now)

    assert verify().unsealed == 1
    assert seal() == 1
    assert seal() == 0
    assert verify().finding is None


def test_erased_words_leave_the_chain_whole(sealed_record):
    AuditText.objects.first().delete()

    assert verify().finding is None


def test_changed_words_are_found(sealed_record):
    words = AuditText.objects.order_by("pk").first()
    AuditText.objects.filter(pk=words.pk).update(values={"role": "administrator"})

    assert verify().finding.problem == "its words were changed"


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("UPDATE audit_auditevent SET verb = 'x' WHERE seq = 3", "its content was changed"),
        ("DELETE FROM audit_auditevent WHERE seq = 3", "entry 3 is missing"),
        ("UPDATE audit_auditevent SET chain_hash = prev_hash WHERE seq = 3", "its link"),
    ],
)
def test_tampering_past_the_triggers_is_found_at_its_entry(sealed_record, sql, problem):
    """Whoever owns the database can drop a trigger; the chain still tells."""
    AuditText.objects.all().delete()
    _without_triggers(sql)

    finding = verify().finding

    assert problem in finding.problem
    assert finding.seq in {3, 4}


@pytest.mark.parametrize(
    "sql", ["UPDATE audit_auditevent SET verb = 'x'", "DELETE FROM audit_auditevent"]
)
def test_the_database_itself_refuses_changes(sealed_record, sql):
    with pytest.raises(DatabaseError, match="an audit event is never"), transaction.atomic():
        _execute(sql)


@pytest.mark.django_db(transaction=True)
def test_recording_outside_a_transaction_is_refused(now):
    with pytest.raises(NotInATransaction):
        audit.record("accounts.role.given", actor=None, at=now)


def test_the_command_ends_with_1_and_names_the_first_bad_entry(sealed_record, capsys):
    call_command("verify_record")
    AuditText.objects.all().delete()
    _without_triggers("UPDATE audit_auditevent SET verb = 'x' WHERE seq = 2")

    with pytest.raises(SystemExit) as ended:
        call_command("verify_record")

    printed = capsys.readouterr()
    assert "The record holds." in printed.out
    assert ended.value.code == 1
    assert "Entry 2" in printed.err


def _execute(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _without_triggers(sql):
    for name in TRIGGERS:
        _execute(_drop(name))
    _execute(sql)


def _drop(name):
    on_table = " ON audit_auditevent" if connection.vendor == "postgresql" else ""
    return f"DROP TRIGGER {name}{on_table}"


def test_ids_in_the_record_are_opaque(sealed_record):
    event = AuditEvent.objects.first()

    assert isinstance(event.subject_id, uuid.UUID)
