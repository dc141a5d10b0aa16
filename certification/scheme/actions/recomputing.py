"""Evaluations kept ready for screens that show many people: one person after another."""

from collections.abc import Iterator
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from certification.scheme.evaluations import evaluation_under
from certification.scheme.models import SchemePin
from training_site import audit
from training_site.content.civil import association_zone
from training_site.jobs import enqueue
from training_site.jobs.models import JobRun

JOB = "certification.recompute_evaluations"
BATCH = 50


def recompute(*, now: datetime, after: int = 0, most: int | None = None) -> Iterator[int]:
    """Each intern's evaluation of today under their own version; yields the key of their pin.

    Nothing is held on to from one person to the next, so that memory stays flat.
    """
    zone = association_zone()
    keys = SchemePin.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)
    for key in list(keys[:most] if most else keys):
        pin = SchemePin.objects.select_related("version", "intern").get(pk=key)
        evaluation_under(pin.version, pin.intern, now, zone=zone)
        yield key


@transaction.atomic
def recompute_soon(*, by, now: datetime) -> bool:
    """In the background; False where it is under way already."""
    if JobRun.objects.open().filter(name=JOB).exists():
        return False
    audit.record("certification.evaluations.recomputed", actor=by, at=now)
    _next(0)
    return True


def recompute_batch(*, after: int, now: datetime) -> None:
    """So many people, and the next job for the rest."""
    done = list(recompute(now=now, after=after, most=BATCH))
    if done:
        _next(done[-1])


def how_far() -> tuple[int, int] | None:
    """Of a run under way: how many people are done, and of how many; None where none runs."""
    run = JobRun.objects.open().filter(name=JOB).order_by("-pk").first()
    if run is None:
        return None
    after = run.args[0] if run.args else 0
    pins = SchemePin.objects
    return pins.filter(pk__lte=after).count(), pins.count()


def _next(after: int) -> None:
    enqueue(JOB, key=f"{JOB}:{uuid4()}", args=[after])
