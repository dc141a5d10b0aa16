"""The credential as a JWT, as 1EdTech's validator takes it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from openbadgeslib.ob3 import OB3Verifier
from openbadgeslib.ob3.verifier import OB3VerificationError

from certification.credentials.documents.credential import credential_document
from certification.credentials.documents.issuer import key_url
from certification.credentials.documents.status_list import (
    encode_status_list,
    status_entry,
    status_list_document,
)
from certification.credentials.documents.vc_jwt import read_jwt, signed_jwt

HOST = "triad.example.org"
KEY_URL = key_url(HOST, "rsa-1")


@pytest.fixture
def token(document, rsa_key) -> str:
    return signed_jwt(document, key=rsa_key, key_url=KEY_URL)


def test_the_header_names_the_key_and_nothing_more(token):
    assert jwt.get_unverified_header(token) == {"alg": "RS256", "kid": KEY_URL, "typ": "JWT"}


def test_the_payload_is_the_credential_with_its_registered_claims(token, document, rsa_key):
    payload = read_jwt(token, rsa_key.public_key())

    claims = {name: payload.pop(name) for name in ("iss", "jti", "sub", "nbf", "exp")}
    assert payload == document
    assert claims["iss"] == document["issuer"]["id"]
    assert claims["jti"] == document["id"]
    assert claims["sub"] == document["credentialSubject"]["id"]
    assert claims["nbf"] == datetime.fromisoformat(document["validFrom"]).timestamp()
    assert claims["exp"] == datetime.fromisoformat(document["validUntil"]).timestamp()


def test_another_implementation_verifies_it(token, document, rsa_key):
    read = OB3Verifier(rsa_key.public_key()).verify(token)

    assert read.id == document["id"]


def test_a_changed_token_is_refused(token, rsa_key):
    head, payload, signature = token.split(".")
    forged = f"{head}.{payload[:-4]}{'AAAA' if payload[-4:] != 'AAAA' else 'BBBB'}.{signature}"

    with pytest.raises(jwt.InvalidTokenError):
        read_jwt(forged, rsa_key.public_key())


def test_another_key_is_refused(token):
    stranger = rsa.generate_private_key(65537, 2048).public_key()

    with pytest.raises(jwt.InvalidSignatureError):
        read_jwt(token, stranger)


@pytest.mark.parametrize(
    ("begins", "ends", "error"),
    [
        (-400, -2, jwt.ExpiredSignatureError),
        (2, 400, jwt.ImmatureSignatureError),
    ],
)
def test_outside_its_dates_it_is_refused(current, rsa_key, begins, ends, error):
    today = datetime.now(UTC).date()
    other = replace(
        current,
        issued_on=today + timedelta(days=begins),
        valid_until=today + timedelta(days=ends),
    )
    document = credential_document(other, host=HOST, status=status_entry(HOST, 1, 42))

    with pytest.raises(error):
        read_jwt(signed_jwt(document, key=rsa_key, key_url=KEY_URL), rsa_key.public_key())


@pytest.mark.parametrize(("bits", "revoked"), [({42}, True), ({41, 43}, False)])
def test_a_withdrawal_reaches_whoever_reads_the_signed_list(token, rsa_key, bits, revoked):
    now = datetime.now(UTC)
    listed = status_list_document(
        encode_status_list(bits),
        host=HOST,
        list_number=1,
        valid_from=now,
        valid_until=now + timedelta(minutes=5),
    )
    served = {listed["id"]: signed_jwt(listed, key=rsa_key, key_url=KEY_URL).encode()}

    outcome = _read_with_status(token, served, rsa_key.public_key())

    assert outcome == ("revocation" if revoked else "counts")


def _read_with_status(token: str, served: dict[str, bytes], key: rsa.RSAPublicKey) -> str:
    try:
        OB3Verifier(key).verify(token, check_status=True, download=served.__getitem__)
    except OB3VerificationError as error:
        return "revocation" if "'revocation' is set at index 42" in str(error) else str(error)
    return "counts"
