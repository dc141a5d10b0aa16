"""The frozen words of a certificate."""

import json
from dataclasses import FrozenInstanceError, fields, replace
from datetime import date

import pytest

from certification.credentials.documents.snapshot import CertificateSnapshot, Signatory


def test_a_snapshot_survives_storage_as_json(snapshot):
    stored = json.dumps(snapshot.to_dict())

    assert CertificateSnapshot.from_dict(json.loads(stored)) == snapshot
    assert CertificateSnapshot.from_dict(json.loads(stored)).hash() == snapshot.hash()


def test_a_snapshot_cannot_be_edited(snapshot):
    with pytest.raises(FrozenInstanceError):
        snapshot.holder_name = "Somebody else"


def test_every_field_is_under_the_hash(snapshot):
    other = {str: "other", bool: True, date: date(2030, 1, 1), tuple: (Signatory("N", "Chair"),)}

    def changed(field):
        if field.name.endswith("_url"):
            return "https://other.example.org/"
        return other[type(getattr(snapshot, field.name))]

    hashes = {
        replace(snapshot, **{field.name: changed(field)}).hash() for field in fields(snapshot)
    }

    assert len(hashes | {snapshot.hash()}) == len(fields(snapshot)) + 1


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x08", "\x0c", "\x1f", "\x7f"])
def test_characters_that_break_signatures_are_refused(snapshot, character):
    with pytest.raises(ValueError, match="holder_name"):
        replace(snapshot, holder_name=f"Maren{character} Whitfield")


@pytest.mark.parametrize("address", ["not an address", "/verify/x/", "https://two words/", ""])
def test_an_address_that_is_none_is_refused(snapshot, address):
    with pytest.raises(ValueError, match="absolute"):
        replace(snapshot, issuer_url=address)
