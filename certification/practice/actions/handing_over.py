"""Handing a case over to other supervisors. What was signed under the earlier ones stays theirs."""

from datetime import datetime

from django.db import transaction

from certification.practice.case_people import tell_the_others
from certification.practice.models import Case, FactsVersion, SupervisionAgreement
from certification.practice.questions import may_take_cases
from certification.practice.rules.casework import may_hand_over
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date
from training_site.verdict import Refused

HANDED_OVER = "certification.case.handed_over"


@transaction.atomic
def hand_over_case(case: Case, agreement: SupervisionAgreement, *, by, now: datetime) -> Case:
    """From today on it is the work of the three of that agreement; entries keep their own."""
    if by.pk != case.intern_id:
        raise Refused("not_own_record")
    FactsVersion.objects.bump(case.intern)
    people = ("intern", "agreement__mentor", "agreement__clinician")
    case = Case.objects.select_related(*people).get(pk=case.pk)
    today, before = civil_date(now), case.agreement
    theirs = SupervisionAgreement.objects.of(case.intern).in_force(today)
    may_hand_over(
        is_open=case.is_open,
        same=before.pk == agreement.pk,
        in_force=theirs.filter(pk=agreement.pk).exists(),
    ).require()
    case.agreement = theirs.with_people().get(pk=agreement.pk)
    may_take_cases(_supervisors(case.agreement) - _supervisors(before)).require()
    case.save(update_fields=["agreement"])
    _record(case, before, by, now)
    _tell(case, before, by, now)
    return case


def _supervisors(agreement: SupervisionAgreement) -> set[int]:
    return {agreement.mentor_id, agreement.clinician_id}


def _record(case: Case, before: SupervisionAgreement, by, now: datetime) -> None:
    moved = {"from": str(before.public_id), "to": str(case.agreement.public_id)}
    audit.record(HANDED_OVER, actor=by, target=case, subject=case.intern, at=now, values=moved)


def _tell(case: Case, before: SupervisionAgreement, by, now: datetime) -> None:
    """Those who take it on, and those who no longer see it."""
    key = f"{case.public_id}:{case.agreement.public_id}:{now:%Y%m%d}"
    tell_the_others(case, "certification.case_handed_over", key=key, by=by, now=now)
    stay = _supervisors(case.agreement)
    for person in (before.mentor, before.clinician):
        if person.pk not in stay:
            event = "certification.case_handed_over"
            notify(person, event, key=key, url="/supervision/", at=now)
