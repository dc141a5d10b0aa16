"""The keys certificates and status lists are signed with, under the ids the world knows them by."""

from dataclasses import dataclass
from typing import Any

from certification.credentials.documents.issuer import key_url, verification_method
from training_site.crypto.keys import keyring

CREDENTIAL, TOKEN, STATUS = "ed25519", "rsa", "status"
PAGE = "page"  # not in the DID document: a PDF carries its own certificate
KINDS = (CREDENTIAL, TOKEN, STATUS)


@dataclass(frozen=True)
class Signer:
    kid: str
    key: Any

    def method(self, host: str) -> str:
        return verification_method(host, self.kid)

    def url(self, host: str) -> str:
        return key_url(host, self.kid)


def current(kind: str) -> Signer:
    """The newest key of a kind: the one that signs."""
    kid = keyring().kids(kind)[-1]
    return Signer(f"{kind}-{kid}", keyring().signing_key(kind, kid))


def current_page() -> tuple[Any, bytes]:
    """The key that signs printed certificates, and its X.509 certificate."""
    kid = keyring().kids(PAGE)[-1]
    return keyring().signing_key(PAGE, kid), keyring().page_certificate(kid)


def published() -> dict[str, Any]:
    """Every public key by its id, the old ones too: without them old certificates can't be checked."""
    return {
        f"{kind}-{kid}": keyring().signing_key(kind, kid).public_key()
        for kind in KINDS
        for kid in keyring().kids(kind)
    }
