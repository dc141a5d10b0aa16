"""From one version of a scheme to the next: prepared, previewed in batches, published, moved."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from certification.practice.models import FactsVersion
from certification.scheme.actions.loading import put_in_force
from certification.scheme.evaluations import evaluation_under
from certification.scheme.models import (
    SchemePin,
    SchemeTransition,
    SchemeVersion,
    TransitionLine,
)
from certification.scheme.rules.transitions import Comparison, compare, may_move
from certification.scheme.rules.versions import may_prepare, may_publish
from certification.scheme.transitions import not_previewed, to_move
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.content.civil import association_zone, civil_date
from training_site.jobs import enqueue

BATCH = 20
"""People per job: two evaluations each, well within the time that a job has."""


@transaction.atomic
def prepare_transition(
    new: SchemeVersion, *, old: SchemeVersion, who_moves: str, reasons: str, by, now: datetime
) -> SchemeTransition:
    """The step as it is meant; its preview begins at once."""
    new = SchemeVersion.objects.select_for_update().get(pk=new.pk)
    may_prepare(
        old=old.state,
        new=new.state,
        same_scheme=old.scheme_id == new.scheme_id,
        prepared_already=new.transitions_in.filter(published_at=None).exists(),
    ).require()
    transition = SchemeTransition.objects.create(
        old=old, new=new, who_moves=who_moves, reasons=reasons, prepared_by=by, prepared_at=now
    )
    _record("certification.transition.prepared", transition, by, now, who_moves=who_moves)
    return run_preview(transition, by=by, now=now)


@transaction.atomic
def run_preview(transition: SchemeTransition, *, by, now: datetime) -> SchemeTransition:
    """From the beginning, in the background: everybody who is held to the old version."""
    transition = _locked(transition)
    if transition.published_at is None:
        transition.lines.all().delete()
        people = SchemePin.objects.filter(version=transition.old_id).count()
        _counted(transition, preview_total=people, preview_done=0, preview_at=None)
        _record("certification.transition.previewed", transition, by, now)
        _enqueue("certification.preview_transition", transition)
    return transition


def preview_batch(transition: SchemeTransition, *, now: datetime) -> int:
    """The next people without a line; how many there were. Run twice, it does no harm: a preview
    that was complete keeps its day."""
    people = list(not_previewed(transition).order_by("pk")[:BATCH])
    zone = association_zone()
    for person in people:
        _preview(transition, person, now, zone)
    with transaction.atomic():
        current = _locked(transition)
        done = current.lines.count()
        complete = not not_previewed(current).exists()
        total = max(current.preview_total or 0, done)
        at = (current.preview_at or now) if complete else None
        _counted(current, preview_total=total, preview_done=done, preview_at=at)
        if not complete:
            _enqueue("certification.preview_transition", current)
    return len(people)


@transaction.atomic
def publish_transition(transition: SchemeTransition, *, by, now: datetime) -> SchemeTransition:
    """The new version into force, the old one retired; then people are moved, each on their own."""
    transition = _locked(transition)
    old, new = transition.old, transition.new
    age = (civil_date(now) - civil_date(transition.preview_at)).days if transition.preview_at else 0
    may_publish(
        published=transition.published_at is not None,
        prepared_it=transition.prepared_by_id == by.pk,
        complete=transition.preview_at is not None,
        age_days=age,
        unseen=not_previewed(transition).count(),
        old=old.state,
    ).require()
    put_in_force(new, by=by, now=now)
    transition.published_by, transition.published_at = by, now
    transition.save(update_fields=["published_by", "published_at"])
    _record("certification.transition.published", transition, by, now)
    _enqueue("certification.move_people", transition)
    return transition


def move_batch(transition: SchemeTransition, *, after: int, now: datetime) -> int | None:
    """The next people of a published transition; the last one's line, None when nobody is left."""
    lines = list(to_move(transition).filter(pk__gt=after).order_by("pk")[:BATCH])
    for line in lines:
        _move(transition, line, now)
    if not lines:
        return None
    _enqueue("certification.move_people", transition, lines[-1].pk)
    return lines[-1].pk


def compared(transition: SchemeTransition, intern, now: datetime, zone) -> Comparison:
    """How this person stands under both versions today."""
    before, after = (
        evaluation_under(version, intern, now, zone=zone).result
        for version in (transition.old, transition.new)
    )
    return compare(before, after)


def _preview(transition: SchemeTransition, person: User, now: datetime, zone) -> None:
    found = compared(transition, person, now, zone)
    line = TransitionLine(transition=transition, intern=person, **_told(found))
    TransitionLine.objects.bulk_create([line], ignore_conflicts=True)


@transaction.atomic
def _move(transition: SchemeTransition, line: TransitionLine, now: datetime) -> None:
    """Looked at once more as the person stands now; never to worse than what was published."""
    intern = line.intern
    FactsVersion.objects.bump(intern)
    pin = SchemePin.objects.filter(intern=intern, version=transition.old).first()
    if pin is None or TransitionLine.objects.filter(pk=line.pk, moved_at__isnull=False).exists():
        return
    found = compared(transition, intern, now, association_zone())
    seen = {change["id"] for change in line.worse}
    moves = may_move(transition.who_moves, found, seen, line.met_after)
    told = _told(found) | ({"moved_at": now} if moves else {})
    TransitionLine.objects.filter(pk=line.pk).update(**told)
    if moves:
        _pin(pin, transition, now)


def _pin(pin: SchemePin, transition: SchemeTransition, now: datetime) -> None:
    pin.version, pin.pinned_at, pin.pinned_by = transition.new, now, transition.published_by
    pin.save(update_fields=["version", "pinned_at", "pinned_by"])
    audit.record(
        "certification.scheme.moved",
        actor=transition.published_by,
        target=transition,
        subject=pin.intern,
        at=now,
        values={"old": transition.old.number, "new": transition.new.number},
    )
    key = str(transition.public_id)
    url = "/certification/path/changes/"
    notify(pin.intern, "certification.scheme_changed", key=key, url=url, at=now)


def _told(found: Comparison) -> dict:
    return {
        "met_before": found.met_before,
        "met_after": found.met_after,
        "worse": [change._asdict() for change in found.worse],
        "better": [change._asdict() for change in found.better],
    }


def _locked(transition: SchemeTransition) -> SchemeTransition:
    """The row alone: on PostgreSQL a nullable neighbour can't be locked with it."""
    rows = SchemeTransition.objects.select_for_update(of=("self",))
    return rows.select_related("old__scheme", "new__scheme").get(pk=transition.pk)


def _counted(transition: SchemeTransition, **counts) -> None:
    for name, value in counts.items():
        setattr(transition, name, value)
    transition.save(update_fields=list(counts))


def _enqueue(job: str, transition: SchemeTransition, *more: int) -> None:
    enqueue(job, key=f"{job}:{uuid4()}", args=[transition.pk, *more])


def _record(verb: str, transition: SchemeTransition, by, now: datetime, **values) -> None:
    numbers = {"old": transition.old.number, "new": transition.new.number}
    audit.record(verb, actor=by, target=transition, at=now, values=numbers | values)
