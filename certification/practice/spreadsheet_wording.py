"""The sentences for what can be wrong with a spreadsheet of hours."""

from django.utils.translation import gettext_lazy as _

SPREADSHEETS = {
    "spreadsheet_too_large": _("The file is larger than {most} kB. Take a part of it at a time."),
    "file_too_long": _("The file has more than {most} lines. Take a part of it at a time."),
    "file_not_a_table": _(
        "This can't be read as a table. Save the spreadsheet as CSV and try again."
    ),
    "file_empty": _("There is no line of hours in it: headings first, then a line for each hour."),
    "columns_missing": _("These columns are missing, or named otherwise: {columns}."),
    "columns_twice": _("These columns are there twice: {columns}."),
    "cell_needed": _("This can't be empty."),
    "cell_too_long": _("This is longer than {most} characters."),
    "cell_no_date": _("Write the day first, as in 2/11/2026 or 2.11.2026, or 2026-11-02."),
    "cell_no_time": _("Write a time such as 14:30."),
    "cell_no_category": _(
        "This is no kind of hour known here; write, for example, Direct session."
    ),
    "cell_no_modality": _("Write in person, video, phone or asynchronous."),
    "cell_no_case": _("Write the letter of the case, such as A, and never who it is."),
    "cell_no_number": _("Write a whole number, such as 4."),
    "cell_no_zone": _("Write a time zone such as Europe/London, or leave it empty for your own."),
    "case_unknown": _("You have no case {letter}."),
    "line_already_logged": _("This stands in your record already."),
    "line_twice": _("This is the same as line {line}."),
    "line_overlaps": _("This overlaps with line {line}."),
    "import_has_changed": _(
        "Your record or the text has changed since this report. Nothing was added; look again."
    ),
    "notes_to_read": _("Some notes might tell who a client is. Read them again and say so below."),
    "nothing_to_add": _("No line of it can be added as it is."),
}
