"""Dates that staff set for a person and that a scheme may ask for."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import FactsVersion, Milestone
from certification.practice.models.leaves import PersonMilestone
from certification.practice.rules.beginnings import may_record_milestone
from training_site import audit
from training_site.content.civil import civil_date


@transaction.atomic
def record_milestone(person, *, name: str, on: date, by, now: datetime) -> Milestone:
    """One date for each; recorded again it is put right, and the record keeps both."""
    FactsVersion.objects.bump(person)
    may_record_milestone(
        own=by.pk == person.pk,
        on=on,
        today=civil_date(now),
        lies_ahead=name == PersonMilestone.INTERNSHIP_EXTENDED_TO,
    ).require()
    before = Milestone.objects.filter(person=person, name=name).first()
    milestone, _created = Milestone.objects.update_or_create(
        person=person, name=name, defaults={"on": on, "recorded_by": by, "recorded_at": now}
    )
    values = {"name": name, "on": on.isoformat()}
    audit.record(
        "certification.milestone.recorded",
        actor=by,
        target=milestone,
        subject=person,
        at=now,
        values=values | ({"before": before.on.isoformat()} if before else {}),
    )
    return milestone
