"""Intensive plans: proposed by the intern, agreed by a supervisor before the first day."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.case_people import address_for, role_in
from certification.practice.models import Case, FactsVersion, IntensivePlan
from certification.practice.rules.casework import may_answer, may_plan
from certification.practice.rules.categories import CLINICIAN, MENTOR
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def propose_intensive(
    case: Case, *, starts_on: date, ends_on: date, by, now: datetime
) -> IntensivePlan:
    if by.pk != case.intern_id:
        raise Refused("not_own_record")
    case = _locked(case)
    taken = case.intensives.standing().values_list("starts_on", "ends_on")
    may_plan(
        (starts_on, ends_on), is_open=case.is_open, today=civil_date(now), others=taken
    ).require()
    plan = IntensivePlan.objects.create(
        case=case, starts_on=starts_on, ends_on=ends_on, proposed_by=by, proposed_at=now
    )
    _record("certification.intensive.proposed", plan, by, now)
    for supervisor in (case.agreement.mentor, case.agreement.clinician):
        url = f"/supervision/intensives/{plan.public_id}/"
        event = "certification.intensive_to_answer"
        notify(supervisor, event, key=str(plan.public_id), url=url, at=now)
    return plan


@transaction.atomic
def answer_intensive(plan: IntensivePlan, *, agrees: bool, by, now: datetime) -> IntensivePlan:
    """One of the two supervisors is enough; whoever answers first, answers."""
    case = _locked(plan.case)
    plan = IntensivePlan.objects.select_related("case__intern").get(pk=plan.pk)
    may_answer(
        supervises=role_in(case, by) in (MENTOR, CLINICIAN),
        answered=bool(plan.agreed_at or plan.declined_at),
        first=plan.starts_on,
        today=civil_date(now),
    ).require()
    if agrees:
        plan.agreed_by, plan.agreed_at = by, now
    else:
        plan.declined_by, plan.declined_at = by, now
    plan.save(update_fields=["agreed_by", "agreed_at", "declined_by", "declined_at"])
    verb = "certification.intensive.agreed" if agrees else "certification.intensive.declined"
    _record(verb, plan, by, now)
    event, url = "certification.intensive_answered", address_for(case, case.intern)
    notify(case.intern, event, key=str(plan.public_id), url=url, at=now)
    return plan


def _locked(case: Case) -> Case:
    FactsVersion.objects.bump(case.intern)
    people = ("intern", "agreement__mentor", "agreement__clinician")
    return Case.objects.select_related(*people).get(pk=case.pk)


def _record(verb: str, plan: IntensivePlan, by, now: datetime) -> None:
    days = {"from": plan.starts_on.isoformat(), "to": plan.ends_on.isoformat()}
    audit.record(verb, actor=by, target=plan.case, subject=plan.case.intern, at=now, values=days)
