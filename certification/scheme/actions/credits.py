"""Equivalence credits and waivers: proposed by one person, approved by another."""

from datetime import datetime

from django.db import transaction

from certification.practice.models import FactsVersion
from certification.scheme.models import Credit, SchemeVersion
from certification.scheme.recognition import creditable
from certification.scheme.rules.credits import may_answer_credit, may_propose, may_take_back
from training_site import audit
from training_site.accounts.notices import notify


@transaction.atomic
def propose_credit(
    intern, *, kind: str, requirement: str, reasons: str, by, now: datetime, minutes=None
) -> Credit:
    """Counts for nothing before a second person has approved it."""
    FactsVersion.objects.bump(intern)
    offered = creditable(SchemeVersion.objects.binding(intern))
    may_propose(
        own=by.pk == intern.pk,
        kind=kind,
        minutes=minutes,
        requirement=requirement,
        measured={one.id for one in offered if one.measured},
        known={one.id for one in offered},
    ).require()
    credit = Credit.objects.create(
        intern=intern,
        kind=kind,
        requirement=requirement,
        minutes=minutes,
        reasons=reasons,
        proposed_by=by,
        proposed_at=now,
    )
    _record("certification.credit.proposed", credit, by, now)
    return credit


@transaction.atomic
def approve_credit(credit: Credit, *, by, now: datetime) -> Credit:
    """From this day on it counts; the intern is told."""
    credit = _answerable(credit, by, approves=True)
    credit.approved_by, credit.approved_at = by, now
    credit.save(update_fields=["approved_by", "approved_at"])
    _record("certification.credit.approved", credit, by, now)
    _tell(credit, "approved", now)
    return credit


@transaction.atomic
def decline_credit(credit: Credit, *, by, now: datetime) -> Credit:
    credit = _answerable(credit, by, approves=False)
    credit.declined_by, credit.declined_at = by, now
    credit.save(update_fields=["declined_by", "declined_at"])
    _record("certification.credit.declined", credit, by, now)
    return credit


@transaction.atomic
def take_back_credit(credit: Credit, *, by, now: datetime) -> Credit:
    """It stays on the record and counts no more; the intern is told."""
    credit = _locked(credit)
    may_take_back(
        approved=credit.approved_at is not None,
        withdrawn=credit.withdrawn_at is not None,
        own=credit.intern_id == by.pk,
    ).require()
    credit.withdrawn_by, credit.withdrawn_at = by, now
    credit.save(update_fields=["withdrawn_by", "withdrawn_at"])
    _record("certification.credit.taken_back", credit, by, now)
    _tell(credit, "taken-back", now)
    return credit


def _answerable(credit: Credit, by, *, approves: bool) -> Credit:
    credit = _locked(credit)
    may_answer_credit(
        open=credit.approved_at is None and credit.declined_at is None,
        own=credit.intern_id == by.pk,
        proposed_it=credit.proposed_by_id == by.pk,
        approves=approves,
    ).require()
    return credit


def _locked(credit: Credit) -> Credit:
    FactsVersion.objects.bump(credit.intern)
    return Credit.objects.select_related("intern").get(pk=credit.pk)


def _record(verb: str, credit: Credit, by, now: datetime) -> None:
    values = {"kind": credit.kind, "requirement": credit.requirement}
    if credit.minutes:
        values["minutes"] = str(credit.minutes)
    audit.record(verb, actor=by, target=credit, subject=credit.intern, at=now, values=values)


def _tell(credit: Credit, what: str, now: datetime) -> None:
    key = f"{credit.public_id}:{what}"
    notify(credit.intern, "certification.recognised", key=key, url="/certification/path/", at=now)
