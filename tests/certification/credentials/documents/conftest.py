"""A certificate as the issuing job would freeze it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from certification.credentials.documents.credential import credential_document
from certification.credentials.documents.snapshot import CertificateSnapshot, Signatory
from certification.credentials.documents.status_list import status_entry
from certification.credentials.rules.numbers import check_characters

NUMBER = "7Q4MXA9KD2VW" + check_characters("7Q4MXA9KD2VW")


@pytest.fixture
def snapshot() -> CertificateSnapshot:
    return CertificateSnapshot(
        number=NUMBER,
        public_id="3f6c0a8e-7f6b-4f3f-9a53-8b0f3b6f2a11",
        holder_name="Maren Oyelaran-Whitfield",
        scheme_title="Certified Surrogate Partner",
        scheme_version="0.9",
        scope="Works as a surrogate partner within a triad of client, therapist and partner.",
        criteria="Foundation training, a supervised internship, examination and review.",
        issuer_name="Association for Triadic Practice",
        issuer_url="https://triad.example.org/",
        issued_on=date(2026, 11, 23),
        valid_until=date(2029, 11, 22),
        zone="Europe/London",
        verify_url=f"https://triad.example.org/verify/{NUMBER}/",
        signatories=(
            Signatory("Ilse Brandt", "Decision-maker"),
            Signatory("Tomás Aguirre", "Registrar"),
        ),
    )


HOST = "triad.example.org"


@pytest.fixture
def current(snapshot) -> CertificateSnapshot:
    """The same certificate within its dates on whatever day the tests run: other people's
    verifiers read the clock of the machine."""
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    return replace(snapshot, issued_on=yesterday, valid_until=yesterday + timedelta(days=1000))


@pytest.fixture
def document(current) -> dict:
    """Its unsigned credential, bit 42 of list 1."""
    return credential_document(current, host=HOST, status=status_entry(HOST, 1, 42))


@pytest.fixture(scope="session")
def ed25519_key() -> ed25519.Ed25519PrivateKey:
    return ed25519.Ed25519PrivateKey.generate()


@pytest.fixture(scope="session")
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)
