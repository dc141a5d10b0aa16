"""The caps and period limits of a scheme in words, for "why does this not count?"."""

import re
from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from certification.scheme.hours_in_words import hours_of
from certification.scheme.rules import Scheme
from training_site.content.templatetags.triad import duration

ROLLING = re.compile(r"rolling_([0-9]+)_days")


def limits_of(scheme: Scheme) -> Mapping[str, str]:
    """A sentence for each rule that takes minutes away, by its id."""
    caps = {cap.id: _own_title(cap) or _cap(cap) for cap in scheme.caps}
    return caps | {one.id: _own_title(one) or _period(one) for one in scheme.periods}


def _own_title(rule) -> str:
    """What the scheme calls the rule; a rule without a title goes by its id, which says little."""
    return "" if rule.title == rule.id else rule.title


def _cap(cap) -> str:
    words = _words(cap)
    if cap.each == "case":
        return _("%(what)s: at most %(minutes)s count from one case.") % words
    if cap.each:
        return _("%(what)s: at most %(minutes)s count with one supervisor.") % words
    return _("%(what)s: at most %(minutes)s count.") % words


def _period(period) -> str:
    words = _words(period)
    if rolling := ROLLING.fullmatch(period.period):
        sentence = _("%(what)s: at most %(minutes)s count in any %(days)s days.")
        return sentence % (words | {"days": rolling[1]})
    if period.period == "iso_week":
        return _("%(what)s: at most %(minutes)s count in a week.") % words
    return _("%(what)s: at most %(minutes)s count in a calendar month.") % words


def _words(rule) -> dict[str, str]:
    what = capfirst(hours_of(dict(rule.where.conditions)))
    return {"minutes": duration(rule.minutes), "what": what}
