"""How a signature is written, whoever it comes from: on the page, on paper, by a decision."""

from datetime import datetime

from certification.practice.models import HoursEntry, PeriodSignOff, SignedEntry
from certification.practice.models.hours import EntryState
from certification.practice.models.signoffs import Manner
from certification.practice.sheets import MonthSheet
from training_site import audit
from training_site.accounts.notices import notify


def write_signoff(
    sheet: MonthSheet,
    *,
    typed_name: str,
    now: datetime,
    manner: str = Manner.OWN,
    paper=None,
    contest=None,
    written_by=None,
) -> PeriodSignOff:
    """The sign-off of a sheet, and which entry it covers in which version. Nothing can take it back."""
    signoff = PeriodSignOff.objects.create(
        intern=sheet.intern,
        supervisor=sheet.supervisor,
        month=sheet.month,
        statement=sheet.statement,
        typed_name=typed_name.strip(),
        content_hash=sheet.hash,
        snapshot=sheet.snapshot(),
        signed_at=now,
        manner=manner,
        paper=paper,
        contest=contest,
        written_by=written_by,
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


def record_signature(verb: str, signoff: PeriodSignOff, *, by, now: datetime) -> None:
    """On the audit record, and to the intern."""
    lines = signoff.snapshot["entries"]
    values = {
        "month": f"{signoff.month:%Y-%m}",
        "minutes": sum(line["minutes"] for line in lines),
        "entries": len(lines),
        "hash": signoff.content_hash,
    }
    audit.record(verb, actor=by, target=signoff, subject=signoff.intern, at=now, values=values)
    notify(
        signoff.intern,
        "certification.month_signed",
        key=str(signoff.public_id),
        url=f"/practice/months/{signoff.month:%Y-%m}/",
        at=now,
    )
