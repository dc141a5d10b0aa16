"""Opening and closing cases."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.actions.case_steps import days_of
from certification.practice.actions.pauses import end_pause_with
from certification.practice.models import Case, FactsVersion, SupervisionAgreement
from certification.practice.models.cases import CaseState, Closure
from certification.practice.questions import may_take_cases
from certification.practice.rules.casework import may_close
from certification.practice.rules.lifecycles import may_case
from training_site import audit
from training_site.content.civil import civil_date
from training_site.verdict import Refused

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@transaction.atomic
def open_case(
    intern, *, agreement: SupervisionAgreement, opened_on: date, by, now: datetime
) -> Case:
    """The next letter. Nothing else is ever known here about the client."""
    _own(intern, by)
    FactsVersion.objects.bump(intern)
    if agreement.intern_id != intern.pk or agreement.counts_from is None:
        raise Refused("agreement_missing")
    may_take_cases([intern.pk, agreement.mentor_id, agreement.clinician_id]).require()
    if opened_on < agreement.counts_from:
        raise Refused("agreement_not_begun", date=agreement.counts_from)
    if agreement.counts_until and opened_on > agreement.counts_until:
        raise Refused("agreement_over", date=agreement.counts_until)
    if opened_on > civil_date(now):
        raise Refused("date_in_future")
    letter = letter_after(Case.objects.of(intern).count())
    case = Case.objects.create(
        intern=intern, agreement=agreement, letter=letter, opened_on=opened_on
    )
    audit.record("certification.case.opened", actor=by, target=case, subject=intern, at=now)
    return case


@transaction.atomic
def begin_closing(case: Case, *, by, now: datetime) -> Case:
    case = _locked(case, by)
    may_case("begin_closing", case.state).require()
    case.state = CaseState.CLOSING
    case.save(update_fields=["state"])
    audit.record(
        "certification.case.closing_begun", actor=by, target=case, subject=case.intern, at=now
    )
    return case


@transaction.atomic
def close_case(case: Case, *, closure: str, closed_on: date, by, now: datetime) -> Case:
    """As planned, it is closed; otherwise interrupted. Its hours stand either way."""
    case = _locked(case, by)
    planned = closure == Closure.PLANNED
    may_case("close" if planned else "interrupt", case.state).require()
    may_close(
        closed_on,
        days_of(case),
        planned=planned,
        today=civil_date(now),
        last_work=_last_work(case),
    ).require()
    case.state = CaseState.CLOSED if planned else CaseState.INTERRUPTED
    case.closure, case.closed_on = closure, closed_on
    case.save(update_fields=["state", "closure", "closed_on"])
    end_pause_with(case, by=by, now=now)
    audit.record(
        "certification.case.closed",
        actor=by,
        target=case,
        subject=case.intern,
        at=now,
        values={"closure": closure, "on": closed_on.isoformat()},
    )
    return case


def letter_after(count: int) -> str:
    """A, B, … Z, then AA, AB, …"""
    first, second = divmod(count, len(LETTERS))
    return (LETTERS[first - 1] if first else "") + LETTERS[second]


def _last_work(case: Case) -> date | None:
    return case.entries.standing().order_by("-date").values_list("date", flat=True).first()


def _own(intern, by) -> None:
    if by.pk != intern.pk:
        raise Refused("not_own_record")


def _locked(case: Case, by) -> Case:
    _own(case.intern, by)
    FactsVersion.objects.bump(case.intern)
    return Case.objects.select_related("intern").get(pk=case.pk)
