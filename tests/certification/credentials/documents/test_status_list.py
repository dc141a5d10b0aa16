"""Status lists: the bit another implementation reads is the one we set."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openbadgeslib.ob3.status import decode_encoded_list, set_indices

from certification.credentials.documents.status_list import (
    SHORTEST,
    encode_status_list,
    status_entry,
    status_list_document,
)

HOST = "triad.example.org"


@settings(max_examples=30)
@given(st.sets(st.integers(0, SHORTEST - 1), max_size=50))
def test_a_stranger_reads_exactly_the_bits_we_set(indices):
    bits = decode_encoded_list(encode_status_list(indices))

    assert len(bits) * 8 == SHORTEST
    assert set_indices(bits) == indices


def test_the_first_bit_is_the_leftmost():
    assert decode_encoded_list(encode_status_list({0}))[0] == 0b10000000


def test_equal_lists_have_equal_text_in_base64url():
    text = encode_status_list({3, 1}, SHORTEST * 2)

    assert text == encode_status_list([1, 3, 3], SHORTEST * 2)
    assert text.startswith("u")
    assert not set(text) & set("+/=")


@pytest.mark.parametrize("length", [0, 8, SHORTEST - 8, SHORTEST + 1])
def test_a_list_too_short_to_hide_in_is_refused(length):
    with pytest.raises(ValueError, match="at least"):
        encode_status_list((), length)


@pytest.mark.parametrize("index", [-1, SHORTEST])
def test_a_bit_outside_the_list_is_refused(index):
    with pytest.raises(ValueError, match="outside"):
        encode_status_list({index})


def test_entry_and_list_point_at_each_other():
    now = datetime(2026, 11, 23, 10, tzinfo=UTC)
    entry = status_entry(HOST, 1, 42)

    listed = status_list_document(
        encode_status_list(()),
        host=HOST,
        list_number=1,
        valid_from=now,
        valid_until=now + timedelta(minutes=5),
    )

    assert entry["statusListCredential"] == listed["id"]
    assert entry["id"] == f"{listed['id']}#42"
    assert entry["statusListIndex"] == "42"
    assert entry["statusPurpose"] == listed["credentialSubject"]["statusPurpose"]
    assert listed["issuer"] == "did:web:triad.example.org"
    assert listed["validUntil"] == "2026-11-23T10:05:00+00:00"
