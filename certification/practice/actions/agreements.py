"""An agreement of three: drafted by the intern, agreed by both supervisors, approved by staff."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import (
    AgreementSignature,
    FactsVersion,
    SupervisionAgreement,
    SupervisorAuthority,
)
from certification.practice.models.agreements import AgreementState, Scope
from certification.practice.rules.categories import CLINICIAN, MENTOR
from certification.practice.rules.lifecycles import may_agreement
from certification.practice.rules.people import may_approve, may_draft
from certification.practice.rules.supervisors import last_day_after_notice, may_give_notice
from training_site import audit
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.content.models import PolicyVersion
from training_site.content.rules.attestations import same_name
from training_site.verdict import Refused

TERMS = "supervision-terms"


@transaction.atomic
def draft_agreement(
    intern,
    *,
    mentor,
    clinician,
    starts_on: date,
    typed_name: str,
    by,
    now: datetime,
    ends_on: date | None = None,
    scope: str = Scope.FULL,
) -> SupervisionAgreement:
    """The intern proposes it and signs; the two supervisors are asked."""
    if by.pk != intern.pk:
        raise Refused("not_own_record")
    may_draft(
        three_people=len({intern.pk, mentor.pk, clinician.pk}) == 3,
        mentor_is=mentor.has_role(Role.MENTOR),
        clinician_is=clinician.has_role(Role.CLINICIAN),
        dates=ends_on is None or ends_on >= starts_on,
    ).require()
    agreement = SupervisionAgreement.objects.create(
        intern=intern,
        mentor=mentor,
        clinician=clinician,
        scope=scope,
        terms=PolicyVersion.objects.in_force(TERMS, civil_date(now)),
        starts_on=starts_on,
        ends_on=ends_on,
        drafted_at=now,
    )
    _sign(agreement, intern, "intern", typed_name, now)
    audit.record(
        "certification.agreement.drafted", actor=by, target=agreement, subject=intern, at=now
    )
    for supervisor in (mentor, clinician):
        _tell(supervisor, "certification.agreement_to_answer", agreement, now)
    return agreement


@transaction.atomic
def agree(
    agreement: SupervisionAgreement, *, typed_name: str, by, now: datetime
) -> SupervisionAgreement:
    """A supervisor's signature. With the second one it goes to the association."""
    agreement = _locked(agreement)
    may_agreement("agree", agreement.state).require()
    role = _supervising(agreement, by)
    if agreement.signatures.filter(role=role).exists():
        raise Refused("agreement_already_signed")
    _sign(agreement, by, role, typed_name, now)
    if agreement.signatures.filter(role__in=[MENTOR, CLINICIAN]).count() == 2:
        agreement.state = AgreementState.AGREED
        agreement.save(update_fields=["state"])
    audit.record(
        "certification.agreement.agreed",
        actor=by,
        target=agreement,
        subject=agreement.intern,
        at=now,
    )
    return agreement


@transaction.atomic
def decline_agreement(agreement: SupervisionAgreement, *, by, now: datetime):
    agreement = _locked(agreement)
    may_agreement("decline", agreement.state).require()
    _supervising(agreement, by)
    agreement.state = AgreementState.DECLINED
    agreement.declined_at, agreement.declined_by = now, by
    agreement.save(update_fields=["state", "declined_at", "declined_by"])
    audit.record(
        "certification.agreement.declined",
        actor=by,
        target=agreement,
        subject=agreement.intern,
        at=now,
    )
    _tell(agreement.intern, "certification.agreement_answered", agreement, now)
    return agreement


