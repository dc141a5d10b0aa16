"""What raw SQL cannot do either: two certificates that count, a successor that nobody asked for."""

import pytest
from django.db import DatabaseError, connection, transaction

from certification.credentials import actions
from certification.credentials.models import Certificate, CertificateReplacement
from tests.factories import decisions as world
from tests.factories import replacing as again
from tests.factories.accounts import a_person

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
REASON = "The committee found that the code was breached."


def refused(sql: str, *values) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def refused_row(model, **values) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.create(**values)


def a_copy_of(certificate, **differs) -> dict:
    """The columns of another certificate like this one."""
    fields = (
        "holder scheme_version snapshot snapshot_hash valid_from valid_until grace_days".split()
    )
    more = "standing_on allocated_at status_list".split()
    kept = {name: getattr(certificate, name) for name in [*fields, *more]}
    return kept | {"number": "00000000000000", "status_index": 1} | differs


@pytest.fixture
def made(now, monkeypatch):
    """Makes the successor that was asked for, and stops before it is issued."""

    def make(asked) -> Certificate:
        with monkeypatch.context() as patched:
            patched.setattr(
                "certification.credentials.actions.issuing.put_in_force",
                lambda *args, **kwargs: (_ for _ in ()).throw(RuntimeError),
            )
            with pytest.raises(RuntimeError):
                actions.issue_replacement(asked.pk, now=now)
        return Certificate.objects.get(replacement=asked)

    return make


ISSUE = "UPDATE certification_certificate SET issued_at = allocated_at WHERE id = %s"


def test_no_successor_is_issued_while_the_old_one_stands(made):
    old = world.a_quick_certificate()
    successor = made(again.a_name_asked(old))

    refused(ISSUE, successor.pk)
    for standing in ("suspended", "withdrawn"):
        Certificate.objects.filter(pk=old.pk).update(standing=standing)
        refused(ISSUE, successor.pk)


def test_nor_is_one_put_there_issued(now):
    old = world.a_quick_certificate()
    asked = again.a_name_asked(old)
    successor = a_copy_of(old, replacement=asked, first=old)

    refused_row(Certificate, **successor, issued_at=now)
    assert Certificate.objects.create(**successor).issued_at is None


def test_one_replacement_has_one_successor_and_one_certificate_one_replacement(now):
    old = world.a_quick_certificate()
    new = again.a_successor(old, "name")
    asked = new.replacement

    refused_row(Certificate, **a_copy_of(old, replacement=asked, first=old))
    refused_row(
        CertificateReplacement,
        certificate=old,
        kind="number",
        reason=REASON,
        by=old.holder,
        at=now,
    )


def test_what_was_dropped_is_never_issued_and_what_was_issued_is_never_dropped(now, made):
    old = world.a_quick_certificate()
    dropped = again.a_name_asked(old)
    stray = made(dropped)
    CertificateReplacement.objects.filter(pk=dropped.pk).update(dropped_at=now)
    new = again.a_successor(old, "number")
    column = "UPDATE certification_certificatereplacement SET dropped_at ="

    refused(ISSUE, stray.pk)
    refused(f"{column} NULL WHERE id = %s", dropped.pk)
    refused(f"{column} at WHERE id = %s", new.replacement_id)
    assert list(Certificate.objects.line_of(old).current()) == [new]


@pytest.mark.parametrize(
    "differs",
    [
        {"first": None},
        {"replacement": None},
        {"holder": "another"},
        {"first": "another line"},
    ],
    ids=str,
)
def test_a_successor_is_its_holders_and_of_its_line(differs):
    old, other = world.a_quick_certificate(), world.a_quick_certificate()
    asked = again.a_name_asked(old)
    words = {"another": a_person(), "another line": other}
    row = a_copy_of(old, replacement=asked, first=old)

    refused_row(Certificate, **row | {name: words.get(what) for name, what in differs.items()})


@pytest.mark.parametrize("granted", ["nothing", "of another", "for another term", "refused"])
def test_another_term_needs_a_renewal_that_was_granted_for_this_one(now, granted):
    old, other = world.a_quick_certificate(), world.a_quick_certificate()
    asked = again.a_term_granted(old, world.a_decider())
    rows = {
        "of another": (other, {}),
        "for another term": (old, {"term_last": now.date()}),
        "refused": (old, {"outcome": "refuse"}),
    }
    if granted in rows:
        of, differs = rows[granted]
        again.a_granted_renewal(of, world.a_decider(), **differs)

    refused_row(Certificate, **a_copy_of(old, replacement=asked, first=old))


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM certification_certificatereplacement WHERE id = %s",
        "UPDATE certification_certificatereplacement SET kind = 'number' WHERE id = %s",
        "UPDATE certification_certificatereplacement SET certificate_id = NULL WHERE id = %s",
        "UPDATE certification_certificatereplacement SET valid_until = '2099-01-01' WHERE id = %s",
    ],
)
def test_what_was_asked_for_is_never_changed_or_removed(sql):
    asked = again.a_name_asked(world.a_quick_certificate())

    refused(sql, asked.pk)


@pytest.mark.parametrize("standing", ["active", "suspended", "withdrawn"])
def test_what_was_replaced_never_comes_back(standing):
    old = world.a_quick_certificate()
    again.a_successor(old, "name")

    refused(
        f"UPDATE certification_certificate SET standing = '{standing}' WHERE id = %s",  # a constant
        old.pk,
    )
