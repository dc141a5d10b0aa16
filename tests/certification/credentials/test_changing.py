"""Suspending, reinstating, withdrawing: rows, record, message, and who may."""

import pytest
from django.db import DatabaseError, connection, transaction

from certification.credentials import actions
from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.rules.lifecycle import Change
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
REASON = "A complaint is being examined by the committee."


def verbs_about(certificate):
    events = AuditEvent.objects.filter(target_id=certificate.public_id)
    return list(events.order_by("pk").values_list("verb", flat=True))


def test_suspended_reinstated_withdrawn_each_with_a_reason(now):
    certificate, decider = world.a_quick_certificate(), world.a_decider()

    for change in (actions.suspend, actions.reinstate, actions.withdraw):
        certificate = change(certificate, reason=REASON, by=decider, now=now)

    kinds = certificate.events.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["issued", "suspended", "reinstated", "withdrawn"]
    assert verbs_about(certificate)[1:] == [
        "certification.certificate.suspended",
        "certification.certificate.reinstated",
        "certification.certificate.withdrawn",
    ]
    told = Notice.objects.filter(
        person=certificate.holder, event="certification.certificate_changed"
    )
    assert told.exists()


@pytest.mark.parametrize(
    ("by", "change", "reason"),
    [
        ("registrar", Change.SUSPEND, "role_missing"),
        ("registrar", Change.WITHDRAW, "role_missing"),
        ("decider", Change.RESIGN, "role_missing"),
        ("superuser", Change.WITHDRAW, "role_missing"),
        ("holder", Change.SUSPEND, "own_certificate"),
    ],
)
def test_who_may_not_and_nothing_is_left_behind(now, by, change, reason):
    certificate = world.a_quick_certificate()
    give_role(certificate.holder, Role.DECISION_MAKER, by=None, now=now)
    people = {
        "registrar": a_registrar,
        "decider": world.a_decider,
        "superuser": lambda: a_person(is_superuser=True),
        "holder": lambda: certificate.holder,
    }

    with pytest.raises(Refused, match=reason):
        actions.change_standing(certificate, change, reason=REASON, by=people[by](), now=now)

    certificate.refresh_from_db()
    assert certificate.standing == "active"
    assert CertificateEvent.objects.filter(certificate=certificate).count() == 1
    assert verbs_about(certificate) == ["certification.certificate.issued"]


def test_the_registrar_notes_that_it_was_given_up(now):
    certificate = world.a_quick_certificate()

    certificate = actions.change_standing(
        certificate, Change.RESIGN, reason=REASON, by=a_registrar(), now=now
    )

    assert certificate.standing == "resigned"


@pytest.mark.both_stacks
@pytest.mark.parametrize(
    "change",
    [
        "snapshot_hash = 'x'",
        "number = '00000000000000'",
        "valid_until = '2099-01-01'",
        "holder_id = holder_id + 1",
        "status_index = status_index + 1",
        "issued_at = allocated_at",
    ],
)
def test_raw_sql_changes_nothing_of_a_certificate(change):
    certificate = world.a_quick_certificate()
    Certificate.objects.filter(pk=certificate.pk).update(standing="suspended")
    sql = f"UPDATE certification_certificate SET {change} WHERE id = %s"
    if change.startswith("issued_at"):
        sql = "UPDATE certification_certificate SET issued_at = NULL WHERE id = %s"

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [certificate.pk])


@pytest.mark.lesson(53)
@pytest.mark.both_stacks
def test_raw_sql_brings_nothing_back_and_removes_nothing():
    certificate = world.a_quick_certificate()
    Certificate.objects.filter(pk=certificate.pk).update(standing="withdrawn")
    statements = [
        "UPDATE certification_certificate SET standing = 'active' WHERE id = %s",
        "DELETE FROM certification_certificateevent WHERE certificate_id = %s",
        "UPDATE certification_certificateevent SET reason = 'x' WHERE certificate_id = %s",
        "DELETE FROM certification_certificatefile WHERE certificate_id = %s",
        "DELETE FROM certification_certificate WHERE id = %s",
    ]

    for sql in statements:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [certificate.pk])


def test_only_the_holder_makes_and_ends_links(now):
    certificate = world.a_quick_certificate()

    with pytest.raises(Refused, match="holder_only"):
        actions.share(certificate, days=7, by=a_registrar(), now=now)
    link = actions.share(certificate, days=7, by=certificate.holder, now=now)
    with pytest.raises(Refused, match="holder_only"):
        actions.revoke_share(link, by=a_registrar(), now=now)

    assert link.is_open(now)
    assert not actions.revoke_share(link, by=certificate.holder, now=now).is_open(now)
