"""Writing an event in the transaction of its fact."""

import secrets
import uuid
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from training_site.audit.canonical import commitment, content_hash
from training_site.audit.models import AuditEvent, AuditText
from training_site.audit.verbs import known_verbs


class NotInATransaction(RuntimeError):
    """An event recorded outside its fact's transaction could survive a fact that did not."""


def record(
    verb: str,
    *,
    actor: Any,
    at: datetime,
    target: Any = None,
    subject: Any = None,
    values: dict[str, Any] | None = None,
    text: str = "",
    rule_version: str = "",
) -> AuditEvent:
    """Insert one unchained event; the sealer gives it its place in the chain within a minute.

    `actor` is a person or None (the system); `target` is what was acted on, `subject` whom it is
    about: anything with a `public_id`. `values` are committed to with a salt, readable until erased.
    """
    if verb not in known_verbs():
        raise KeyError(f"The audit verb {verb!r} has no sentence; add it to the app's audit.py.")
    if not transaction.get_connection().in_atomic_block:
        raise NotInATransaction(verb)
    values, salt = values or {}, secrets.token_hex(32)
    said = {**values, "text": text} if text else values
    event = AuditEvent(
        public_id=uuid.uuid4(),
        verb=verb,
        at=at,
        actor_id=_id(actor),
        subject_id=_id(subject),
        target_type=target._meta.label_lower if target is not None else "",
        target_id=_id(target),
        rule_version=rule_version,
        commitments={name: commitment(salt, value) for name, value in said.items()},
    )
    event.content_hash = content_hash(hashed_part(event))
    event.save(force_insert=True)
    if said:
        AuditText.objects.create(event=event, salt=salt, values=values, text=text)
    return event


def hashed_part(event: AuditEvent) -> dict[str, Any]:
    """Everything of an event that its content hash covers (format 1)."""
    return {
        "format": 1,
        "id": str(event.public_id),
        "verb": event.verb,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": _text(event.actor_id),
        "subject": _text(event.subject_id),
        "target": [event.target_type, _text(event.target_id)],
        "rule_version": event.rule_version,
        "commitments": event.commitments,
    }


def _id(thing: Any) -> uuid.UUID | None:
    return getattr(thing, "public_id", None)


def _text(value: Any) -> str | None:
    return str(value) if value else None
