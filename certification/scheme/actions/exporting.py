"""What leaves the staff's tables as a file is remembered: who took which table, how long it was."""

from datetime import datetime

from django.db import transaction

from courses.reports.sheets import Sheet
from training_site import audit


@transaction.atomic
def record_export(sheet: Sheet, kind: str, *, by, now: datetime) -> None:
    """Nothing of the content is kept."""
    values = {"table": sheet.name, "format": kind, "rows": str(len(sheet.rows))}
    audit.record("certification.cohort.exported", actor=by, at=now, values=values)
