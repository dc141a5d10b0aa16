"""Leave of absence: asked for by the intern, answered by staff, ended or withdrawn by the intern."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import FactsVersion, LeaveOfAbsence
from certification.practice.models.leaves import LeaveState
from certification.practice.rules.leaves import may_answer, may_ask, may_end, may_withdraw
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date

STANDING = (LeaveState.ASKED, LeaveState.GRANTED)


@transaction.atomic
def ask_for_leave(
    person, *, starts_on: date, ends_on: date | None, by, now: datetime
) -> LeaveOfAbsence:
    """From which day to which; why is nobody's business."""
    FactsVersion.objects.bump(person)
    others = LeaveOfAbsence.objects.of(person).filter(state__in=STANDING)
    may_ask(
        own=by.pk == person.pk,
        days=(starts_on, ends_on),
        others=others.values_list("starts_on", "ends_on"),
    ).require()
    leave = LeaveOfAbsence.objects.create(
        person=person, starts_on=starts_on, ends_on=ends_on, asked_at=now
    )
    _record("certification.leave.asked", leave, by, now)
    return leave


@transaction.atomic
def answer_leave(leave: LeaveOfAbsence, *, granted: bool, by, now: datetime) -> LeaveOfAbsence:
    leave = _locked(leave)
    may_answer(own=by.pk == leave.person_id, state=leave.state).require()
    _answer(leave, LeaveState.GRANTED if granted else LeaveState.DECLINED, by, now)
    verb = "certification.leave.granted" if granted else "certification.leave.declined"
    _record(verb, leave, by, now)
    notify(
        leave.person,
        "certification.leave_answered",
        key=str(leave.public_id),
        url="/practice/leave/",
        at=now,
    )
    return leave


@transaction.atomic
def withdraw_leave(leave: LeaveOfAbsence, *, by, now: datetime) -> LeaveOfAbsence:
    leave = _locked(leave)
    may_withdraw(
        own=by.pk == leave.person_id,
        state=leave.state,
        starts=leave.starts_on,
        today=civil_date(now),
    ).require()
    _answer(leave, LeaveState.WITHDRAWN, by, now)
    _record("certification.leave.withdrawn", leave, by, now)
    return leave


@transaction.atomic
def end_leave(leave: LeaveOfAbsence, *, last_day: date, by, now: datetime) -> LeaveOfAbsence:
    """Back again: the clocks go on the day after."""
    leave = _locked(leave)
    may_end(
        own=by.pk == leave.person_id,
        state=leave.state,
        days=(leave.starts_on, leave.ends_on),
        last=last_day,
        today=civil_date(now),
    ).require()
    leave.ends_on = last_day
    leave.save(update_fields=["ends_on"])
    _record("certification.leave.ended", leave, by, now)
    return leave


def _locked(leave: LeaveOfAbsence) -> LeaveOfAbsence:
    FactsVersion.objects.bump(leave.person)
    return LeaveOfAbsence.objects.select_related("person").get(pk=leave.pk)


def _answer(leave: LeaveOfAbsence, state: str, by, now: datetime) -> None:
    leave.state, leave.answered_by, leave.answered_at = state, by, now
    leave.save(update_fields=["state", "answered_by", "answered_at"])


def _record(verb: str, leave: LeaveOfAbsence, by, now: datetime) -> None:
    values = {
        "from": leave.starts_on.isoformat(),
        "to": leave.ends_on.isoformat() if leave.ends_on else "",
    }
    audit.record(verb, actor=by, target=leave, subject=leave.person, at=now, values=values)
