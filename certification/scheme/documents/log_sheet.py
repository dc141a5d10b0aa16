"""The log as a table for a spreadsheet; every cell inert (training_site/content/sheets.py)."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from certification.scheme.log import Log, LogLine
from training_site.content.civil import civil_date
from training_site.content.sheets import Sheet

COLUMNS = (
    _("Date"),
    _("Start"),
    _("Time zone"),
    _("What it was"),
    _("Case"),
    _("Minutes"),
    _("How"),
    _("People in the group"),
    _("Signed by"),
    _("State"),
    _("Handed in on"),
    _("Signed on"),
    _("How it was signed"),
    _("Minutes that count"),
    _("Why"),
    _("Takes the place of"),
    _("Entry"),
)


def log_sheet(log: Log) -> Sheet:
    """One row for every line, under a name that says whose log it is by an opaque id."""
    name = f"practice-log-{str(log.person.public_id)[:8]}-{log.as_of:%Y-%m-%d}"
    return Sheet(name=name, headings=COLUMNS, rows=[_row(line) for line in log.lines])


def _row(line: LogLine) -> tuple:
    entry, signoff = line.entry, line.signoff
    return (
        entry.date.isoformat(),
        f"{entry.start:%H:%M}",
        entry.zone,
        entry.get_category_display(),
        entry.case.letter if entry.case else "",
        entry.minutes,
        entry.get_modality_display(),
        entry.group_size,
        str(entry.supervisor),
        line.standing.word,
        civil_date(entry.submitted_at, ZoneInfo(entry.zone)).isoformat(),
        civil_date(signoff.signed_at).isoformat() if signoff else "",
        signoff.get_manner_display() if signoff else "",
        line.counts,
        " ".join(line.standing.sentences),
        str(entry.corrects.public_id) if entry.corrects else "",
        str(entry.public_id),
    )
