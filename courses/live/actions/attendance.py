"""Signing minutes: for those who were there, and for those who did the alternative."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from courses.live.rules.attendance import may_correct, may_sign
from courses.models import AlternativeReport, Attendance, LiveDay
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify


@transaction.atomic
def sign(live_day: LiveDay, minutes: Mapping[User, int], *, by, now: datetime) -> list[Attendance]:
    """One entry for each learner given; together they stand or not at all.

    An account that one of them had handed in has served, and goes: nothing but the minutes stays.
    """
    live_day = _held(live_day)
    signed = live_day.attendance.values_list("learner", flat=True)
    may_sign(
        signer=by.pk,
        minutes={learner.pk: some for learner, some in minutes.items()},
        most=live_day.counted,
        begun=live_day.begins_at <= now,
        cancelled=live_day.cancelled_at is not None,
        signed=set(signed),
    ).require()
    live_day.reports.filter(learner__in=minutes).delete()
    return [_sign(live_day, learner, some, by, now) for learner, some in minutes.items()]


def credit(report: AlternativeReport, *, minutes: int, by, now: datetime) -> Attendance:
    """The minutes of an alternative: an entry like any other."""
    [entry] = sign(report.live_day, {report.learner: minutes}, by=by, now=now)
    return entry


@transaction.atomic
def send_back(report: AlternativeReport, *, comment: str, by, now: datetime) -> AlternativeReport:
    """Ask for more; the learner hands in again."""
    report.comment, report.returned_at = comment, now
    report.save(update_fields=["comment", "returned_at"])
    live_day, key = report.live_day, f"{report.public_id}:{now:%Y%m%dT%H%M%S}"
    notify(report.learner, "courses.account_returned", key=key, url=live_day.url, at=now)
    return report


@transaction.atomic
def correct(entry: Attendance, *, minutes: int, reason: str, by, now: datetime) -> Attendance:
    """Another entry in the place of a signed one, which stays readable behind it."""
    live_day = _held(entry.live_day)
    may_correct(
        signer=by.pk,
        learner=entry.learner_id,
        minutes=minutes,
        before=entry.minutes,
        most=live_day.counted,
        corrected=Attendance.objects.filter(corrects=entry).exists(),
    ).require()
    corrected = Attendance.objects.create(
        live_day=live_day,
        learner=entry.learner,
        minutes=minutes,
        taken_by=by,
        taken_at=now,
        corrects=entry,
        reason=reason,
    )
    audit.record(
        "courses.attendance.corrected",
        actor=by,
        target=corrected,
        subject=entry.learner,
        at=now,
        values={"before": entry.minutes, "minutes": minutes},
    )
    _tell(corrected, now)
    return corrected


def _held(live_day: LiveDay) -> LiveDay:
    return LiveDay.objects.select_for_update(of=("self",)).get(pk=live_day.pk)


def _sign(live_day: LiveDay, learner: User, minutes: int, by, now: datetime) -> Attendance:
    entry = Attendance.objects.create(
        live_day=live_day, learner=learner, minutes=minutes, taken_by=by, taken_at=now
    )
    audit.record(
        "courses.attendance.signed",
        actor=by,
        target=entry,
        subject=learner,
        at=now,
        values={"minutes": minutes},
    )
    _tell(entry, now)
    return entry


def _tell(entry: Attendance, now: datetime) -> None:
    key, url = str(entry.public_id), entry.live_day.url
    notify(entry.learner, "courses.minutes_signed", key=key, url=url, at=now)
