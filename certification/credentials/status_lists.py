"""The signed status list, made on asking and kept as long as nothing was revoked.

It is signed by the web process with a key of its own, so that a withdrawal shows with the workers
down. The cache is keyed by what is revoked: a new revocation is a new key, and needs no clearing.
"""

import hashlib
import json
import logging
from datetime import datetime, timedelta

from django.core.cache import cache

from certification.credentials import issuer_keys
from certification.credentials.addresses import host
from certification.credentials.documents.proof import signed
from certification.credentials.documents.status_list import (
    encode_status_list,
    status_list_document,
)
from certification.credentials.models import Certificate

logger = logging.getLogger("triad.credentials")
VALID_FOR = timedelta(hours=24)
KEPT_FOR = timedelta(hours=1)


def signed_list(number: int, now: datetime) -> str:
    """The list as JSON, never older than the last revocation and an hour."""
    bits = list(Certificate.objects.revoked_bits(number))
    begun = now.replace(minute=0, second=0, microsecond=0)
    key = f"status-list:{host()}:{number}:{begun:%Y%m%d%H}:{_version(bits)}"
    return _kept(key) or _keep(key, _make(number, bits, begun))


def exists(number: int) -> bool:
    """List 1 is there from the first day; a later one from its first certificate."""
    return number == 1 or Certificate.objects.filter(status_list=number).exists()


def _version(bits: list[int]) -> str:
    return hashlib.sha256(json.dumps(bits).encode()).hexdigest()[:32]


def _make(number: int, bits: list[int], begun: datetime) -> str:
    signer = issuer_keys.current(issuer_keys.STATUS)
    document = status_list_document(
        encode_status_list(bits),
        host=host(),
        list_number=number,
        valid_from=begun,
        valid_until=begun + VALID_FOR,
    )
    proved = signed(
        document, key=signer.key, verification_method=signer.method(host()), created=begun
    )
    return json.dumps(proved, ensure_ascii=False)


def _kept(key: str) -> str | None:
    try:
        return cache.get(key)
    except Exception as error:
        logger.warning(
            "The cache did not answer (%s); the list is made anew.", type(error).__name__
        )
        return None


def _keep(key: str, document: str) -> str:
    try:
        cache.set(key, document, timeout=int(KEPT_FOR.total_seconds()))
    except Exception as error:
        logger.warning("The cache kept nothing (%s).", type(error).__name__)
    return document
