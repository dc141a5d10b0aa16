"""Adding the hours of a spreadsheet: every line of the report that was good, or none."""

from datetime import datetime

from django.db import transaction

from certification.practice.actions.hours import own_record, written
from certification.practice.importing import report_on
from certification.practice.models import FactsVersion, HoursEntry
from certification.practice.rules.spreadsheets import Spreadsheet
from training_site import audit
from training_site.verdict import Refused


@transaction.atomic
def import_hours(
    intern, sheet: Spreadsheet, *, shown_hash: str, notes_read: bool, by, now: datetime
) -> list[HoursEntry]:
    """Drafts, exactly those that the report showed; the same file sent again adds nothing."""
    own_record(intern, by)
    FactsVersion.objects.bump(intern)
    report = report_on(intern, sheet, now)
    if not report.good:
        raise Refused("nothing_to_add")
    if report.hash != shown_hash:
        raise Refused("import_has_changed")
    if report.has_hints and not notes_read:
        raise Refused("notes_to_read")
    entries = [written(intern, one.claim, by=by, now=now) for one in report.good]
    audit.record(
        "certification.hours.imported",
        actor=by,
        subject=intern,
        at=now,
        values={"lines": len(entries), "minutes": report.minutes},
    )
    return entries
