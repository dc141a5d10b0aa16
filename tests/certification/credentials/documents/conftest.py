"""A certificate as the issuing job would freeze it."""

from datetime import date

import pytest

from certification.credentials.documents.snapshot import CertificateSnapshot, Signatory
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
