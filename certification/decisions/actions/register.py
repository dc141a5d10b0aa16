"""The reviewer register: who stands in it, what they know, how they judged in exercises."""

from datetime import date, datetime

from django.db import transaction

from certification.decisions.models import Calibration, OutsideInvitation, RegisteredReviewer
from certification.decisions.models.register import Seat
from certification.decisions.rules.register import may_calibrate
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
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
    seat: str = Seat.ASSOCIATION,
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
        seat=seat,
        confidentiality_on=confidentiality_on,
        active_from=active_from,
        active_until=active_until,
        added_by=by,
        added_at=now,
    )
    _record("certification.reviewer.registered", entry, by, now)
    return entry


@transaction.atomic
def amend_reviewer(
    entry: RegisteredReviewer,
    *,
    competence: str,
    seat: str,
    confidentiality_on: date,
    active_from: date,
    by: User,
    now: datetime,
    active_until: date | None = None,
) -> RegisteredReviewer:
    """Put an entry right. What it said before stays with the record of this change."""
    if entry.person_id == by.pk:
        raise Refused("not_own_entry")
    if active_until and active_until < active_from:
        raise Refused("dates_reversed")
    before = RegisteredReviewer.objects.select_for_update().get(pk=entry.pk)
    said = {
        "competence": competence.strip(),
        "seat": seat,
        "confidentiality_on": confidentiality_on,
        "active_from": active_from,
        "active_until": active_until,
    }
    changed = {name: getattr(before, name) for name in said if getattr(before, name) != said[name]}
    if not changed:
        return before
    for name, value in said.items():
        setattr(before, name, value)
    before.save(update_fields=list(said))
    values = {name: str(value or "") for name, value in changed.items()}
    _record("certification.reviewer.amended", before, by, now, values=values)
    return before


@transaction.atomic
def retire_reviewer(
    entry: RegisteredReviewer, *, last_day: date, by: User, now: datetime
) -> RegisteredReviewer:
    if last_day < entry.active_from:
        raise Refused("dates_reversed")
    entry.active_until = last_day
    entry.save(update_fields=["active_until"])
    _record("certification.reviewer.retired", entry, by, now)
    return entry


@transaction.atomic
def record_calibration(
    entry: RegisteredReviewer,
    *,
    held_on: date,
    exercise: str,
    agreed: int,
    judged: int,
    by: User,
    now: datetime,
) -> Calibration:
    """How many of the judgements in an exercise were those that had been agreed."""
    may_calibrate(
        own=entry.person_id == by.pk,
        held_on=held_on,
        today=civil_date(now),
        agreed=agreed,
        judged=judged,
    ).require()
    row = Calibration.objects.create(
        reviewer=entry,
        held_on=held_on,
        exercise=exercise.strip(),
        agreed=agreed,
        judged=judged,
        recorded_by=by,
        recorded_at=now,
    )
    values = {"held_on": held_on.isoformat(), "agreed": agreed, "judged": judged}
    _record("certification.reviewer.calibrated", entry, by, now, values=values)
    return row


def _record(verb: str, entry: RegisteredReviewer, by: User, now: datetime, *, values=None) -> None:
    audit.record(verb, actor=by, target=entry, subject=entry.person, at=now, values=values)
