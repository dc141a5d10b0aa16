"""That staff have seen a supervisor's licence or certification; and that it no longer holds."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import (
    FactsVersion,
    SupervisionAgreement,
    SupervisorAuthority,
)
from certification.practice.models.supervisors import HowSeen
from certification.practice.rules.people import may_verify, may_withdraw
from training_site import audit
from training_site.accounts.models import User
from training_site.content.civil import civil_date


@transaction.atomic
def verify_supervisor(
    person,
    *,
    role: str,
    licence_number: str,
    issuer: str,
    valid_from: date,
    valid_until: date,
    seen_on: date,
    by,
    now: datetime,
    how: str = HowSeen.REGISTER,
    jurisdiction: str = "",
) -> SupervisorAuthority:
    """Record the proof: by whom, when and how it was seen, and until when it holds."""
    may_verify(
        same_person=person.pk == by.pk,
        seen_on=seen_on,
        today=civil_date(now),
        first=valid_from,
        last=valid_until,
    ).require()
    authority = SupervisorAuthority.objects.create(
        person=person,
        role=role,
        licence_number=licence_number,
        issuer=issuer,
        jurisdiction=jurisdiction,
        how=how,
        seen_by=by,
        seen_on=seen_on,
        valid_from=valid_from,
        valid_until=valid_until,
        recorded_at=now,
    )
    _facts_change_for_interns_of(person)
    audit.record(
        "certification.supervisor.verified",
        actor=by,
        target=authority,
        subject=person,
        at=now,
        values={"role": role, "until": valid_until.isoformat()},
    )
    return authority


@transaction.atomic
def withdraw_authority(
    authority: SupervisorAuthority, *, withdrawn_from: date, by, now: datetime
) -> SupervisorAuthority:
    """From this day on the proof no longer holds; hours before it stand as they were."""
    authority.refresh_from_db()
    may_withdraw(
        same_person=authority.person_id == by.pk,
        already=authority.withdrawn_from,
        withdrawn_from=withdrawn_from,
    ).require()
    authority.withdrawn_from, authority.withdrawn_by = withdrawn_from, by
    authority.save(update_fields=["withdrawn_from", "withdrawn_by"])
    _facts_change_for_interns_of(authority.person)
    audit.record(
        "certification.supervisor.authority_withdrawn",
        actor=by,
        target=authority,
        subject=authority.person,
        at=now,
        values={"from": withdrawn_from.isoformat()},
    )
    return authority


def _facts_change_for_interns_of(supervisor) -> None:
    """In one order, so that two of these never wait for each other."""
    agreements = SupervisionAgreement.objects.supervised_by(supervisor)
    interns = User.objects.filter(pk__in=agreements.values("intern")).order_by("pk")
    for intern in interns:
        FactsVersion.objects.bump(intern)
