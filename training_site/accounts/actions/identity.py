"""Recording that age and identity were seen."""

from datetime import date, datetime

from django.db import transaction

from training_site import audit
from training_site.accounts.models import IdentityCheck, User
from training_site.accounts.rules.identity import may_record_identity


@transaction.atomic
def record_identity_seen(person: User, *, seen_on: date, by: User, now: datetime) -> IdentityCheck:
    """Date and staff member only: no document, no copy (product.md)."""
    may_record_identity(same_person=person.pk == by.pk, seen_on=seen_on, today=now.date()).require()
    check = IdentityCheck.objects.create(
        person=person, seen_on=seen_on, seen_by=by, recorded_at=now
    )
    audit.record("accounts.identity.seen", actor=by, target=check, subject=person, at=now)
    return check
