"""The supervisor's side: return an entry with a comment, or sign a month."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from certification.practice.actions.signoffs import record_signature, write_signoff
from certification.practice.models import FactsVersion, HoursEntry, PeriodSignOff
from certification.practice.models.hours import EntryState
from certification.practice.questions import may_sign_hours
from certification.practice.rules.lifecycles import may_entry
from certification.practice.rules.signing import may_sign_month
from certification.practice.sheets import sheet_of
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
    may_sign_hours(by).require()
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
    supervisor,
    intern,
    month: date,
    *,
    shown_hash: str,
    typed_name: str,
    by,
    now: datetime,
    ticked: Collection[UUID] | None = None,
) -> PeriodSignOff:
    """Sign the ticked lines of the sheet as it was shown, and nothing else.

    `shown_hash` is the hash of what the signer had before their eyes. Anything that changed since
    (a line, a total, the statement) makes it another sheet, and the signature is refused. What was
    not ticked stays waiting, and stands in what the signature covers as left.
    """
    if by.pk != supervisor.pk:
        raise Refused("another_signs_this")
    may_sign_hours(supervisor).require()
    FactsVersion.objects.bump(intern)
    sheet = sheet_of(supervisor, intern, month, today=civil_date(now))
    if sheet.statement is None:
        raise Refused("no_statement_to_sign")
    chosen = sheet.ticked(ticked)
    may_sign_month(
        shown=shown_hash,
        actual=sheet.hash,
        entries=len(sheet.to_sign),
        ticked=len(chosen.to_sign),
        strangers=ticked is not None and len(set(ticked)) != len(chosen.to_sign),
    ).require()
    if not same_name(typed_name, supervisor.name):
        raise Refused("typed_name_differs", name=supervisor.name)
    signoff = write_signoff(chosen, typed_name=typed_name, now=now)
    record_signature("certification.month.signed", signoff, by=by, now=now)
    return signoff


@dataclass(frozen=True)
class SheetToSign:
    """One of several sheets under one signature: whose, and what was shown and ticked of it."""

    intern: object
    month: date
    shown_hash: str
    ticked: Collection[UUID]


def sign_months(
    supervisor, sheets: Iterable[SheetToSign], *, typed_name: str, by, now: datetime
) -> list[tuple[SheetToSign, PeriodSignOff | Refused]]:
    """Each sheet on its own, whole or not at all: one that has changed holds back no other."""
    report = []
    for one in sheets:
        try:
            done = sign_month(
                supervisor,
                one.intern,
                one.month,
                shown_hash=one.shown_hash,
                typed_name=typed_name,
                by=by,
                now=now,
                ticked=one.ticked,
            )
        except Refused as refused:
            done = refused
        report.append((one, done))
    return report
