"""Columns and constraints that many models here share."""

from django.conf import settings
from django.db import models
from django.db.models import Q


def actor(**options) -> models.ForeignKey:
    """Who did something; nobody disappears from a record they wrote in."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options
    )


def subject(related_name: str, **options) -> models.ForeignKey:
    """Whose record it is."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name=related_name, **options
    )


def both_or_neither(*names: str) -> Q:
    """A who without a when says nothing, nor does a when without a who."""
    none = Q(**{f"{name}__isnull": True for name in names})
    return none | Q(**{f"{name}__isnull": False for name in names})
