"""The signature on the printed certificate, checked by its own library's validator."""

import asyncio
import io
import re
from datetime import UTC, datetime

import pytest
from asn1crypto import x509
from cryptography.hazmat.primitives import serialization
from cryptography.x509 import load_pem_x509_certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from certification.credentials.documents.pades import signed_pdf
from certification.credentials.documents.pdf import certificate_pdf
from tests.certification.credentials.stand_alone import verifier
from training_site.crypto.page_keys import page_key

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
CREDENTIAL = '{"a": 1}' * 40


def a_key():
    pem = page_key()
    certificate = load_pem_x509_certificate(pem).public_bytes(serialization.Encoding.DER)
    return serialization.load_pem_private_key(pem, password=None), certificate


@pytest.fixture(scope="module")
def own():
    return a_key()


@pytest.fixture
def unsigned(snapshot) -> bytes:
    return certificate_pdf(snapshot, CREDENTIAL)


@pytest.fixture
def pdf(unsigned, own) -> bytes:
    return signed_pdf(unsigned, key=own[0], certificate=own[1], at=AT)


def status_of(pdf: bytes, trusted: bytes):
    context = ValidationContext(
        trust_roots=[x509.Certificate.load(trusted)], allow_fetching=False, moment=AT
    )
    [signature] = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    return validate_pdf_signature(signature, context)


def holds(pdf: bytes, trusted: bytes) -> bool:
    try:
        status = status_of(pdf, trusted)
    except Exception:
        return False
    return status.bottom_line and status.coverage == SignatureCoverageLevel.ENTIRE_FILE


def test_it_is_certified_whole_and_allows_no_change(pdf, own):
    status = status_of(pdf, own[1])

    assert status.bottom_line
    assert status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    assert status.modification_level == ModificationLevel.NONE
    assert re.search(rb"/SubFilter /ETSI\.CAdES\.detached", pdf)
    assert re.search(rb"/TransformMethod /DocMDP", pdf)
    assert re.search(rb"/P 1\b", pdf)


def test_equal_content_gives_equal_bytes(unsigned, pdf, own):
    assert signed_pdf(unsigned, key=own[0], certificate=own[1], at=AT) == pdf


def test_page_attachment_and_standards_are_as_they_were_typeset(unsigned, pdf):
    assert pdf.startswith(unsigned)
    assert verifier()._attached(pdf).decode() == CREDENTIAL
    assert b"<pdfaid:part>3</pdfaid:part>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/Version /2.0" not in pdf


def test_one_flipped_byte_anywhere_that_is_signed_fails(pdf, own):
    begin, gap, after, length = map(int, re.findall(rb"/ByteRange \[(.+?)\]", pdf)[0].split())
    places = [*range(begin + 20, gap, 997), *range(after, after + length, 101)]

    for place in places:
        flipped = bytearray(pdf)
        flipped[place] ^= 1
        assert not holds(bytes(flipped), own[1]), place


def test_another_key_is_not_ours(unsigned, own):
    key, certificate = a_key()

    assert not holds(signed_pdf(unsigned, key=key, certificate=certificate, at=AT), own[1])


def test_something_added_afterwards_fails(pdf, own):
    assert not holds(pdf + b"1 0 obj\n<<>>\nendobj\n", own[1])


def test_it_can_be_signed_where_an_event_loop_runs(unsigned, pdf, own):
    async def inside() -> bytes:
        return signed_pdf(unsigned, key=own[0], certificate=own[1], at=AT)

    assert asyncio.run(inside()) == pdf
