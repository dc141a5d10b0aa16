"""The four documents of a certificate. The same certificate gives the same bytes, every time.

Nothing here reads the clock: proofs carry the instant of allocation, so that a job that was killed
half-way finishes with exactly what it had begun.
"""

import json

from certification.credentials import issuer_keys
from certification.credentials.addresses import host
from certification.credentials.documents.badge import badge_png
from certification.credentials.documents.credential import credential_document
from certification.credentials.documents.pades import signed_pdf
from certification.credentials.documents.pdf import certificate_pdf
from certification.credentials.documents.proof import signed, with_a_list_of_proofs
from certification.credentials.documents.status_list import status_entry
from certification.credentials.documents.vc_jwt import signed_jwt
from certification.credentials.models import Certificate
from certification.credentials.models.certificates import FileKind
from certification.credentials.storage import Damaged, sha256


def carriers_of(certificate: Certificate) -> dict[str, bytes]:
    """Every document by its kind."""
    snapshot = certificate.frozen
    entry = status_entry(host(), certificate.status_list, certificate.status_index)
    document = credential_document(snapshot, host=host(), status=entry)
    ed25519, rsa = (
        issuer_keys.current(kind) for kind in (issuer_keys.CREDENTIAL, issuer_keys.TOKEN)
    )
    proved = signed(
        document,
        key=ed25519.key,
        verification_method=ed25519.method(host()),
        created=certificate.allocated_at,
    )
    credential = json.dumps(with_a_list_of_proofs(proved), ensure_ascii=False, indent=2)
    token = signed_jwt(document, key=rsa.key, key_url=rsa.url(host()))
    return {
        FileKind.JSON: credential.encode(),
        FileKind.JWT: token.encode(),
        FileKind.PNG: badge_png(snapshot, credential),
        FileKind.PDF: _signed_page(
            certificate_pdf(snapshot, credential, logo=logo_of(certificate)), certificate
        ),
    }


def logo_of(certificate: Certificate) -> bytes:
    """The picture that the certificate was frozen with; empty where there is none."""
    wanted = certificate.frozen.logo_hash
    if not wanted:
        return b""
    logo = bytes(certificate.template.logo)
    if sha256(logo) != wanted:
        raise Damaged("logo")
    return logo


def _signed_page(pdf: bytes, certificate: Certificate) -> bytes:
    key, own = issuer_keys.current_page()
    return signed_pdf(pdf, key=key, certificate=own, at=certificate.allocated_at)
