"""What leaves the site as a file is remembered: who took which report, about what."""

from datetime import datetime

from django.db import transaction

from courses.reports.sheets import Sheet
from training_site import audit


@transaction.atomic
def record_export(sheet: Sheet, kind: str, about: dict[str, str], *, by, now: datetime) -> None:
    """`about` are codes of a programme and a course; nothing of the content is kept."""
    values = {"report": sheet.name, "format": kind, "rows": str(len(sheet.rows)), **about}
    audit.record("courses.report.exported", actor=by, at=now, values=values)
