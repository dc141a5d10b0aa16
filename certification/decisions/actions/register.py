"""The reviewer register."""

from datetime import date, datetime

from django.db import transaction

from certification.decisions.models import OutsideInvitation, RegisteredReviewer
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.verdict import Refused


@transaction.atomic
def register_reviewer(
    person: User,
    *,
    competence: str,
    confidentiality_on: date,
    active_from: date,
    by: User,
    now: datetime,
    active_until: date | None = None,
) -> RegisteredReviewer:
    """Enter somebody who holds the role, by somebody else."""
    if person.pk == by.pk:
        raise Refused("not_own_entry")
    limited = OutsideInvitation.objects.limits(person, Role.REVIEWER)
    if limited or not person.has_role(Role.REVIEWER):
        raise Refused("role_missing")
    if active_until and active_until < active_from:
        raise Refused("dates_reversed")
    if RegisteredReviewer.objects.filter(person=person).exists():
        raise Refused("already_registered")
    entry = RegisteredReviewer.objects.create(
        person=person,
        competence=competence.strip(),
        confidentiality_on=confidentiality_on,
        active_from=active_from,
        active_until=active_until,
        added_by=by,
        added_at=now,
    )
    audit.record(
        "certification.reviewer.registered", actor=by, target=entry, subject=person, at=now
    )
    return entry


@transaction.atomic
def retire_reviewer(
    entry: RegisteredReviewer, *, last_day: date, by: User, now: datetime
) -> RegisteredReviewer:
    if last_day < entry.active_from:
        raise Refused("dates_reversed")
    entry.active_until = last_day
    entry.save(update_fields=["active_until"])
    audit.record(
        "certification.reviewer.retired", actor=by, target=entry, subject=entry.person, at=now
    )
    return entry