@transaction.atomic
def approve_agreement(agreement: SupervisionAgreement, *, by, now: datetime):
    """Staff approve, once both supervisors' licences have been seen. From this day hours count."""
    agreement = _locked(agreement)
    may_agreement("approve", agreement.state).require()
    today = civil_date(now)
    may_approve(
        is_party=agreement.role_of(by) is not None, verified=_verified(agreement, today)
    ).require()
    agreement.state = AgreementState.APPROVED
    agreement.approved_on, agreement.approved_at, agreement.approved_by = today, now, by
    agreement.save(update_fields=["state", "approved_on", "approved_at", "approved_by"])
    audit.record(
        "certification.agreement.approved",
        actor=by,
        target=agreement,
        subject=agreement.intern,
        at=now,
    )
    _tell(agreement.intern, "certification.agreement_answered", agreement, now)
    return agreement


@transaction.atomic
def give_notice(agreement: SupervisionAgreement, *, by, now: datetime) -> SupervisionAgreement:
    """A party ends it with notice. Until its last day everything goes on as agreed."""
    agreement = _locked(agreement)
    today = civil_date(now)
    may_give_notice(
        is_party=agreement.role_of(by) is not None,
        state=agreement.state,
        given=agreement.notice_at is not None,
        ends_on=agreement.ends_on,
        today=today,
    ).require()
    agreement.ends_on = last_day_after_notice(today, agreement.ends_on)
    agreement.notice_at, agreement.notice_by = now, by
    agreement.save(update_fields=["ends_on", "notice_at", "notice_by"])
    audit.record(
        "certification.agreement.notice_given",
        actor=by,
        target=agreement,
        subject=agreement.intern,
        at=now,
        values={"until": agreement.ends_on.isoformat()},
    )
    for person in {agreement.intern, agreement.mentor, agreement.clinician} - {by}:
        _tell(person, "certification.agreement_notice", agreement, now, step="notice")
    return agreement


@transaction.atomic
def end_agreement(
    agreement: SupervisionAgreement, *, ended_on: date, by, now: datetime, reason: str = ""
):
    """Its last day. Hours up to and on it stand, and can still be signed."""
    agreement = _locked(agreement)
    may_agreement("end", agreement.state).require()
    if ended_on < agreement.starts_on:
        raise Refused("ends_before_it_begins")
    agreement.state = AgreementState.ENDED
    agreement.ended_on, agreement.ended_by = ended_on, by
    agreement.save(update_fields=["state", "ended_on", "ended_by"])
    audit.record(
        "certification.agreement.ended",
        actor=by,
        target=agreement,
        subject=agreement.intern,
        at=now,
        values={"on": ended_on.isoformat()},
        text=reason,
    )
    for person in {agreement.intern, agreement.mentor, agreement.clinician} - {by}:
        _tell(person, "certification.agreement_ended", agreement, now)
    return agreement


def _locked(agreement: SupervisionAgreement) -> SupervisionAgreement:
    FactsVersion.objects.bump(agreement.intern)
    return SupervisionAgreement.objects.with_people().get(pk=agreement.pk)


def _supervising(agreement: SupervisionAgreement, person) -> str:
    role = agreement.role_of(person)
    if role not in (MENTOR, CLINICIAN):
        raise Refused("not_a_supervisor_here")
    return role


def _sign(agreement: SupervisionAgreement, person, role: str, typed_name: str, now) -> None:
    if not same_name(typed_name, person.name):
        raise Refused("typed_name_differs", name=person.name)
    AgreementSignature.objects.create(
        agreement=agreement, person=person, role=role, typed_name=typed_name.strip(), at=now
    )


def _verified(agreement: SupervisionAgreement, today: date) -> list[str]:
    entitled = SupervisorAuthority.objects.entitles
    return [
        role for role in (MENTOR, CLINICIAN) if entitled(agreement.supervisor(role), role, today)
    ]


def _tell(
    person, event: str, agreement: SupervisionAgreement, now: datetime, *, step: str = ""
) -> None:
    supervises = agreement.role_of(person) != "intern"
    url = (
        f"/supervision/agreements/{agreement.public_id}/" if supervises else "/practice/agreement/"
    )
    notify(person, event, key=f"{agreement.public_id}:{step or agreement.state}", url=url, at=now)
