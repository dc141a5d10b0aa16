"""Planning a live day, changing it, calling it off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from courses.live.actions.telling import tell_cancelled, tell_changed, tell_planned
from courses.live.rules.clocks import instant_of
from courses.live.rules.planning import may_change, may_plan
from courses.models import Attendance, LiveDay, LiveDayArea
from training_site import audit

# A change of one of these is one to tell everybody who is expected.
TOLD = ("begins_at", "zone", "minutes", "place", "link")


@dataclass(frozen=True)
class Plan:
    """A live day as its form has it; `areas` holds minutes by content area."""

    title: str
    category: str
    date: date
    start: time
    zone: str
    minutes: int
    instructor: object
    areas: Mapping[str, int]
    place: str = ""
    link: str = ""
    seats: int | None = None
    content_note: str = ""
    alternative: str = ""

    def require(self) -> None:
        may_plan(
            category=self.category,
            minutes=self.minutes,
            areas=self.areas,
            note=self.content_note,
            alternative=self.alternative,
        ).require()

    def fields(self) -> dict:
        values = vars(self).copy()
        del values["areas"]
        return values | {"begins_at": instant_of(self.date, self.start, self.zone)}


@transaction.atomic
def plan(programme, planned: Plan, *, cohort=None, by, now: datetime) -> LiveDay:
    planned.require()
    live_day = LiveDay.objects.create(
        programme=programme, cohort=cohort, planned_at=now, changed_at=now, **planned.fields()
    )
    _write_areas(live_day, planned)
    audit.record("courses.live_day.planned", actor=by, target=live_day, at=now)
    if live_day.begins_at > now:
        tell_planned(live_day, now=now)
    return live_day


@transaction.atomic
def change(live_day: LiveDay, planned: Plan, *, by, now: datetime) -> LiveDay:
    """Everything but whom it is for. Calendars take the change up by its sequence."""
    live_day = _held(live_day)
    _may_change(live_day).require()
    planned.require()
    before = {name: getattr(live_day, name) for name in TOLD}
    for name, value in planned.fields().items():
        setattr(live_day, name, value)
    live_day.sequence += 1
    live_day.changed_at = now
    live_day.save()
    live_day.areas.all().delete()
    _write_areas(live_day, planned)
    audit.record("courses.live_day.changed", actor=by, target=live_day, at=now)
    if before != {name: getattr(live_day, name) for name in TOLD}:
        tell_changed(live_day, now=now)
    return live_day


@transaction.atomic
def cancel(live_day: LiveDay, *, by, now: datetime) -> LiveDay:
    live_day = _held(live_day)
    _may_change(live_day).require()
    live_day.cancelled_at, live_day.cancelled_by = now, by
    live_day.sequence += 1
    live_day.changed_at = now
    live_day.save()
    audit.record("courses.live_day.cancelled", actor=by, target=live_day, at=now)
    tell_cancelled(live_day, now=now)
    return live_day


def _held(live_day: LiveDay) -> LiveDay:
    return LiveDay.objects.select_for_update(of=("self",)).get(pk=live_day.pk)


def _may_change(live_day: LiveDay):
    signed = Attendance.objects.filter(live_day=live_day).exists()
    return may_change(cancelled=live_day.cancelled_at is not None, signed=signed)


def _write_areas(live_day: LiveDay, planned: Plan) -> None:
    LiveDayArea.objects.bulk_create(
        LiveDayArea(live_day=live_day, area=area, minutes=minutes)
        for area, minutes in planned.areas.items()
    )
