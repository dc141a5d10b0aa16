"""What would change that an entry does not count, and what nobody can change about it."""

from collections.abc import Mapping

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from certification.practice.models.hours import Category
from certification.scheme.rules.calendar_periods import CALENDAR
from certification.scheme.rules.gates import PeriodGate
from certification.scheme.rules.tracing import Step, Trace
from training_site.content.templatetags.triad import longdate

CHANGES: Mapping[str, object] = {
    "agreement_not_in_force": _lazy(
        "An approved agreement with this supervisor that covers the day, "
        "where one is missing from the record."
    ),
    "supervisor_not_qualified": _lazy(
        "Proof that the licence or certification held on this day, seen and recorded by staff."
    ),
    "conflict": _lazy("Only staff, where the days of the conflict were recorded wrongly."),
    "not_approved_then": _lazy("Staff, where the approval was given earlier than the record says."),
    "too_late": _lazy("Staff may excuse the lateness, where it is contested with a reason."),
    "modality_not_allowed": _lazy(
        "A correction, signed, where the way of meeting was written down wrongly."
    ),
    "group_too_large": _lazy("A correction, signed, where the size was written down wrongly."),
    "duplicate": _lazy("A correction, signed, of whichever of the two was written down wrongly."),
}
FIXED: Mapping[str, object] = {
    "agreement_not_in_force": _lazy(
        "An agreement is never dated back: it counts from its approval."
    ),
    "supervisor_not_qualified": _lazy("A licence renewed later does not reach back over a gap."),
    "outside_window": _lazy("The day on which it took place, and with it the time that counts."),
    "too_late": _lazy("The day on which it was handed in."),
    "interleave": _lazy("The order in which the meetings took place."),
    "over_period_max": _lazy("Older hours come first. It stays on the record all the same."),
    "over_cap": _lazy("Older hours come first. It stays on the record all the same."),
}


def way_out(step: Step, found: Trace) -> str:
    """In one sentence or two; empty where nothing would."""
    reason = step.losses[0].reason
    if reason in SPECIAL:
        return SPECIAL[reason](step, found)
    return str(CHANGES.get(reason, ""))


def nobody_changes(step: Step) -> str:
    return str(FIXED.get(step.losses[0].reason, ""))


def _interleave(step: Step, found: Trace) -> str:
    names = dict(Category.choices)
    kinds = get_text_list([str(names.get(one, one)).lower() for one in step.rule.require], _("or"))
    kinds = capfirst(kinds)
    words = {"kinds": kinds, "case": found.entry.case, "until": longdate(found.entry.date)}
    if step.since is None:
        return ""
    if step.since == found.entry.date:
        said = _("%(kinds)s of case %(case)s dated %(until)s, and signed.")
        return said % words
    words["since"] = longdate(step.since)
    return _("%(kinds)s of case %(case)s, dated from %(since)s to %(until)s, and signed.") % words


def _period_full(step: Step, found: Trace) -> str:
    if step.free_on is None:
        return ""
    later = _("Nothing for this day. Hours dated from %(day)s on find room again.")
    return later % {"day": longdate(step.free_on)}


def _cap_full(step: Step, found: Trace) -> str:
    each = getattr(step.rule, "each", "")
    if each == "case":
        return _("Nothing for this case. Hours with other cases have room of their own.")
    if each:
        return _("Nothing with this supervisor. Hours with others have room of their own.")
    return _("Nothing: what the scheme takes of these hours is there already.")


def _gate_shut(step: Step, found: Trace) -> str:
    """What lacks, dated within the period. The sentence above says what that is."""
    if not isinstance(step.rule, PeriodGate):
        return ""
    period = CALENDAR[step.rule.period](found.entry.date)
    words = {"first": longdate(period.first), "last": longdate(period.last)}
    return _("What is missing, dated from %(first)s to %(last)s, and signed.") % words


SPECIAL = {
    "interleave": _interleave,
    "over_period_max": _period_full,
    "over_cap": _cap_full,
    "period_gate_not_met": _gate_shut,
}
