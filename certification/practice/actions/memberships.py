"""Spans of membership, recorded by staff."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import FactsVersion, Membership
from certification.practice.rules.memberships import may_record_membership
from training_site import audit
from training_site.verdict import Refused


@transaction.atomic
def record_membership(
    person, *, starts_on: date, ends_on: date, kind: str, reference: str, by, now: datetime
) -> Membership:
    """The fee itself is paid elsewhere; the reference says where."""
    FactsVersion.objects.bump(person)
    others = Membership.objects.filter(person=person).values_list("starts_on", "ends_on")
    may_record_membership(
        own=by.pk == person.pk, first=starts_on, last=ends_on, others=others
    ).require()
    membership = Membership.objects.create(
        person=person,
        starts_on=starts_on,
        ends_on=ends_on,
        kind=kind,
        reference=reference.strip(),
        recorded_by=by,
        recorded_at=now,
    )
    _record("certification.membership.recorded", membership, by, now)
    return membership


@transaction.atomic
def remove_membership(membership: Membership, *, by, now: datetime) -> None:
    """A slip of the hand is taken off; the audit trail keeps what it said and who took it off."""
    FactsVersion.objects.bump(membership.person)
    if by.pk == membership.person_id:
        raise Refused("not_own_membership")
    _record("certification.membership.removed", membership, by, now)
    membership.delete()


def _record(verb: str, membership: Membership, by, now: datetime) -> None:
    audit.record(
        verb,
        actor=by,
        target=membership,
        subject=membership.person,
        at=now,
        values={
            "from": membership.starts_on.isoformat(),
            "to": membership.ends_on.isoformat(),
            "kind": membership.kind,
        },
    )
