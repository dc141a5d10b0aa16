"""Pausing a case and going on with it: each of the three may say stop."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.actions.case_steps import days_of
from certification.practice.case_people import role_in, tell_the_others
from certification.practice.models import Case, CasePause, FactsVersion
from certification.practice.models.hours import Category
from certification.practice.rules.casework import may_pause, may_resume
from training_site import audit
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def pause_case(
    case: Case, *, starts_on: date, reason: str, by, now: datetime, ends_on: date | None = None
) -> CasePause:
    """No session takes place in it. The two others are told that, not why."""
    case = _locked(case)
    if role_in(case, by) is None:
        raise Refused("not_of_this_triad")
    span, today = (starts_on, ends_on), civil_date(now)
    _may_begin(case, span, today)
    _settle(case, by=by, now=now)
    pause = CasePause.objects.create(
        case=case, starts_on=starts_on, ends_on=ends_on, reason=reason, paused_by=by, paused_at=now
    )
    _record("paused", pause, by, now, {"from": starts_on.isoformat(), "reason": reason})
    tell_the_others(case, "certification.case_paused", key=str(pause.public_id), by=by, now=now)
    return pause


@transaction.atomic
def resume_case(pause: CasePause, *, last_day: date, by, now: datetime) -> CasePause:
    """`last_day`: of the pause. From the next one on, sessions may take place again."""
    case = _locked(pause.case)
    pause = CasePause.objects.select_related("case__intern", "paused_by").get(pk=pause.pk)
    today = civil_date(now)
    if pause.resumed_at or (pause.ends_on and pause.ends_on < today):
        raise Refused("pause_is_over")
    may_resume(
        last_day,
        first=pause.starts_on,
        today=today,
        paused_by=role_in(case, pause.paused_by),
        by=role_in(case, by),
    ).require()
    _end(pause, last_day, by=by, now=now)
    _record("resumed", pause, by, now, {"last_day": last_day.isoformat()})
    tell_the_others(case, "certification.case_resumed", key=str(pause.public_id), by=by, now=now)
    return pause


def end_pause_with(case: Case, *, by, now: datetime) -> None:
    """A case that ends takes its pause with it."""
    for pause in case.pauses.filter(resumed_at=None):
        last = max(pause.starts_on, min(pause.ends_on or case.closed_on, case.closed_on))
        _end(pause, last, by=by, now=now)


def _may_begin(case: Case, span: tuple[date, date | None], today: date) -> None:
    sessions = case.entries.standing().filter(category=Category.DIRECT_SESSION)
    may_pause(
        span,
        days_of(case),
        today=today,
        pauses=case.pauses.all().spans(),
        sessions=sessions.values_list("date", flat=True),
    ).require()


def _settle(case: Case, *, by, now: datetime) -> None:
    """One whose last day was known beforehand has ended by itself; it makes room for the next."""
    for pause in case.pauses.filter(resumed_at=None):
        _end(pause, pause.ends_on, by=by, now=now)


def _end(pause: CasePause, last_day: date, *, by, now: datetime) -> None:
    pause.ends_on, pause.resumed_by, pause.resumed_at = last_day, by, now
    pause.save(update_fields=["ends_on", "resumed_by", "resumed_at"])


def _locked(case: Case) -> Case:
    FactsVersion.objects.bump(case.intern)
    people = ("intern", "agreement__mentor", "agreement__clinician")
    return Case.objects.select_related(*people).get(pk=case.pk)


def _record(verb: str, pause: CasePause, by, now: datetime, values: dict) -> None:
    name = {"paused": "certification.case.paused", "resumed": "certification.case.resumed"}[verb]
    case = pause.case
    audit.record(name, actor=by, target=case, subject=case.intern, at=now, values=values)
