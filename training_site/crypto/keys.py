"""The key ring: files in KEY_DIR, one key a file, each with an id that its ciphertexts carry.

`field-<kid>.key`  32 random bytes for encrypted fields; the newest (by name) encrypts, all decrypt.
`index.key`        32 random bytes for keyed look-ups (blind index, commitments).
`page-<kid>.pem`  the key that signs printed certificates, its X.509 certificate in the same file; one
that a public authority issued goes in as the next kid.
`ed25519-<kid>.pem`, `rsa-<kid>.pem`, `status-<kid>.pem`  signing keys of the digital credential.
An old key is never deleted: certificates and stored fields still name it.
"""

import hashlib
import hmac
import secrets
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.x509 import load_pem_x509_certificate
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from training_site.crypto.page_keys import page_key


class KeyMissing(ImproperlyConfigured):
    """A key that stored data names is not in KEY_DIR."""


class KeyRing:
    def __init__(self, folder: Path):
        self.folder = folder

    def field_key(self, kid: str) -> bytes:
        return self._read(f"field-{kid}.key")

    def current_field_kid(self) -> str:
        return self._kids("field", "key")[-1]

    def index_key(self) -> bytes:
        return self._read("index.key")

    def signing_key(self, kind: str, kid: str | None = None):
        """The private key of a kind (`ed25519`, `rsa`, `status`), by id or the newest one."""
        kid = kid or self._kids(kind, "pem")[-1]
        return self._parsed(f"{kind}-{kid}.pem")

    def page_certificate(self, kid: str) -> bytes:
        """The X.509 certificate beside a page key, in DER."""
        certificate = load_pem_x509_certificate(self._read(f"page-{kid}.pem"))
        return certificate.public_bytes(serialization.Encoding.DER)

    def signing_kids(self, kind: str) -> list[str]:
        """Ids from oldest to newest; all their public halves stay published."""
        return self._kids(kind, "pem")

    @lru_cache(maxsize=64)  # noqa: B019  (reading an RSA key takes 40 ms, and strangers ask for it)
    def _parsed(self, name: str):
        return serialization.load_pem_private_key(self._read(name), password=None)

    def _kids(self, kind: str, suffix: str) -> list[str]:
        names = sorted(path.stem for path in self.folder.glob(f"{kind}-*.{suffix}"))
        if not names:
            raise KeyMissing(
                f"No {kind} key in KEY_DIR ({self.folder}). `manage.py create_keys` makes the missing ones."
            )
        return [name.removeprefix(f"{kind}-") for name in names]

    @lru_cache(maxsize=64)  # noqa: B019  (one ring a process, a handful of files)
    def _read(self, name: str) -> bytes:
        path = self.folder / name
        if not path.exists():
            raise KeyMissing(
                f"{name} is not in KEY_DIR ({self.folder}); restore it from its backup."
            )
        return path.read_bytes()


@lru_cache(maxsize=4)
def _ring(folder: str) -> KeyRing:
    return KeyRing(Path(folder))


def keyring() -> KeyRing:
    return _ring(str(settings.KEY_DIR))


def keyed_digest(purpose: str, value: str) -> str:
    """A blind index: equal values meet without being readable. `purpose` keeps indexes apart."""
    message = f"{purpose}\0{value}".encode()
    return hmac.new(keyring().index_key(), message, hashlib.sha256).hexdigest()


def create_missing(folder: Path, kid: str = "1") -> list[str]:
    """Create each kind of key that is not there yet (mode 0600); the names of those made."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    makers = {
        "field-*.key": (f"field-{kid}.key", lambda: secrets.token_bytes(32)),
        "index.key": ("index.key", lambda: secrets.token_bytes(32)),
        "ed25519-*.pem": (f"ed25519-{kid}.pem", lambda: _pem(ed25519.Ed25519PrivateKey.generate())),
        "status-*.pem": (f"status-{kid}.pem", lambda: _pem(ed25519.Ed25519PrivateKey.generate())),
        "page-*.pem": (f"page-{kid}.pem", page_key),
        "rsa-*.pem": (f"rsa-{kid}.pem", lambda: _pem(rsa.generate_private_key(65537, 3072))),
    }
    made = [
        (name, make) for pattern, (name, make) in makers.items() if not any(folder.glob(pattern))
    ]
    for name, make in made:
        path = folder / name
        path.touch(mode=0o600)
        path.write_bytes(make())
    return [name for name, _make in made]


def _pem(key) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
