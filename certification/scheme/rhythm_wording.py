"""Sentences on how hours lie in time and how supervision goes with work."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training_site.content.templatetags.triad import duration, longdate

from .hours_in_words import hours_of


def period_name(kind: str, first: str) -> str:
    """The week of its Monday, a month by its name."""
    day = date.fromisoformat(first)
    if kind == "iso_week":
        return _("the week of %(monday)s") % {"monday": longdate(day)}
    return date_format(day, "F Y")


def periods(kind: str, count: int) -> str:
    if kind == "iso_week":
        return ngettext("%(count)d week", "%(count)d weeks", count) % {"count": count}
    return ngettext("%(count)d month", "%(count)d months", count) % {"count": count}


def _kept(answer) -> str:
    return _("Kept in %(periods)s") % {"periods": periods(answer.figures["period"], answer.need)}


def _lacking(answer) -> str:
    """The first period that lacks, and how many more do."""
    first = answer.figures["lacking"][0]
    if answer.figures["of"] == "minutes":
        sentence = _("%(have)s of %(least)s of %(what)s in %(when)s")
        words = {
            "have": duration(first["have"]),
            "least": duration(answer.figures["least"]),
        }
    else:
        sentence = _("%(have)d of %(least)d entries of %(what)s in %(when)s")
        words = {"have": first["have"], "least": answer.figures["least"]}
    return _and_more(answer, sentence % (words | _first(answer)))


def _running(answer) -> str:
    first = answer.figures["lacking"][0]
    missing = answer.figures["least"] - first["have"]
    words = {
        "what": hours_of(answer.figures["where"]),
        "end": longdate(date.fromisoformat(first["to"])),
    }
    if answer.figures["of"] == "minutes":
        words["missing"] = duration(missing)
        return _("%(missing)s more of %(what)s by %(end)s") % words
    sentence = ngettext(
        "%(missing)d more entry of %(what)s by %(end)s",
        "%(missing)d more entries of %(what)s by %(end)s",
        missing,
    )
    return sentence % (words | {"missing": missing})


def _ratio(answer) -> str:
    first = answer.figures["lacking"][0]
    words = _first(answer) | {
        "have": _units(first["have"]),
        "asked": first["asked"],
        "minutes": duration(first["minutes"]),
        "of": hours_of(answer.figures["of"]),
    }
    sentence = ngettext(
        "%(have)s of %(asked)d unit of %(what)s for %(minutes)s of %(of)s in %(when)s",
        "%(have)s of %(asked)d units of %(what)s for %(minutes)s of %(of)s in %(when)s",
        first["asked"],
    )
    return _and_more(answer, sentence % words)


def _first(answer) -> dict[str, str]:
    figures = answer.figures
    return {
        "what": hours_of(figures["where"]),
        "when": period_name(figures["period"], figures["lacking"][0]["from"]),
    }


def _and_more(answer, sentence: str) -> str:
    others = len(answer.figures["lacking"]) - 1
    if not others:
        return sentence
    words = {"sentence": sentence, "periods": periods(answer.figures["period"], others)}
    return _("%(sentence)s; too little in %(periods)s more") % words


def _units(units: str) -> str:
    """Hundredths of a unit, rounded down."""
    hundredths = floor(Fraction(units) * 100)
    return localize(Decimal(f"{hundredths / 100:g}"))


def _average(sentence: str, answer) -> str:
    figures = answer.figures
    return sentence % {
        "have": duration(answer.have),
        "missing": duration(answer.shortfall),
        "what": hours_of(figures["where"]),
        "periods": periods(figures["period"], figures["periods"]),
        "need": duration(answer.need),
    }


def _periods_missing(answer) -> str:
    figures = answer.figures
    words = {
        "periods": periods(figures["period"], answer.shortfall),
        "minutes": duration(figures["minutes"]),
        "what": hours_of(figures["where"]),
    }
    if figures["minutes"] == 1:
        return _("%(periods)s more with %(what)s") % words
    return _("%(periods)s more with %(minutes)s of %(what)s") % words


def _supervised(sentence: str, answer) -> str:
    figures: Mapping = answer.figures
    return sentence % {
        "have": duration(answer.have),
        "missing": duration(answer.shortfall),
        "what": hours_of(figures["where"]),
        "minutes": duration(figures["of_minutes"]),
        "of": hours_of(figures["of"]),
    }


def _supervised_too_little(answer) -> str:
    if answer.figures["more"] is None:
        return _supervised(_("All of the %(of)s must be %(what)s"), answer)
    sentence = _("%(missing)s more of %(what)s for %(minutes)s of %(of)s")
    return _supervised(sentence, answer)


RHYTHM = {
    "rhythm_kept": _kept,
    "rhythm_lacking": _lacking,
    "rhythm_running": _running,
    "rhythm_waiting": lambda answer: _("Met once what is submitted is signed"),
    "rhythm_of_nothing": lambda answer: _("No hours counted yet that this goes by"),
    "ratio_lacking": _ratio,
    "average_kept": lambda answer: _average(_("%(have)s of %(what)s in %(periods)s"), answer),
    "average_too_small": lambda answer: _average(
        _("%(missing)s more of %(what)s: %(need)s are asked for %(periods)s"), answer
    ),
    "periods_missing": _periods_missing,
    "supervised_enough": lambda answer: _supervised(
        _("%(have)s of %(what)s for %(minutes)s of %(of)s"), answer
    ),
    "supervised_too_little": _supervised_too_little,
}
