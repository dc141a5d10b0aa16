"""The queue as a list to take along: what its page says of each case, in the same order."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from certification.decisions.models import Application
from certification.decisions.next_steps import Row, rows_of
from training_site.content.civil import civil_date
from training_site.content.sheets import Sheet


def queue_sheet(cases: QuerySet[Application], now: datetime, *, outside: bool) -> Sheet:
    """Three queries, however many cases there are. Their evidence is heavy and not read here."""
    headings = [_("Case"), _("Step"), _("Next"), _("Days waiting"), _("Due"), _("Late")]
    light = cases.select_related("applicant", "scheme_version__scheme").prefetch_related(None)
    rows = rows_of(light.defer("evidence", "declarations"), now, outside=outside)
    return Sheet(f"queue-{civil_date(now).isoformat()}", headings, map(_line, rows))


def _line(row: Row) -> tuple:
    return (
        row.name,
        row.application.get_state_display(),
        row.next_step,
        row.days,
        civil_date(row.due_at).isoformat() if row.due_at else "",
        _("late") if row.late else "",
    )
