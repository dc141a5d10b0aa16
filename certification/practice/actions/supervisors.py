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
from certification.practice.rules.withholding import Cut
from certification.practice.withholding import cuts_in
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


@transaction.atomic
def withhold_authority(
    person, *, role: str, first: date, last: date | None, by, now: datetime
) -> list[Cut]:
    """Not entitled in these days after all. Each proof is withdrawn from the first of them on; where
    it held longer than the last, the rest is the same proof in a row of its own. What was seen, by
    whom and when, stays as it was: it is the days that were wrong.
    """
    held = SupervisorAuthority.objects.filter(person=person).select_for_update()
    list(held.order_by("pk").values_list("pk"))
    taken = cuts_in(person, role, first, last)
    for authority, one in taken:
        until = authority.last_day
        withdraw_authority(authority, withdrawn_from=one.first, by=by, now=now)
        if one.again_from:
            _hold_again(authority, one.again_from, until, now)
    return [one for _authority, one in taken]


def _hold_again(authority: SupervisorAuthority, first: date, last: date, now: datetime) -> None:
    SupervisorAuthority.objects.create(
        person=authority.person,
        role=authority.role,
        licence_number=authority.licence_number,
        issuer=authority.issuer,
        jurisdiction=authority.jurisdiction,
        how=authority.how,
        seen_by=authority.seen_by,
        seen_on=authority.seen_on,
        valid_from=first,
        valid_until=last,
        recorded_at=now,
    )


def _facts_change_for_interns_of(supervisor) -> None:
    """In one order, so that two of these never wait for each other."""
    agreements = SupervisionAgreement.objects.supervised_by(supervisor)
    FactsVersion.objects.bump_all(User.objects.filter(pk__in=agreements.values("intern")))
