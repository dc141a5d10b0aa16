"""The engine's sentences: one for each reason, put from the reason and its figures.

The rules name reasons and never sentences, so wording and translation never touch a rule.
"""

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from training_site.content.templatetags.triad import duration, longdate

from . import counts_wording, records_wording
from .hours_in_words import hours_of, sides
from .rhythm_wording import RHYTHM
from .rules.answers import RequirementAnswer

# Why minutes of an entry do not count: the closed list of rules/vocabulary.py.
NOT_COUNTED = {
    "not_signed": _lazy("Nobody has signed this yet."),
    "contested": _lazy("The signature is contested; the registrar decides."),
    "agreement_not_in_force": _lazy("No agreement with this supervisor was in force on this date."),
    "supervisor_not_qualified": _lazy("The supervisor was not qualified on this date."),
    "not_approved_then": _lazy("The approval this needs had not been given on this date."),
    "outside_window": _lazy("The date lies outside the time that counts."),
    "too_late": _lazy("This was submitted after the deadline."),
    "modality_not_allowed": _lazy("This way of meeting does not count here."),
    "group_too_large": _lazy("The group was larger than allowed."),
    "duplicate": _lazy("These minutes are already counted in another entry."),
    "interleave": _lazy("No clinician contact lies between this session and the one before."),
    "conflict": _lazy("A conflict of interest excludes this signature."),
    "over_period_max": _lazy("This is more than counts within such a period."),
    "period_gate_not_met": _lazy("The conditions for this period to count were not met."),
    "over_cap": _lazy("This is more of its kind than counts."),
    "not_in_scope": _lazy("No requirement asks for hours of this kind."),
}
FLAGS = {
    "late": _lazy("Submitted late; it counts, and staff see that it was late."),
    "signed_late": _lazy("Not signed by its day; it counts all the same once it is signed."),
    "displaced": _lazy("Hours dated earlier but logged later have taken some of its room."),
}
STATES = {
    "met": _lazy("Met"),
    "not_met": _lazy("Not met"),
    "waived": _lazy("Waived"),
    "pending": _lazy("Waiting for a signature"),
    "not_started": _lazy("Not started"),
}


def state_word(answer: RequirementAnswer | Mapping) -> str:
    """How a requirement stands; what only a running period still lacks waits for nobody's hand."""
    if isinstance(answer, Mapping):
        answer = SimpleNamespace(**answer)
    if answer.state == "pending" and answer.reason == "rhythm_running":
        return _("Under way")
    return str(STATES[answer.state])


def reason_sentence(reason: str) -> str:
    """Why minutes do not count."""
    return str(NOT_COUNTED[reason])


def flag_sentence(flag: str) -> str:
    return str(FLAGS[flag])


def with_messages(document: dict) -> dict:
    """The Evaluation document with a message at each requirement."""
    requirements = [one | {"message": message(one)} for one in document["requirements"]]
    return document | {"requirements": requirements}


def message(answer: RequirementAnswer | Mapping) -> str:
    """One line on how a requirement stands: what is missing, or by what it is met."""
    if isinstance(answer, Mapping):
        answer = SimpleNamespace(**answer)
    return MESSAGES[answer.reason](answer)


def _complete(answer) -> str:
    if answer.unit == "count":
        return _count_reached(answer)
    if "of" not in answer.figures:
        what = hours_of(answer.figures["where"])
        return _("%(have)s of %(what)s") % {"have": duration(answer.have), "what": what}
    part, _rest = sides(answer.figures["where"], answer.figures["of"])
    whole = duration(answer.figures["of_minutes"])
    return _("%(have)s %(part)s of %(whole)s") % {
        "have": duration(answer.have),
        "part": part,
        "whole": whole,
    }


def _count_reached(answer) -> str:
    return _("%(have)d of %(need)d") % {"have": answer.have, "need": answer.need}


def _minutes_missing(answer) -> str:
    what = hours_of(answer.figures["where"])
    return _("%(missing)s of %(what)s missing") % {
        "missing": duration(answer.shortfall),
        "what": what,
    }


