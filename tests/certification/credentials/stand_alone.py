"""The verifier that stands beside the site, and a certificate in all its carriers to try it on."""

import importlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from certification.credentials.documents.badge import badge_png
from certification.credentials.documents.credential import credential_document, credential_id
from certification.credentials.documents.issuer import (
    did_document,
    issuer_did,
    key_url,
    verification_method,
)
from certification.credentials.documents.pdf import certificate_pdf
from certification.credentials.documents.proof import signed, with_a_list_of_proofs
from certification.credentials.documents.status_export import (
    export_document,
    export_entry,
    signed_document,
)
from certification.credentials.documents.status_list import status_entry
from certification.credentials.documents.vc_jwt import signed_jwt
from certification.credentials.storage import sha256
from tests.sources import ROOT

FOLDER = ROOT / "docs" / "verifying"
HOST = "triad.example.org"
SALT = "00" * 16
KINDS = ("json", "jwt", "png", "pdf")


def verifier():
    """Loaded from where a stranger finds it, not as a part of the site."""
    if str(FOLDER) not in sys.path:
        sys.path.insert(0, str(FOLDER))
    return importlib.import_module("triad_verify")


@dataclass(frozen=True)
class Issuer:
    """An association's keys under the names that its DID document gives them."""

    proof: ed25519.Ed25519PrivateKey
    token: rsa.RSAPrivateKey
    status: ed25519.Ed25519PrivateKey
    host: str = HOST

    @property
    def did(self) -> dict:
        multikeys = {"ed25519-1": self.proof.public_key(), "status-1": self.status.public_key()}
        return did_document(self.host, multikeys, {"rsa-1": self.token.public_key()})

    def carriers(self, snapshot, *, change: Callable = lambda document: None, kid="ed25519-1"):
        """Each carrier of the certificate; `change` forges the credential before it is signed."""
        entry = status_entry(self.host, 1, 42)
        document = credential_document(snapshot, host=self.host, status=entry)
        change(document)
        method = verification_method(self.host, kid)
        key = self.status if kid.startswith("status") else self.proof
        proved = signed(document, key=key, verification_method=method, created=datetime.now(UTC))
        text = json.dumps(with_a_list_of_proofs(proved), ensure_ascii=False, indent=2)
        token = signed_jwt(document, key=self.token, key_url=key_url(self.host, "rsa-1"))
        return {
            "json": text.encode(),
            "jwt": token.encode(),
            "png": badge_png(snapshot, text),
            "pdf": certificate_pdf(snapshot, text),
        }

    def export(self, snapshot, files: dict, *fact: str, head="", at=None, kid="status-1") -> str:
        """An export that lists this one certificate, with this state."""
        name = credential_id(snapshot, self.host)
        entries = [export_entry(SALT, name, "file", sha256(each)) for each in files.values()]
        entries += [export_entry(SALT, name, *fact)] if fact else []
        document = export_document(
            entries,
            issuer=issuer_did(self.host),
            salt=SALT,
            record_head=head,
            at=at or datetime.now(UTC),
        )
        method = verification_method(self.host, kid)
        key = self.status if kid.startswith("status") else self.proof
        return signed_document(document, key=key, method=method)
