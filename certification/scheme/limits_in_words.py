"""The caps, period limits and gates of a scheme in words, for "why does this not count?"."""

import re
from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from certification.scheme.gates_in_words import conditions_of
from certification.scheme.hours_in_words import hours_of
from certification.scheme.rules import Scheme
from certification.scheme.rules.gates import PeriodGate
from certification.scheme.wording import reason_sentence
from training_site.content.templatetags.triad import duration

ROLLING = re.compile(r"rolling_([0-9]+)_days")


def limits_of(scheme: Scheme) -> Mapping[str, str]:
    """A sentence for each rule that takes minutes away, by its id; a gate has one for each of its
    conditions, by its id and theirs."""
    gates = [one for one in scheme.periods if isinstance(one, PeriodGate)]
    plain = [one for one in scheme.periods if not isinstance(one, PeriodGate)]
    found = {cap.id: _own_title(cap) or _cap(cap) for cap in scheme.caps}
    found |= {one.id: _own_title(one) or _period(one) for one in plain}
    for gate in gates:
        found |= {f"{gate.id}/{name}": words for name, words in conditions_of(gate).items()}
        found |= {gate.id: _monthly(gate)} if gate.minutes_at_most else {}
    return found


def why_not(loss: Mapping, limits: Mapping[str, str]) -> str:
    """Why these minutes do not count: by the rule that took them where it has words of its own."""
    by = loss["by"] or ""
    condition = loss.get("detail")
    named = limits.get(f"{by}/{condition}") if condition else limits.get(by)
    return named or reason_sentence(loss["reason"])


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


def _monthly(gate) -> str:
    return _of_period(gate.period, _words(gate, gate.minutes_at_most))


def _period(period) -> str:
    sentence = _of_period(period.period, _words(period))
    if period.intensive is None:
        return sentence
    words = {"sentence": sentence, "minutes": duration(period.intensive.minutes)}
    return _("%(sentence)s In an intensive plan, %(minutes)s.") % words


def _of_period(period: str, words: dict[str, str]) -> str:
    if rolling := ROLLING.fullmatch(period):
        sentence = _("%(what)s: at most %(minutes)s count in any %(days)s days.")
        return sentence % (words | {"days": rolling[1]})
    if period == "iso_week":
        return _("%(what)s: at most %(minutes)s count in a week.") % words
    return _("%(what)s: at most %(minutes)s count in a calendar month.") % words


def _words(rule, minutes: int | None = None) -> dict[str, str]:
    what = capfirst(hours_of(dict(rule.where.conditions)))
    return {"minutes": duration(minutes or rule.minutes), "what": what}
