"""Signing a policy version with one's typed name."""

from datetime import datetime

from django.db import transaction

from training_site import audit
from training_site.content.civil import civil_date
from training_site.content.models import Attestation, PolicyVersion
from training_site.content.rules.attestations import may_attest


@transaction.atomic
def attest(person, version: PolicyVersion, *, typed_name: str, now: datetime) -> Attestation:
    """Sign the version in force. Signing the same one again answers with the first signature."""
    newest = PolicyVersion.objects.in_force(version.policy, civil_date(now))
    may_attest(typed=typed_name, name=person.name, in_force=newest == version).require()
    attestation, created = Attestation.objects.get_or_create(
        person=person, version=version, defaults={"typed_name": typed_name.strip(), "at": now}
    )
    if created:
        audit.record(
            "content.policy.attested",
            actor=person,
            target=attestation,
            subject=person,
            at=now,
            values={"policy": version.policy, "version": version.number},
        )
    return attestation
