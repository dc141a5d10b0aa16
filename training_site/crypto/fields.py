"""Text that a copy of the database does not give away.

Stored as `kid.nonce+ciphertext` (base64), AES-256-GCM. The field's own name is authenticated with
it, so a ciphertext moved to another column does not open. A model with such a field must not keep
Wagtail revisions: those store the plain text (checks.py refuses to start).
"""

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models

from training_site.crypto.keys import keyring

NONCE_BYTES = 12


class Undecipherable(ValueError):
    """A stored value was altered, moved, or its key is another one."""


def encrypt(text: str, context: str) -> str:
    kid = keyring().current_field_kid()
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(keyring().field_key(kid)).encrypt(nonce, text.encode(), context.encode())
    return f"{kid}.{base64.b64encode(nonce + sealed).decode()}"


def decrypt(stored: str, context: str) -> str:
    kid, _, body = stored.partition(".")
    raw = base64.b64decode(body)
    key = AESGCM(keyring().field_key(kid))
    try:
        return key.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], context.encode()).decode()
    except InvalidTag as error:
        raise Undecipherable(f"A value of {context} does not open with key {kid}.") from error


class EncryptedTextField(models.TextField):
    """A TextField encrypted at rest. It can't be searched, ordered or indexed on, by design."""

    @property
    def _context(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return encrypt(value, self._context) if value else value

    def from_db_value(self, value, expression, connection):
        return decrypt(value, self._context) if value else value

    def get_lookup(self, lookup_name):
        if lookup_name in {"isnull", "exact"}:
            return super().get_lookup(lookup_name)
        return None
