"""A conflict of interest between a supervisor and an intern, declared with its dates."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import FactsVersion, SupervisionAgreement, SupervisorConflict
from certification.practice.rules.supervisors import may_declare_conflict, may_end_conflict
from training_site import audit


@transaction.atomic
def declare_conflict(
    intern,
    supervisor,
    *,
    kind: str,
    starts_on: date,
    by,
    now: datetime,
    ends_on: date | None = None,
) -> SupervisorConflict:
    """From now on, lines of days within it are held back on the sheet; what was signed stays, and
    the scheme says whether it counts."""
    FactsVersion.objects.bump(intern)
    known = SupervisorConflict.objects.between(intern, supervisor)
    agreements = SupervisionAgreement.objects.of(intern)
    may_declare_conflict(
        by_intern=by.pk == intern.pk,
        supervises=any(one.role_of(supervisor) in ("mentor", "clinician") for one in agreements),
        starts_on=starts_on,
        ends_on=ends_on,
        others=known.values_list("starts_on", "ends_on"),
    ).require()
    conflict = SupervisorConflict.objects.create(
        intern=intern,
        supervisor=supervisor,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        declared_by=by,
        declared_at=now,
    )
    _record("certification.conflict.declared", conflict, by=by, now=now)
    return conflict


@transaction.atomic
def end_conflict(conflict: SupervisorConflict, *, ends_on: date, by, now: datetime):
    """Its last day, where it is known by now."""
    FactsVersion.objects.bump(conflict.intern)
    conflict = SupervisorConflict.objects.select_related("intern").get(pk=conflict.pk)
    may_end_conflict(
        by_intern=conflict.intern_id == by.pk, starts_on=conflict.starts_on, ends_on=ends_on
    ).require()
    conflict.ends_on = ends_on
    conflict.save(update_fields=["ends_on"])
    _record("certification.conflict.ended", conflict, by=by, now=now)
    return conflict


def _record(verb: str, conflict: SupervisorConflict, *, by, now: datetime) -> None:
    until = conflict.ends_on and conflict.ends_on.isoformat()
    values = {"kind": str(conflict.kind), "from": conflict.starts_on.isoformat(), "until": until}
    audit.record(verb, actor=by, target=conflict, subject=conflict.intern, at=now, values=values)
