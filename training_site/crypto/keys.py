"""The key ring: files in KEY_DIR, one key a file, each with an id that its ciphertexts carry.

`field-<kid>.key`  32 random bytes for encrypted fields; the newest (by number) encrypts, all decrypt.
`index.key`        32 random bytes for keyed look-ups (blind index, commitments).
`page-<kid>.pem`  the key that signs printed certificates, its X.509 certificate in the same file; one
that a public authority issued goes in as the next kid.
`ed25519-<kid>.pem`, `rsa-<kid>.pem`, `status-<kid>.pem`  signing keys of the digital credential.
An old key is never deleted: certificates and stored fields still name it.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
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
        return self.kids("field")[-1]

    def index_key(self) -> bytes:
        return self._read("index.key")

    def signing_key(self, kind: str, kid: str | None = None):
        """The private key of a kind (`ed25519`, `rsa`, `status`), by id or the newest one."""
        kid = kid or self.kids(kind)[-1]
        return self._parsed(f"{kind}-{kid}.pem")

    def page_certificate(self, kid: str) -> bytes:
        """The X.509 certificate beside a page key, in DER."""
        certificate = load_pem_x509_certificate(self._read(f"page-{kid}.pem"))
        return certificate.public_bytes(serialization.Encoding.DER)

    @lru_cache(maxsize=64)  # noqa: B019  (reading an RSA key takes 40 ms, and strangers ask for it)
    def _parsed(self, name: str):
        return serialization.load_pem_private_key(self._read(name), password=None)

    def kids(self, kind: str) -> list[str]:
        """Ids from oldest to newest; the public halves of all signing keys stay published."""
        kids = _kids_in(self.folder, kind)
        if not kids:
            raise KeyMissing(
                f"No {kind} key in KEY_DIR ({self.folder}). `manage.py create_keys` makes the missing ones."
            )
        return kids

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


def create_missing(folder: Path) -> list[str]:
    """Create each kind of key that is not there yet (mode 0600); the names of those made."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    missing = [kind for kind in MAKERS if not _kids_in(folder, kind)]
    made = [_make(folder, kind, FIRST) for kind in missing]
    if not (folder / INDEX).exists():
        _write(folder / INDEX, secrets.token_bytes(32))
        made.append(INDEX)
    return made


def add_key(folder: Path, kind: str) -> str:
    """Create one more key of a kind, which is used from now on; the ones before it stay. Its name.

    Raises `KeyMissing` where there is none of that kind yet: `create_missing` makes the first.
    """
    return _make(folder, kind, int(KeyRing(folder).kids(kind)[-1]) + 1)


def _make(folder: Path, kind: str, kid: int) -> str:
    suffix, make = MAKERS[kind]
    name = f"{kind}-{kid}.{suffix}"
    _write(folder / name, make())
    return name


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a web process may look for the newest key at any moment."""
    unfinished = path.with_suffix(".unfinished")
    unfinished.touch(mode=0o600)
    unfinished.write_bytes(content)
    unfinished.rename(path)


def _kids_in(folder: Path, kind: str) -> list[str]:
    """From oldest to newest: kids are numbers, and the tenth comes after the second."""
    suffix, _ = MAKERS[kind]
    names = [path.stem.removeprefix(f"{kind}-") for path in folder.glob(f"{kind}-*.{suffix}")]
    return sorted((name for name in names if name.isdecimal()), key=int)


def _pem(key) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _proof_key() -> bytes:
    return _pem(ed25519.Ed25519PrivateKey.generate())


FIRST = 1
INDEX = "index.key"
# Each kind with the ending of its files and what makes one. The index key has no successor: what it
# digested would never be found again.
MAKERS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "field": ("key", lambda: secrets.token_bytes(32)),
    "ed25519": ("pem", _proof_key),
    "status": ("pem", _proof_key),
    "page": ("pem", page_key),
    "rsa": ("pem", lambda: _pem(rsa.generate_private_key(65537, 3072))),
}
