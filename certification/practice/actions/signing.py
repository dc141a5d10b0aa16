"""The supervisor's side: return an entry with a comment, or sign a month."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import FactsVersion, HoursEntry, PeriodSignOff, SignedEntry
from certification.practice.models.hours import EntryState
from certification.practice.rules.lifecycles import may_entry
from certification.practice.rules.signing import may_sign_month
from certification.practice.sheets import MonthSheet, sheet_of
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date
from training_site.content.rules.attestations import same_name
from training_site.verdict import Refused


@transaction.atomic
def return_entry(entry: HoursEntry, *, comment: str, by, now: datetime) -> HoursEntry:
    """Back to the intern, who can change it and hand it in again. The comment says what to look at."""
    FactsVersion.objects.bump(entry.intern)
    entry = HoursEntry.objects.select_related("intern").get(pk=entry.pk)
    if entry.supervisor_id != by.pk:
        raise Refused("another_signs_this")
    may_entry("return", entry.state).require()
    if not comment.strip():
        raise Refused("comment_needed")
    entry.state, entry.returned_at = EntryState.RETURNED, now
    entry.returned_comment = comment.strip()
    entry.save(update_fields=["state", "returned_at", "returned_comment"])
    audit.record(
        "certification.hours.returned", actor=by, target=entry, subject=entry.intern, at=now
    )
    notify(
        entry.intern,
        "certification.hours_returned",
        key=f"{entry.public_id}:{entry.version}",
        url=f"/practice/hours/{entry.public_id}/",
        at=now,
    )
    return entry


@transaction.atomic
def sign_month(
    supervisor, intern, month: date, *, shown_hash: str, typed_name: str, by, now: datetime
) -> PeriodSignOff:
    """Sign every line of the sheet as it was shown, and nothing else.

    `shown_hash` is the hash of what the signer had before their eyes. Anything that changed since
    (a line, a total, the statement) makes it another sheet, and the signature is refused.
    """
    if by.pk != supervisor.pk:
        raise Refused("another_signs_this")
    FactsVersion.objects.bump(intern)
    sheet = sheet_of(supervisor, intern, month, today=civil_date(now))
    if sheet.statement is None:
        raise Refused("no_statement_to_sign")
    may_sign_month(shown=shown_hash, actual=sheet.hash, entries=len(sheet.to_sign)).require()
    if not same_name(typed_name, supervisor.name):
        raise Refused("typed_name_differs", name=supervisor.name)
    signoff = _write(sheet, typed_name.strip(), now)
    audit.record(
        "certification.month.signed",
        actor=by,
        target=signoff,
        subject=intern,
        at=now,
        values={
            "month": f"{month:%Y-%m}",
            "minutes": sheet.minutes,
            "entries": len(sheet.to_sign),
            "hash": sheet.hash,
        },
    )
    notify(
        intern,
        "certification.month_signed",
        key=str(signoff.public_id),
        url=f"/practice/months/{month:%Y-%m}/",
        at=now,
    )
    return signoff


def _write(sheet: MonthSheet, typed_name: str, now: datetime) -> PeriodSignOff:
    signoff = PeriodSignOff.objects.create(
        intern=sheet.intern,
        supervisor=sheet.supervisor,
        month=sheet.month,
        statement=sheet.statement,
        typed_name=typed_name,
        content_hash=sheet.hash,
        snapshot=sheet.snapshot(),
        signed_at=now,
    )
    SignedEntry.objects.bulk_create(
        SignedEntry(
            signoff=signoff,
            entry=entry,
            entry_version=entry.version,
            entry_hash=sheet.hash_of(entry),
        )
        for entry in sheet.to_sign
    )
    covered = HoursEntry.objects.filter(pk__in=[entry.pk for entry in sheet.to_sign])
    covered.update(state=EntryState.SIGNED)
    return signoff
