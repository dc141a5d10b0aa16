"""Correcting what is signed: another entry that takes its place once that one is signed too."""

from datetime import datetime

from django.db import transaction

from certification.practice.actions.hours import locked, said_of
from certification.practice.claims import Claim, checked_columns
from certification.practice.models import HoursEntry
from certification.practice.rules.lifecycles import may_entry
from training_site import audit
from training_site.verdict import Refused


@transaction.atomic
def correct_entry(entry: HoursEntry, claim: Claim, *, by, now: datetime) -> HoursEntry:
    """The linked correction, as a draft. Until it is signed, the signed entry counts as it is."""
    entry = locked(entry, by)
    may_entry("correct", entry.state).require()
    if HoursEntry.objects.filter(corrects=entry).exists():
        raise Refused("entry_already_corrected")
    columns = checked_columns(entry.intern, claim, now=now, instead_of=[entry])
    correction = HoursEntry.objects.create(**columns, logged_at=now, corrects=entry)
    audit.record(
        "certification.hours.corrected",
        actor=by,
        target=correction,
        subject=entry.intern,
        at=now,
        values={**said_of(correction), "instead_of": str(entry.public_id)},
    )
    return correction
