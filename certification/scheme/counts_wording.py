"""The sentences about what is counted: areas, sessions, minutes on one side of a milestone."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training_site.content.areas import ContentArea
from training_site.content.templatetags.triad import duration

from .hours_in_words import hours_of
from .milestones_in_words import milestone_words, written


def _areas_missing(answer) -> str:
    words = dict(ContentArea.choices)
    parts = [
        _("%(missing)s in %(area)s") % {"missing": duration(minutes), "area": words[area].lower()}
        for area, minutes in answer.figures["missing"].items()
    ]
    return _("%(parts)s missing") % {"parts": get_text_list(parts, _("and"))}


def _areas_waiting(answer) -> str:
    areas = len(answer.figures["missing"])
    sentence = ngettext(
        "%(missing)s in %(count)d area still to be signed",
        "%(missing)s in %(count)d areas still to be signed",
        areas,
    )
    return sentence % {"missing": duration(answer.shortfall), "count": areas}


def _areas_reached(answer) -> str:
    areas = len(answer.figures["areas"])
    sentence = ngettext(
        "At least %(each)s in %(count)d area",
        "At least %(each)s in each of %(count)d areas",
        areas,
    )
    return sentence % {"each": duration(answer.figures["each"]), "count": areas}


def _sessions_missing(answer) -> str:
    figures = {"count": answer.shortfall, "what": _session_words(answer)}
    sentence = ngettext(
        "%(count)d more session needed: %(what)s",
        "%(count)d more sessions needed: %(what)s",
        answer.shortfall,
    )
    return sentence % figures


def _session_words(answer) -> str:
    what = hours_of(answer.figures["where"])
    least = answer.figures["min_minutes"]
    if least == 1:
        return what
    return _("%(what)s, each of %(least)s or more") % {"what": what, "least": duration(least)}


def _sessions_waiting(answer) -> str:
    return _("%(missing)s, waiting for a signature") % {"missing": _sessions_missing(answer)}


def _sessions_reached(answer) -> str:
    figures = {"have": answer.have, "need": answer.need, "what": _session_words(answer)}
    return _("%(have)d of %(need)d: %(what)s") % figures


def _split(answer) -> str:
    """Which side of which day is meant; a milestone still ahead has no day to name."""
    step = milestone_words(answer.figures["milestone"])
    when = written(answer.figures["date"])
    step = _("%(step)s on %(date)s") % {"step": step, "date": when} if when else step
    if answer.figures["side"] == "before":
        return _("before %(step)s") % {"step": step}
    return _("after %(step)s") % {"step": step}


def _split_sentence(sentence: str, answer) -> str:
    return sentence % {
        "missing": duration(answer.shortfall),
        "what": hours_of(answer.figures["where"]),
        "side": _split(answer),
    }


def _split_missing(answer) -> str:
    return _split_sentence(_("%(missing)s of %(what)s %(side)s missing"), answer)


def _split_waiting(answer) -> str:
    return _split_sentence(_("%(missing)s of %(what)s %(side)s still to be signed"), answer)


MESSAGES = {
    "areas_missing": _areas_missing,
    "areas_waiting": _areas_waiting,
    "areas_reached": _areas_reached,
    "sessions_missing": _sessions_missing,
    "sessions_waiting": _sessions_waiting,
    "sessions_reached": _sessions_reached,
    "split_missing": _split_missing,
    "split_waiting": _split_waiting,
}
