"""A thousand tamperings with the record in the database, past its triggers: each one is found."""

import random
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from tests.factories.accounts import a_person
from tests.training_site.audit.test_record import TRIGGERS, _drop
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText
from training_site.audit.sealing import seal
from training_site.audit.verifying import CUT, verify

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
ROUNDS = 250
HASHES = ("content_hash", "prev_hash", "chain_hash")
IDS = ("public_id", "actor_id", "subject_id", "target_id")


@pytest.fixture
def chain():
    """Twelve entries that nothing guards any more, and the head that was published of them."""
    for _ in range(3):
        a_person(Role.TRAINEE, Role.INTERN, Role.MENTOR, Role.REVIEWER)
    assert seal() == 12
    with connection.cursor() as cursor:
        for name in TRIGGERS:
            cursor.execute(_drop(name))
    return AuditEvent.objects.sealed().last().chain_hash


def edit(entries, chance) -> None:
    one = chance.choice(entries)
    new = {
        **dict.fromkeys(HASHES, f"{chance.getrandbits(256):064x}"),
        **dict.fromkeys(IDS, uuid4()),
        "verb": "accounts.role.ended",
        "target_type": "somebody else",
        "rule_version": "9.9",
        "commitments": {"role": f"{chance.getrandbits(256):064x}"},
    }
    field = chance.choice(sorted(new))
    AuditEvent.objects.filter(pk=one.pk).update(**{field: new[field]})


def edit_words(entries, chance) -> None:
    words = AuditText.objects.filter(event=chance.choice(entries).pk)
    field, new = chance.choice([("values", {"role": "administrator"}), ("text", "Another reason")])
    assert words.update(**{field: new}) == 1


def delete(entries, chance) -> None:
    AuditEvent.objects.filter(pk=chance.choice(entries).pk).delete()


def swap(entries, chance) -> None:
    first, second = chance.sample(entries, 2)
    for entry, seq in ((first, 99), (second, first.seq), (first, second.seq)):
        AuditEvent.objects.filter(pk=entry.pk).update(seq=seq)


def cut(entries, chance) -> None:
    AuditEvent.objects.filter(seq__gt=chance.randrange(len(entries))).delete()


@pytest.mark.parametrize("tamper", [edit, edit_words, delete, swap, cut])
def test_each_tampering_is_found(chain, tamper):
    entries, chance = list(AuditEvent.objects.sealed()), random.Random(6)
    assert verify(published=chain).finding is None

    survived = []
    for number in range(ROUNDS):
        with transaction.atomic():
            tamper(entries, chance)
            if verify(published=chain).finding is None:
                survived.append(number)
            transaction.set_rollback(True)

    assert survived == []
    assert verify(published=chain).finding is None


def test_a_cut_end_shows_by_the_head_that_was_published_alone(chain, capsys):
    AuditEvent.objects.filter(seq__gt=9).delete()

    call_command("verify_record")
    with pytest.raises(SystemExit) as ended:
        call_command("verify_record", head=chain)

    assert ended.value.code == 1
    assert CUT in capsys.readouterr().err
