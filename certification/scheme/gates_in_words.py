"""What a gate asks of each week or month, a sentence for each of its conditions."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training_site.content.templatetags.triad import duration

from .hours_in_words import hours_of
from .rules.gates import AtLeast, PeriodGate
from .rules.where import Where


def conditions_of(gate: PeriodGate) -> Mapping[str, str]:
    """By the names that losses have as their detail."""
    written = {
        "contacts": gate.contacts and _at_least(gate.contacts, gate.period),
        "observation": gate.observation and _at_least(gate.observation, gate.period),
        "supervised": gate.supervised and _supervised(gate),
        "individual_share": gate.individual_share and _individual(gate),
        "minutes_at_least": gate.minutes_at_least and _enough(gate),
    }
    return {name: sentence for name, sentence in written.items() if sentence}


def _at_least(condition: AtLeast, period: str) -> str:
    words = {"what": _what(condition.where)}
    if condition.unit == "minutes":
        words["least"] = duration(condition.least)
        return _in(
            period,
            _("A week counts once it has %(least)s of %(what)s.") % words,
            _("A month counts once it has %(least)s of %(what)s.") % words,
        )
    words["least"] = condition.least
    week = ngettext(
        "A week counts once it has %(least)d entry of %(what)s.",
        "A week counts once it has %(least)d entries of %(what)s.",
        condition.least,
    )
    month = ngettext(
        "A month counts once it has %(least)d entry of %(what)s.",
        "A month counts once it has %(least)d entries of %(what)s.",
        condition.least,
    )
    return _in(period, week % words, month % words)


def _supervised(gate: PeriodGate) -> str:
    words = {"share": percent(gate.supervised.share), "what": _what(gate.supervised.where)}
    return _in(
        gate.period,
        _("The hours of a week count as far as %(what)s is %(share)s of them.") % words,
        _("The hours of a month count as far as %(what)s is %(share)s of them.") % words,
    )


def _individual(gate: PeriodGate) -> str:
    condition = gate.individual_share
    words = {
        "share": percent(condition.share),
        "what": _what(condition.where),
        "of": _what(condition.of),
    }
    return _in(
        gate.period,
        _("Of %(of)s, at least %(share)s of each week is %(what)s.") % words,
        _("Of %(of)s, at least %(share)s of each month is %(what)s.") % words,
    )


def _enough(gate: PeriodGate) -> str:
    words = {"least": duration(gate.minutes_at_least), "what": _what(gate.where)}
    return _in(
        gate.period,
        _("A week counts once it has %(least)s of %(what)s.") % words,
        _("A month counts once it has %(least)s of %(what)s.") % words,
    )


def percent(share: Fraction) -> str:
    """Whole percents where they are, the fraction itself where they are not."""
    hundredths = share * 100
    return f"{hundredths} %" if hundredths.denominator == 1 else str(share)


def _in(period: str, week: str, month: str) -> str:
    return week if period == "iso_week" else month


def _what(where: Where) -> str:
    return hours_of(dict(where.conditions))
