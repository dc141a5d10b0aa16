"""A signature on paper: one member of staff records it, another has seen it too."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.actions.signoffs import record_signature, write_signoff
from certification.practice.models import FactsVersion, PaperSignature, PeriodSignOff
from certification.practice.models.contests import PaperState
from certification.practice.models.signoffs import Manner
from certification.practice.rules.papers import may_check_paper, may_record_paper
from certification.practice.sheets import MonthSheet, sheet_of
from training_site import audit
from training_site.content.civil import civil_date
from training_site.content.rules.attestations import same_name
from training_site.verdict import Refused


@transaction.atomic
def record_paper(
    supervisor,
    intern,
    month: date,
    *,
    shown_hash: str,
    signed_on: date,
    typed_name: str,
    kept_at: str,
    by,
    now: datetime,
) -> PaperSignature:
    """That a paper for exactly this sheet is there. Nothing is signed before a second person saw it."""
    FactsVersion.objects.bump(intern)
    today = civil_date(now)
    sheet = _signable(supervisor, intern, month, today)
    may_record_paper(
        parties={intern.pk, supervisor.pk},
        by=by.pk,
        shown=shown_hash,
        actual=sheet.hash,
        entries=len(sheet.to_sign),
        last_hour=max((entry.date for entry in sheet.to_sign), default=None),
        signed_on=signed_on,
        today=today,
    ).require()
    if not same_name(typed_name, supervisor.name):
        raise Refused("typed_name_differs", name=supervisor.name)
    waiting = PaperSignature.objects.to_check().filter(intern=intern, supervisor=supervisor)
    if waiting.filter(month=month).exists():
        raise Refused("paper_waits_already")
    paper = PaperSignature.objects.create(
        intern=intern,
        supervisor=supervisor,
        month=month,
        signed_on=signed_on,
        typed_name=typed_name.strip(),
        kept_at=kept_at,
        content_hash=sheet.hash,
        recorded_by=by,
        recorded_at=now,
    )
    _record("certification.paper.recorded", paper, by=by, now=now)
    return paper


@transaction.atomic
def confirm_paper(paper: PaperSignature, *, by, now: datetime) -> PeriodSignOff:
    """The second person has seen it: now the sheet is signed, if it is still that sheet."""
    paper = _locked(paper, by)
    sheet = _signable(paper.supervisor, paper.intern, paper.month, civil_date(now))
    if sheet.hash != paper.content_hash:
        raise Refused("sheet_has_changed")
    _check(paper, PaperState.CONFIRMED, by=by, now=now)
    signoff = write_signoff(
        sheet,
        typed_name=paper.typed_name,
        now=now,
        manner=Manner.PAPER,
        paper=paper,
        written_by=by,
    )
    record_signature("certification.month.signed_on_paper", signoff, by=by, now=now)
    return signoff


@transaction.atomic
def reject_paper(paper: PaperSignature, *, by, now: datetime) -> PaperSignature:
    """Not seen, or not for this sheet. The hours go on waiting, and another paper may come."""
    paper = _locked(paper, by)
    _check(paper, PaperState.REJECTED, by=by, now=now)
    _record("certification.paper.rejected", paper, by=by, now=now)
    return paper


def _signable(supervisor, intern, month: date, today: date) -> MonthSheet:
    sheet = sheet_of(supervisor, intern, month, today=today)
    if sheet.statement is None:
        raise Refused("no_statement_to_sign")
    return sheet


def _locked(paper: PaperSignature, by) -> PaperSignature:
    FactsVersion.objects.bump(paper.intern)
    paper = PaperSignature.objects.select_related("intern", "supervisor").get(pk=paper.pk)
    may_check_paper(
        parties={paper.intern_id, paper.supervisor_id},
        recorder=paper.recorded_by_id,
        by=by.pk,
        state=paper.state,
    ).require()
    return paper


def _check(paper: PaperSignature, state: str, *, by, now: datetime) -> None:
    paper.state, paper.checked_by, paper.checked_at = state, by, now
    paper.save(update_fields=["state", "checked_by", "checked_at"])


def _record(verb: str, paper: PaperSignature, *, by, now: datetime) -> None:
    values = {"month": f"{paper.month:%Y-%m}", "hash": paper.content_hash}
    audit.record(verb, actor=by, target=paper, subject=paper.intern, at=now, values=values)
