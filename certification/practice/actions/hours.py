"""Logging hours, changing them while they are open, handing them in."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from certification.practice.claims import Claim, checked_columns
from certification.practice.models import FactsVersion, HoursEntry, PeriodSignOff
from certification.practice.models.hours import EntryState
from certification.practice.rules.lifecycles import may_entry
from certification.practice.rules.times import Span
from training_site import audit
from training_site.accounts.notices import notify
from training_site.verdict import Refused


@transaction.atomic
def log_hours(
    intern, claim: Claim, *, by, now: datetime, draft_key: UUID | None = None
) -> HoursEntry:
    """A draft of the intern's own. Nobody logs hours for somebody else.

    A form that is sent twice with one key is one entry: a device may not know that it was heard.
    """
    own_record(intern, by)
    FactsVersion.objects.bump(intern)
    if sent := _sent_before(intern, claim, draft_key):
        return sent
    return written(intern, claim, by=by, now=now, draft_key=draft_key)


def written(
    intern, claim: Claim, *, by, now: datetime, draft_key: UUID | None = None
) -> HoursEntry:
    """The new entry, within an action that holds the intern's record already."""
    columns = checked_columns(intern, claim, now=now)
    entry = HoursEntry.objects.create(**columns, logged_at=now, draft_key=draft_key)
    audit.record(
        "certification.hours.logged",
        actor=by,
        target=entry,
        subject=intern,
        at=now,
        values=said_of(entry),
    )
    return entry


@transaction.atomic
def change_entry(
    entry: HoursEntry, claim: Claim, *, seen_version: int, by, now: datetime
) -> HoursEntry:
    """Change what is not signed yet. Each change is a new version, so a sheet shown before it
    can no longer be signed."""
    entry = locked(entry, by)
    may_entry("change", entry.state).require()
    if entry.version != seen_version:
        raise Refused("entry_changed_elsewhere")
    instead_of = [entry, entry.corrects] if entry.corrects else [entry]
    columns = checked_columns(entry.intern, claim, now=now, instead_of=instead_of)
    if all(getattr(entry, name) == value for name, value in columns.items()):
        return entry
    for name, value in columns.items():
        setattr(entry, name, value)
    entry.version += 1
    if entry.submitted_at and not _was_over(entry, entry.submitted_at):
        entry.submitted_at = now
    entry.save(update_fields=[*columns, "version", "submitted_at"])
    audit.record(
        "certification.hours.changed",
        actor=by,
        target=entry,
        subject=entry.intern,
        at=now,
        values=said_of(entry),
    )
    return entry


@transaction.atomic
def submit(entry: HoursEntry, *, by, now: datetime) -> HoursEntry:
    """Hand in for signature. The first time is the one that counts for deadlines."""
    entry = locked(entry, by)
    may_entry("submit", entry.state).require()
    entry.state = EntryState.SUBMITTED
    entry.submitted_at = entry.submitted_at or now
    entry.returned_comment = ""
    entry.save(update_fields=["state", "submitted_at", "returned_comment"])
    audit.record(
        "certification.hours.submitted", actor=by, target=entry, subject=entry.intern, at=now
    )
    _tell_signer(entry, now)
    return entry


@transaction.atomic
def discard_entry(entry: HoursEntry, *, by, now: datetime) -> None:
    """A draft that nobody else has seen may go."""
    entry = locked(entry, by)
    may_entry("discard", entry.state).require()
    audit.record(
        "certification.hours.discarded", actor=by, target=entry, subject=entry.intern, at=now
    )
    entry.delete()


def _sent_before(intern, claim: Claim, draft_key: UUID | None) -> HoursEntry | None:
    """The entry made of this very form. One that says something else is refused, never lost."""
    entry = draft_key and HoursEntry.objects.of(intern).filter(draft_key=draft_key).first()
    if entry and not _says(entry, claim):
        raise Refused("sent_already", date=entry.date, start=f"{entry.start:%H:%M}")
    return entry or None


def _says(entry: HoursEntry, claim: Claim) -> bool:
    names = ("category", "date", "start", "minutes", "case")
    return all(getattr(entry, name) == getattr(claim, name) for name in names)


def _was_over(entry: HoursEntry, then: datetime) -> bool:
    """Hours moved to after they were handed in are others, and their deadline runs anew."""
    return Span(entry.date, entry.start, entry.zone, entry.minutes).ends <= then


def own_record(intern, by) -> None:
    if by.pk != intern.pk:
        raise Refused("not_own_record")


def locked(entry: HoursEntry, by) -> HoursEntry:
    """The entry as it is now, held until the transaction ends; its owner's only."""
    own_record(entry.intern, by)
    FactsVersion.objects.bump(entry.intern)
    fresh = HoursEntry.objects.select_related(
        "intern", "supervisor", "agreement", "case", "corrects"
    )
    return fresh.get(pk=entry.pk)


def _tell_signer(entry: HoursEntry, now: datetime) -> None:
    """Once for a month until it is signed, however many entries follow."""
    signed = PeriodSignOff.objects.of(entry.intern).filter(month=entry.month).count()
    notify(
        entry.supervisor,
        "certification.hours_to_sign",
        key=f"{entry.intern.public_id}:{entry.month:%Y-%m}:{signed}",
        url=f"/supervision/{entry.intern.public_id}/{entry.month:%Y-%m}/",
        at=now,
    )


def said_of(entry: HoursEntry) -> dict:
    return {
        "category": entry.category,
        "date": entry.date.isoformat(),
        "minutes": entry.minutes,
        "version": entry.version,
    }
