"""Opaque ids: what stands in addresses and in the audit record instead of a database key."""

import uuid

from django.db import models


class PubliclyIdentified(models.Model):
    """Adds a random id. Database keys count people and records, so they never leave the server."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


def public_id_in(text: str | None) -> uuid.UUID | None:
    """The id that a body names. None, which no row has, where it is none at all."""
    try:
        return uuid.UUID(text)
    except (TypeError, ValueError):
        return None
