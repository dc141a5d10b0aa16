"""The sentences about dated records: steps on the way, evaluations, cases, membership, renewal."""

from collections.abc import Iterable

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from training_site.content.templatetags.triad import duration

from .hours_in_words import hours_of
from .milestones_in_words import milestone_words, written

LACKS = {
    "opening_meeting": _lazy("the opening meeting of the three"),
    "consents": _lazy("the consents"),
    "closure_meeting": _lazy("the closure meeting of the three"),
}


def _and(parts: Iterable[str]) -> str:
    return get_text_list(list(parts), _("and"))


def _milestone(sentence: str, answer) -> str:
    """The step, the steps it stands between, and the months it had."""
    figures = answer.figures
    return sentence % {
        "step": capfirst(milestone_words(figures["milestone"])),
        "date": written(figures["date"]),
        "since": milestone_words(figures["since"] or ""),
        "since_date": written(figures["since_date"]),
        "months": figures["months"],
    }


def _out_of_order(answer) -> str:
    """It came after what it must precede, or before what it must follow."""
    figures = answer.figures
    before = figures["before_date"]
    if before and figures["date"] > before:
        other, when = figures["before"], before
        sentence = _("%(step)s, on %(date)s, had to come before %(other)s")
    else:
        other, when = figures["since"], figures["since_date"]
        sentence = _("%(step)s, on %(date)s, had to come after %(other)s")
    words = milestone_words(other)
    if when:
        words = _("%(step)s on %(date)s") % {"step": words, "date": written(when)}
    return _milestone(sentence.replace("%(other)s", words.replace("%", "%%")), answer)


def _evaluation_missing(answer) -> str:
    cases = answer.figures["cases"]
    if answer.figures["each"] and not cases:
        return _("There is no case to evaluate yet")
    if cases:
        sentence = ngettext("Missing for case %(cases)s", "Missing for cases %(cases)s", len(cases))
        return sentence % {"cases": _and(cases)}
    sentence = ngettext(
        "%(count)d evaluation missing", "%(count)d evaluations missing", answer.shortfall
    )
    return sentence % {"count": answer.shortfall}


def _evaluation_too_low(answer) -> str:
    count = answer.figures["too_low"]
    sentence = ngettext(
        "%(missing)s; %(count)d evaluation is below the level asked for",
        "%(missing)s; %(count)d evaluations are below the level asked for",
        count,
    )
    return sentence % {"missing": _evaluation_missing(answer), "count": count}


def _cases_missing(answer) -> str:
    if not answer.have:
        return _("No case opened yet")
    sentence = ngettext("%(count)d more case", "%(count)d more cases", answer.shortfall)
    return sentence % {"count": answer.shortfall}


def _triad_incomplete(answer) -> str:
    figures = answer.figures
    lacks = _and(_lack(one, figures["meetings"]) for one in figures["lacks"])
    words = {"case": figures["case"], "lacks": lacks, "count": figures["others"]}
    if not figures["others"]:
        return _("Case %(case)s lacks %(lacks)s") % words
    sentence = ngettext(
        "Case %(case)s lacks %(lacks)s; %(count)d other case is incomplete",
        "Case %(case)s lacks %(lacks)s; %(count)d other cases are incomplete",
        figures["others"],
    )
    return sentence % words


def _lack(what: str, meetings: int) -> str:
    if what != "meetings":
        return str(LACKS[what])
    sentence = ngettext("its triadic meeting", "its %(count)d triadic meetings", meetings)
    return sentence % {"count": meetings}


def _triads_complete(answer) -> str:
    sentence = ngettext("%(count)d case complete", "%(count)d cases complete", answer.have)
    return sentence % {"count": answer.have}


def _membership(sentence: str, answer) -> str:
    return sentence % {key: written(answer.figures[key]) for key in ("until", "lapsed", "gap")}


def _membership_current(answer) -> str:
    if answer.figures["until"] is None:
        return _("Member, without an end")
    return _membership(_("Member until %(until)s"), answer)


def _renewal(sentence: str, answer) -> str:
    figures = answer.figures
    dates = {key: written(figures[key]) for key in ("first", "opens", "last", "grace")}
    what = hours_of(figures["where"])
    return sentence % (dates | {"have": duration(answer.have), "what": what})


def _renewal_missing(answer) -> str:
    """What the term still lacks, and by when: before the days of grace, within them, or after."""
    lacking = {"missing": _renewal_lacks(answer)}
    if answer.figures["window"] == "grace":
        sentence = _("%(missing)s missing; the days of grace end on %(date)s")
        return sentence % (lacking | {"date": written(answer.figures["grace"])})
    if answer.figures["window"] == "late":
        sentence = _("%(missing)s missing; renewal is possible until %(date)s")
        return sentence % (lacking | {"date": written(answer.figures["late"])})
    sentence = _("%(missing)s missing by %(date)s")
    return sentence % (lacking | {"date": written(answer.figures["last"])})


def _renewal_waiting(answer) -> str:
    return _("%(missing)s still to be confirmed") % {"missing": _renewal_lacks(answer)}


def _renewal_lacks(answer) -> str:
    figures = answer.figures
    whole = [{"missing": figures["missing"], "where": figures["where"]}] * bool(figures["missing"])
    return _and(
        _("%(missing)s of %(what)s")
        % {"missing": duration(part["missing"]), "what": hours_of(part["where"])}
        for part in [*whole, *figures["parts"]]
    )


def _renewal_complete(answer) -> str:
    if answer.figures["window"] == "before":
        return _renewal(_("%(have)s of %(what)s; renewal opens on %(opens)s"), answer)
    return _renewal(_("%(have)s of %(what)s in the term that ends on %(last)s"), answer)


MESSAGES = {
    "milestone_not_reached": lambda answer: _milestone(_("%(step)s is still to come"), answer),
    "milestone_overdue": lambda answer: _milestone(
        _("%(step)s had to follow within %(months)s months of %(since)s on %(since_date)s"), answer
    ),
    "milestone_too_late": lambda answer: _milestone(
        _("%(step)s, on %(date)s, came more than %(months)s months after %(since)s"), answer
    ),
    "milestone_out_of_order": _out_of_order,
    "milestone_reached": lambda answer: _milestone(_("%(step)s on %(date)s"), answer),
    "evaluation_missing": _evaluation_missing,
    "evaluation_too_low": _evaluation_too_low,
    "evaluated": lambda answer: (
        _("%(have)d of %(need)d evaluated") % {"have": answer.have, "need": answer.need}
    ),
    "cases_missing": _cases_missing,
    "triad_incomplete": _triad_incomplete,
    "triad_waiting": lambda answer: _("Complete once what is submitted is signed"),
    "triads_complete": _triads_complete,
    "membership_none": lambda answer: _("No membership on record"),
    "membership_lapsed": lambda answer: _membership(_("Membership ended on %(lapsed)s"), answer),
    "membership_gap": lambda answer: _membership(
        _("Membership was interrupted on %(gap)s"), answer
    ),
    "membership_current": _membership_current,
    "renewal_not_begun": lambda answer: _("Asked for once the certification has begun"),
    "renewal_missing": _renewal_missing,
    "renewal_waiting": _renewal_waiting,
    "renewal_over": lambda answer: _renewal(
        _("The term ended on %(last)s and its days of grace on %(grace)s"), answer
    ),
    "renewal_complete": _renewal_complete,
}
