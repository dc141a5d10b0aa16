"""The signature on the printed certificate: PAdES B-B, certified, no changes allowed.

The same page, key and instant give the same bytes: the signature is deterministic (RFC 6979), and
the file's second id comes from its content, so that a job that runs twice issues one document.
"""

import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from asn1crypto import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.utils.translation import gettext as _
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

FIELD = "Issuer"
NOWHERE = (-1, -1, -1, -1)
"""Without size and off the page: PDF/A then asks for no appearance, PDF/UA for no place in the text."""

ROOM = 2048
"""Bytes kept free for signature and certificate; they take about 1,300. No reader checks what stays free."""


class UndatedWriter(IncrementalPdfFileWriter):
    """Adds the signature and leaves the description as it was typeset: its dates are the issue's."""

    def _update_meta(self):
        return

    def ensure_output_version(self, version):
        """PDF/A-3 is PDF 1.7 throughout."""

    def register_extension(self, ext):
        """Nor are extensions named that a reader of 1.7 has to look up."""


class DatedSigner(signers.PdfSigner):
    """Signs as of the instant of allocation."""

    def __init__(self, *args, at: datetime, **kwargs):
        self._at = at
        super().__init__(*args, **kwargs)

    def init_signing_session(self, *args, **kwargs):
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self._at
        return session


class DeterministicSigner(signers.Signer):
    def __init__(self, key: ec.EllipticCurvePrivateKey, certificate: bytes):
        self._key = key
        own = x509.Certificate.load(certificate)
        store = SimpleCertificateStore()
        store.register(own)
        super().__init__(signing_cert=own, cert_registry=store)

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run=False) -> bytes:
        return self._key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))


def signed_pdf(pdf: bytes, *, key, certificate: bytes, at: datetime) -> bytes:
    """Return the PDF with its one signature; `certificate` in DER."""
    writer = UndatedWriter(io.BytesIO(pdf))
    first, _random = writer._document_id
    writer._document_id = generic.ArrayObject(
        [first, generic.ByteStringObject(hashlib.sha256(pdf).digest()[:16])]
    )
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        embed_validation_info=False,
    )
    field = fields.SigFieldSpec(
        FIELD, box=NOWHERE, readable_field_name=str(_("Issuer's signature"))
    )
    own = DeterministicSigner(key, certificate)
    signer = DatedSigner(meta, at=at, signer=own, new_field_spec=field)
    # pyHanko begins an event loop, and a thread that runs one already can begin no other.
    with ThreadPoolExecutor(max_workers=1) as apart:
        return apart.submit(signer.sign_pdf, writer, bytes_reserved=2 * ROOM).result().getvalue()
