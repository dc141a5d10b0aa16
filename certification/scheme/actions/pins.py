"""Holding a person to one version of the scheme."""

from datetime import datetime

from django.db import transaction

from certification.practice.models import FactsVersion
from certification.scheme.models import SchemePin, SchemeVersion
from training_site import audit


@transaction.atomic
def pin(intern, version: SchemeVersion, *, by, now: datetime) -> SchemePin:
    """The first pin stays; a person moves to another version only by a transition."""
    FactsVersion.objects.bump(intern)
    held, created = SchemePin.objects.get_or_create(
        intern=intern, defaults={"version": version, "pinned_at": now, "pinned_by": by}
    )
    if created:
        audit.record(
            "certification.scheme.pinned",
            actor=by,
            target=version,
            subject=intern,
            at=now,
            values={"number": version.number},
        )
    return held
