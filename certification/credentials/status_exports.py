"""The signed, dated export of all public states, made on asking."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime

from certification.credentials import issuer_keys
from certification.credentials.addresses import host
from certification.credentials.documents.credential import credential_id
from certification.credentials.documents.issuer import issuer_did
from certification.credentials.documents.status_export import (
    export_document,
    export_entry,
    signed_document,
)
from certification.credentials.models import Certificate
from certification.credentials.rules.public_state import PublicState
from certification.credentials.telling import today_of
from training_site.audit.models import AuditEvent

DATED = frozenset({PublicState.WITHDRAWN, PublicState.NOT_HELD})
"""States whose public sentence tells since when."""


def signed_export(now: datetime) -> str:
    """A fresh salt each time, so that two exports cannot be laid over each other."""
    signer, salt = issuer_keys.current(issuer_keys.STATUS), secrets.token_hex(16)
    document = export_document(
        _entries(salt, now),
        issuer=issuer_did(host()),
        salt=salt,
        record_head=_head_of_yesterday(now),
        at=now,
    )
    return signed_document(document, key=signer.key, method=signer.method(host()))


def _entries(salt: str, now: datetime) -> Iterator[str]:
    """Of every certificate its state and its files; a number that answers Not found has neither."""
    for certificate in Certificate.objects.issued().prefetch_related("files"):
        state = certificate.state_on(today_of(certificate, now))
        if state == PublicState.NOT_FOUND:
            continue
        name = credential_id(certificate.frozen, host())
        since = certificate.standing_on.isoformat() if state in DATED else ""
        yield export_entry(salt, name, state, since)
        for file in certificate.files.all():
            yield export_entry(salt, name, "file", file.sha256)


def _head_of_yesterday(now: datetime) -> str:
    """The newest link of the record before today (UTC): a head of this minute would tell each visitor
    when something was done here, a report about somebody included."""
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    newest = AuditEvent.objects.sealed().filter(at__lt=midnight).last()
    return newest.chain_hash if newest else ""
