"""Attesting that a step of a case took place: its meetings, its consents."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import Case, CaseMilestone, FactsVersion
from certification.practice.models.case_events import MilestoneKind
from certification.practice.rules.casework import CaseDays, may_attest
from training_site import audit
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def attest_step(case: Case, *, kind: str, on: date, by, now: datetime) -> CaseMilestone:
    """That it was, and when; attested again while the case is open, its date is put right."""
    if by.pk != case.intern_id:
        raise Refused("not_own_record")
    FactsVersion.objects.bump(case.intern)
    case = Case.objects.select_related("intern").get(pk=case.pk)
    days = days_of(case)
    may_attest(kind, on, days, today=civil_date(now)).require()
    step, _new = CaseMilestone.objects.update_or_create(
        case=case,
        kind=MilestoneKind(kind),
        defaults={"on": on, "attested_by": by, "attested_at": now},
    )
    audit.record(
        "certification.case.step_attested",
        actor=by,
        target=case,
        subject=case.intern,
        at=now,
        values={"step": kind, "on": on.isoformat()} | _before(days.steps.get(kind)),
    )
    return step


def _before(day: date | None) -> dict[str, str]:
    return {"instead_of": day.isoformat()} if day else {}


def days_of(case: Case) -> CaseDays:
    steps = dict(case.milestones.values_list("kind", "on"))
    return CaseDays(case.opened_on, case.closed_on, steps)