def _minutes_waiting(answer) -> str:
    what = hours_of(answer.figures["where"])
    return _("%(missing)s of %(what)s still to be signed") % {
        "missing": duration(answer.shortfall),
        "what": what,
    }


def _share(answer) -> str:
    """The two ways out, as far as there are two: more of the one side, or less of the other."""
    part, rest = sides(answer.figures["where"], answer.figures["of"])
    more_of, less_of = (rest, part) if answer.reason == "share_too_large" else (part, rest)
    figures = {
        "more": duration(answer.figures["more"]),
        "more_of": more_of,
        "less": duration(answer.figures["less"]),
        "less_of": less_of,
    }
    if answer.figures["more"] is None:
        return _("%(less)s less %(less_of)s") % figures
    return _("%(more)s more %(more_of)s, or %(less)s less %(less_of)s") % figures


def _share_waiting(answer) -> str:
    return _("Met once what is submitted is signed")


def _share_of_nothing(answer) -> str:
    what = hours_of(answer.figures["of"])
    return _("No %(what)s counted yet") % {"what": what}


def _count_missing(answer) -> str:
    return _count_words(answer) % {"count": answer.shortfall}


def _count_words(answer) -> str:
    missing = answer.shortfall
    if answer.figures["what"] == "clinician":
        return ngettext("%(count)d more clinician", "%(count)d more clinicians", missing)
    if answer.figures["what"] == "supervisor":
        return ngettext("%(count)d more supervisor", "%(count)d more supervisors", missing)
    if answer.figures["where"].get("closure") == ["planned"]:
        return ngettext(
            "%(count)d case still to be closed as planned",
            "%(count)d cases still to be closed as planned",
            missing,
        )
    return ngettext("%(count)d more case", "%(count)d more cases", missing)


def _count_waiting(answer) -> str:
    return _("%(missing)s, waiting for a signature") % {"missing": _count_missing(answer)}


def _dated(sentence: str, answer) -> str:
    """A sentence with the version and the date of its record, written out."""
    figures = answer.figures
    return sentence % {
        "version": figures.get("version"),
        "date": _written(figures.get("date")),
        "effective": _written(figures.get("effective")),
    }


def _written(day: str | None) -> str:
    return longdate(date.fromisoformat(day)) if day else ""


def _too_old(answer) -> str:
    months = answer.figures["months"]
    sentence = ngettext(
        "Version %(version)s was signed on %(date)s, more than %(months)d month ago",
        "Version %(version)s was signed on %(date)s, more than %(months)d months ago",
        months,
    )
    return sentence % {
        "version": answer.figures["version"],
        "date": _written(answer.figures["date"]),
        "months": months,
    }


MESSAGES = {
    "complete": _complete,
    "minutes_missing": _minutes_missing,
    "minutes_waiting": _minutes_waiting,
    "share_too_small": _share,
    "share_too_large": _share,
    "share_waiting": _share_waiting,
    "share_of_nothing": _share_of_nothing,
    **RHYTHM,
    "count_missing": _count_missing,
    "count_waiting": _count_waiting,
    "signature_too_old": _too_old,
    "waived": lambda answer: _dated(_("Waived on %(date)s"), answer),
    "course_not_begun": lambda answer: _("Not finished yet"),
    "course_not_finished": lambda answer: _("Begun, not finished yet"),
    "course_finished": lambda answer: _dated(_("Finished on %(date)s"), answer),
    "assessment_not_taken": lambda answer: _("Not taken yet"),
    "assessment_not_passed": lambda answer: _("Not passed yet"),
    "assessment_passed": lambda answer: _dated(_("Passed on %(date)s"), answer),
    "no_version_in_force": lambda answer: _("There is no version in force to sign"),
    "version_not_signed": lambda answer: _dated(
        _("Version %(version)s, in force since %(effective)s, is not signed yet"), answer
    ),
    "version_signed": lambda answer: _dated(_("Version %(version)s signed on %(date)s"), answer),
    **counts_wording.MESSAGES,
    **records_wording.MESSAGES,
}
