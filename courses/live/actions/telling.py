"""Telling learners of a live day: each once for every version of it."""

from datetime import datetime, timedelta

from courses.live.questions import concerned, expected
from courses.models import LiveDay
from training_site.accounts.notices import notify

A_DAY = timedelta(hours=24)


def tell_planned(live_day: LiveDay, *, now: datetime) -> None:
    for person in concerned(live_day):
        notify(person, "courses.live_day_planned", key=_key(live_day), url=live_day.url, at=now)


def tell_changed(live_day: LiveDay, *, now: datetime) -> None:
    for person in expected(live_day):
        notify(person, "courses.live_day_changed", key=_key(live_day), url=live_day.url, at=now)


def tell_cancelled(live_day: LiveDay, *, now: datetime) -> None:
    for person in expected(live_day):
        notify(person, "courses.live_day_cancelled", key=_key(live_day), url=live_day.url, at=now)


def remind(*, now: datetime) -> int:
    """Whoever is expected within the next 24 hours; again only if the day has moved since."""
    soon = LiveDay.objects.standing().filter(begins_at__gt=now, begins_at__lte=now + A_DAY)
    told = 0
    for live_day in soon:
        key = f"{live_day.public_id}:{live_day.begins_at:%Y%m%dT%H%M}"
        for person in expected(live_day):
            notify(person, "courses.live_day_tomorrow", key=key, url=live_day.url, at=now)
            told += 1
    return told


def _key(live_day: LiveDay) -> str:
    return f"{live_day.public_id}:{live_day.sequence}"
