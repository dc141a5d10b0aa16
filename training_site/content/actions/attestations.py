"""Signing a policy version with one's typed name."""

from datetime import datetime

from django.db import transaction

from training_site import audit
from training_site.content.civil import civil_date
from training_site.content.models import Attestation, PolicyVersion
from training_site.content.rules.attestations import is_fresh, may_attest
from training_site.content.signals import policy_attested


@transaction.atomic
def attest(person, version: PolicyVersion, *, typed_name: str, now: datetime) -> Attestation:
    """Sign the version in force. Signed in the last 30 days, it answers with that signature."""
    today = civil_date(now)
    newest = PolicyVersion.objects.in_force(version.policy, today)
    may_attest(typed=typed_name, name=person.name, in_force=newest == version).require()
    before = Attestation.objects.newest_of(person, version)
    if before and is_fresh(before.signed_on, today):
        return before
    attestation, created = Attestation.objects.get_or_create(
        person=person,
        version=version,
        signed_on=today,
        defaults={"typed_name": typed_name.strip(), "at": now},
    )
    if created:
        _record(attestation, now)
        policy_attested.send(Attestation, attestation=attestation, now=now)
    return attestation


def _record(attestation: Attestation, now: datetime) -> None:
    audit.record(
        "content.policy.attested",
        actor=attestation.person,
        target=attestation,
        subject=attestation.person,
        at=now,
        values={"policy": attestation.version.policy, "version": attestation.version.number},
    )
