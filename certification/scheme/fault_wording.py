"""What is said to somebody whose scheme or facts document is refused."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from .rules import DocumentError, SchemeError

FAULTS = {
    "not_yaml": _lazy("this is not YAML that can be read."),
    "alias": _lazy("anchors and aliases are not read; write the value out."),
    "key_twice": _lazy("“{key}” is written twice."),
    "not_a_mapping": _lazy("names with values are expected here."),
    "not_a_list": _lazy("a list is expected here."),
    "missing": _lazy("a value is missing."),
    "unknown_key": _lazy("“{key}” is not known here."),
    "unknown_rule": _lazy("“{value}” is not a rule of {section}. Known: {options}."),
    "unknown_where_key": _lazy("“{key}” cannot be asked in a where. Known: {options}."),
    "not_a_choice": _lazy("“{value}” is not one of: {options}."),
    "not_text": _lazy("text is expected here."),
    "unquoted": _lazy("“{value}” is text that looks like a number: put it in quotation marks."),
    "not_yes_or_no": _lazy("true or false is expected."),
    "not_whole": _lazy("a whole number is expected, like 90."),
    "out_of_bounds": _lazy("the number must lie between {least} and {most}."),
    "not_a_share": _lazy('a share is a quoted fraction from 0 to 1, like "1/2".'),
    "not_one_of": _lazy("write one of these, and only one: {options}."),
    "not_a_factor": _lazy('a factor is a quoted fraction above 0 and up to {most}, like "4/3".'),
    "not_a_period": _lazy(
        "“{value}” is not a period. Known: rolling_7_days (any number of days), iso_week, "
        "calendar_month."
    ),
    "not_a_pathway": _lazy("a pathway has all, any, or at_least together with of."),
    "minutes_of_what": _lazy("spare_minutes limits spare, and is written with it."),
    "months_of_what": _lazy("within_months and since are written together."),
    "of_without_each": _lazy("of says which cases are meant, and is written with each."),
    "all_and_some": _lazy("all stands alone: it names every area there is."),
    "carried_from_where": _lazy("carry_over needs carried_from: the milestone of the term before."),
    "no_requirements": _lazy("at least one requirement is expected here."),
    "said_for_the_term": _lazy(
        "this is said once for the whole renewal, or with the validity of the certificate."
    ),
    "id_twice": _lazy("the id “{id}” is used twice."),
    "not_a_date": _lazy("a date like 2026-11-22 is expected."),
    "not_a_time": _lazy("a time like 09:30 is expected."),
    "not_a_pair": _lazy('a first and a last day are expected, like ["2026-01-01", null].'),
    "ends_before_it_starts": _lazy("this ends before it starts."),
    "levels_in_order": _lazy("levels count from 1 upwards: {expected} comes here."),
}


def fault_sentence(error: DocumentError) -> str:
    """Where a document is wrong, and how."""
    fault = str(FAULTS[error.reason]).format(**error.details)
    if isinstance(error, SchemeError):
        return _("line %(line)d%(key)s: %(fault)s") % {
            "line": error.line,
            "key": f" ({error.details['key']})" if "key" in error.details else "",
            "fault": fault,
        }
    return f"{error.place}: {fault}"
