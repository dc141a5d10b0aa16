"""Enrolling a learner, and ending it."""

from datetime import datetime

from django.db import transaction

from courses.models import Cohort, Enrolment, ProgrammePage
from courses.rules.enrolment import may_end, may_enrol, starts_in
from training_site import audit


@transaction.atomic
def enrol(learner, programme: ProgrammePage, *, cohort: Cohort | None = None, by, now: datetime):
    """Open a programme to a learner. The assessment of each course opens with its last lesson."""
    enrolled = Enrolment.objects.active().filter(learner=learner, programme=programme).exists()
    fits = cohort is None or cohort.programme_id == programme.pk
    may_enrol(enrolled=enrolled, cohort_fits=fits).require()
    enrolment = Enrolment.objects.create(
        learner=learner, programme=programme, cohort=cohort, enrolled_at=now
    )
    audit.record(
        "courses.enrolment.opened",
        actor=by,
        target=enrolment,
        subject=learner,
        at=now,
        values={"programme": programme.code},
    )
    return enrolment


@transaction.atomic
def enrol_invited(person, cohort_id, *, by, now: datetime) -> Enrolment | None:
    """Enrol somebody who accepted an invitation; who is enrolled there already stays so."""
    cohort = Cohort.objects.filter(public_id=cohort_id).first() if cohort_id else None
    there_are = list(ProgrammePage.objects.live())
    programme = starts_in(cohort and cohort.programme, there_are)
    held = Enrolment.objects.active().filter(learner=person)
    if programme is None or held.filter(programme=programme).exists():
        return None
    return enrol(person, programme, cohort=cohort, by=by, now=now)


@transaction.atomic
def end_enrolment(enrolment: Enrolment, *, by, now: datetime) -> Enrolment:
    """Close the lessons to a learner. Progress and completions stay."""
    enrolment = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    may_end(ended=enrolment.ended_at is not None).require()
    enrolment.ended_at = now
    enrolment.save(update_fields=["ended_at"])
    audit.record(
        "courses.enrolment.ended", actor=by, target=enrolment, subject=enrolment.learner, at=now
    )
    return enrolment
