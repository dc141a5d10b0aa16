"""The record as a file: checked without this site, and every tampering found."""

import json
import random
from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from tests.certification.credentials.stand_alone import verifier
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role
from training_site.audit.canonical import GENESIS, chain_hash, content_hash
from training_site.audit.models import AuditEvent
from training_site.audit.sealing import seal

ROUNDS = 1000


def a_chain(length: int = 12) -> list[str]:
    """Lines as `export_record` writes them."""
    lines, prev = [], GENESIS
    for seq in range(1, length + 1):
        event = {
            "id": f"{seq:04}",
            "verb": "sample.done",
            "at": f"{datetime(2026, 1, seq, tzinfo=UTC)}",
        }
        prev = chain_hash(seq, prev, content_hash(event))
        lines.append(json.dumps({"seq": seq, "hash": prev, "event": event}))
    return lines


def edited(lines, chance):
    """One character of one entry, in its content, its place or its link."""
    at = chance.randrange(len(lines))
    line = lines[at]
    place = chance.choice([i for i, each in enumerate(line) if each.isalnum()])
    other = chance.choice([each for each in "0123456789abcdef" if each != line[place]])
    return [*lines[:at], line[:place] + other + line[place + 1 :], *lines[at + 1 :]]


def removed(lines, chance):
    at = chance.randrange(len(lines))
    return lines[:at] + lines[at + 1 :]


def swapped(lines, chance):
    first, second = chance.sample(range(len(lines)), 2)
    lines = list(lines)
    lines[first], lines[second] = lines[second], lines[first]
    return lines


def cut(lines, chance):
    return lines[: chance.randrange(len(lines))]


def holds(lines, head) -> bool:
    one = verifier()
    try:
        one.check_record(lines, head)
    except (one.Refused, *one.MALFORMED):
        return False
    return True


@pytest.mark.parametrize("tamper", [edited, removed, swapped, cut])
def test_each_of_a_thousand_tamperings_is_found(tamper):
    lines, chance = a_chain(), random.Random(6)
    head = json.loads(lines[-1])["hash"]

    assert holds(lines, head)
    survived = [forged for _ in range(ROUNDS) if holds(forged := tamper(lines, chance), head)]
    assert survived == []


def test_a_record_written_anew_from_the_start_is_found_by_the_published_head():
    head = json.loads(a_chain()[-1])["hash"]
    anew = a_chain(13)[1:]

    assert not holds(anew, head)
    assert holds(a_chain(13), head)  # what came after the head was published is all right


@pytest.mark.django_db
def test_the_record_is_written_checked_and_its_export_recorded(tmp_path):
    a_person(Role.TRAINEE, Role.INTERN)
    seal()
    file = tmp_path / "record.jsonl"

    call_command("export_record", file)

    lines = file.read_text().splitlines()
    assert (
        verifier().check_record(lines, AuditEvent.objects.sealed().last().chain_hash)
        == len(lines)
        == 2
    )
    assert file.stat().st_mode & 0o777 == 0o600
    assert AuditEvent.objects.filter(verb="audit.record.exported").count() == 1
    assert not {"salt", "text", "values"} & json.loads(lines[0])["event"].keys()
    with pytest.raises(FileExistsError):
        call_command("export_record", file)
