"""Opaque ids: what stands in addresses and in the audit record instead of a database key."""

import uuid

from django.db import models


class PubliclyIdentified(models.Model):
    """Adds a random id. Database keys count people and records, so they never leave the server."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
