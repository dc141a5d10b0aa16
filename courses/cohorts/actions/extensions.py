"""Giving one learner another last day."""

from datetime import date, datetime

from django.db import transaction

from courses.cohorts.calendar import last_day_for
from courses.cohorts.rules.last_days import may_extend
from courses.models import Enrolment, Extension
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date


@transaction.atomic
def extend(enrolment: Enrolment, *, last_day: date, reason: str, by, now: datetime) -> Extension:
    """The day counts for this learner alone; the reason stays encrypted, out of mail and record."""
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("cohort", "learner")
    enrolment = held.get(pk=enrolment.pk)
    may_extend(
        ended=enrolment.ended_at is not None,
        present=last_day_for(enrolment),
        wanted=last_day,
        today=civil_date(now),
    ).require()
    enrolment.last_day = last_day
    enrolment.save(update_fields=["last_day"])
    extension = Extension.objects.create(
        enrolment=enrolment, last_day=last_day, reason=reason, given_by=by, given_at=now
    )
    audit.record(
        "courses.enrolment.extended",
        actor=by,
        target=extension,
        subject=enrolment.learner,
        at=now,
        values={"last_day": last_day.isoformat()},
    )
    key = str(extension.public_id)
    notify(enrolment.learner, "courses.more_time", key=key, url="/learn/", at=now)
    return extension
