"""A scheme in words: one sentence for each rule, put from the document as it is written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from certification.scheme.hours_in_words import hours_of
from certification.scheme.milestones_in_words import milestone_words
from certification.scheme.rules import Scheme
from certification.scheme.rules.parameters import RENEWAL, SECTIONS
from training_site.content.areas import ContentArea
from training_site.content.templatetags.triad import duration

TITLES = {
    "filters": _lazy("Which hours may count"),
    "conversions": _lazy("What they are worth"),
    "periods": _lazy("Limits within a period"),
    "caps": _lazy("Limits over the whole time"),
    "requirements": _lazy("What is asked for"),
    "pathways": _lazy("Ways to have met it"),
    RENEWAL: _lazy("What renewal asks for"),
}
SENTENCES = {
    "agreement_in_force": _lazy("{Hours} count where an agreement was in force on the day."),
    "supervisor_qualified_on": _lazy(
        "{Hours} count where the supervisor was qualified on the day."
    ),
    "conflict_excluded": _lazy("{Hours} do not count with a supervisor in a declared conflict."),
    "approval_before_count": _lazy("{Hours} count from {milestone} on."),
    "window_lookback": _lazy("{Hours} count if they lie within the last {months}."),
    "window_forward": _lazy("{Hours} count for {months} after {milestone}."),
    "recency": _lazy("{Hours} count only while they are no older than {months}."),
    "entry_deadline": _lazy("{Hours} are handed in within {days} days; later ones {effect}."),
    "signoff_deadline": _lazy(
        "{Hours} are signed within {months} of the end of their month; later ones {effect}."
    ),
    "modality_allowed": _lazy("{Hours} count only {allowed}."),
    "group_size_max": _lazy("{Hours}: only groups of at most {most} count."),
    "no_double_count": _lazy("{Hours} that claim the same time twice count once."),
    "interleave": _lazy("Between two {hours} of a case there has to be {require}."),
    "weight": _lazy("{Hours} count {factor} of their length."),
    "unit_conversion": _lazy("{from} of {hours} count as {to}."),
    "period_max": _lazy("{Hours}: at most {minutes} count {period}."),
    "period_gate": _lazy("{Hours} count {period} only where it has: {conditions}."),
    "cap": _lazy("{Hours}: at most {minutes} count{each}."),
    "total_min": _lazy("At least {minutes} of {hours}."),
    "category_min": _lazy("At least {minutes} of {category}."),
    "content_area_min": _lazy("At least {minutes} in each of: {areas}."),
    "share_min": _lazy("At least {share} of {of} are {hours}."),
    "share_max": _lazy("At most {share} of {of} are {hours}."),
    "percent_supervised": _lazy("For {of}, at least {share} as much of {hours}."),
    "stepped_ratio": _lazy(
        "{base} unit of {supervision} {per}, and one for each {every} of {clients}."
    ),
    "cadence_average": _lazy("On average at least {minutes} of {hours} {period} with {over}."),
    "cadence_every": _lazy("At least {amount} of {hours} {period} with {over}."),
    "period_min": _lazy("At least {minutes} of {hours} {period} that has any."),
    "distinct_periods_min": _lazy("{Hours} in at least {at_least} separate periods: {period}."),
    "distinct_count": _lazy("{Hours} with at least {at_least} different {what}."),
    "session_count": _lazy("At least {at_least} sessions of {hours}."),
    "milestone_split": _lazy("At least {minutes} of {hours} {side} {milestone}."),
    "course_done": _lazy("The course “{course}” is finished."),
    "assessment_passed": _lazy("The assessment “{assessment}” is passed."),
    "attestation_current": _lazy("The policy “{policy}” is signed in the version in force."),
    "prerequisite": _lazy("{Milestone} is reached."),
    "evaluation_required": _lazy("{at_least} evaluation by the form “{form}”."),
    "triad_complete": _lazy("Each case is the work of three, with {meetings} meetings of three."),
    "active_membership": _lazy("Membership is current."),
    "renewal": _lazy("At least {minutes} of {hours} in a term of {months}."),
}
PERIODS = {
    "iso_week": _lazy("in each week"),
    "calendar_month": _lazy("in each calendar month"),
}
WORDS = {
    "flag": _lazy("count and are marked"),
    "forfeit": _lazy("do not count"),
    "case": _lazy("cases"),
    "clinician": _lazy("clinicians"),
    "supervisor": _lazy("supervisors"),
    "before": _lazy("before"),
    "after": _lazy("from"),
    "in_person": _lazy("in person"),
    "video": _lazy("by video"),
    "phone": _lazy("by phone"),
    "asynchronous": _lazy("asynchronous"),
}
EACH = {
    "case": _lazy(" from one case"),
    "clinician": _lazy(" with one clinician"),
    "supervisor": _lazy(" with one supervisor"),
}
HOURS = ("of", "over", "clients", "supervision")
MINUTES = ("minutes", "every", "from", "to", "free")
ROLLING = re.compile(r"rolling_([0-9]+)_days")


@dataclass(frozen=True)
class Told:
    """One rule: what the scheme calls it, what it says, and where its figures come from."""

    id: str
    title: str
    sentence: str
    source: str


def sections_of(scheme: Scheme) -> list[tuple[str, list[Told]]]:
    """Every section that is written, with its rules in the order in which they work."""
    titles = {one.id: one.title for one in scheme.requirements}
    return [
        (str(TITLES[section]), [_told(row, titles) for row in rows])
        for section, rows in _sections(scheme)
        if rows
    ]


def told_by_rule(scheme: Scheme) -> dict[tuple[str, str], Told]:
    """Each rule in words, by its section and its id."""
    titles = {one.id: one.title for one in scheme.requirements}
    return {
        (section, str(row["id"])): _told(row, titles)
        for section, rows in _sections(scheme)
        for row in rows
    }


def _sections(scheme: Scheme) -> Iterator[tuple[str, list]]:
    """Those of the document, and the requirements within what it says of renewal."""
    for section in SECTIONS:
        yield section, scheme.document.get(section) or []
    yield RENEWAL, (scheme.document.get(RENEWAL) or {}).get("requirements") or []


def rule_sentence(row: Mapping) -> str:
    """A rule without words of its own yet goes by its name."""
    name = str(row["rule"])
    template = SENTENCES.get(name)
    return str(template).format_map(_Words(row)) if template else name.replace("_", " ")


def _told(row: Mapping, titles: Mapping[str, str]) -> Told:
    sentence = rule_sentence(row) if "rule" in row else " ".join(_way(row, titles))
    id = str(row["id"])
    return Told(id, str(row.get("title") or ""), sentence, str(row.get("source") or ""))


def _way(row: Mapping, titles: Mapping[str, str]) -> Iterator[str]:
    """What a pathway asks: all of some, one of others, so many of others still."""
    written = [key for key in ("all", "any", "of") if key in row]
    listed = {key: _listed(titles[one] for one in _names(row[key])) for key in written}
    if "all" in listed:
        yield _("All of: %(what)s.") % {"what": listed["all"]}
    if "any" in listed:
        yield _("One of: %(what)s.") % {"what": listed["any"]}
    if "of" in listed:
        words = {"count": row["at_least"], "what": listed["of"]}
        yield _("At least %(count)d of: %(what)s.") % words


class _Words(dict):
    """The values of a rule as words; what is not written is what the rule then means."""

    def __init__(self, row: Mapping):
        super().__init__()
        self.row = row

    def __missing__(self, key: str) -> str:
        if key[0].isupper():
            return capfirst(self[key.lower()])
        return str(_special(key, self.row) if key in SPECIAL else _plain(key, self.row.get(key)))


def _special(key: str, row: Mapping) -> object:
    return SPECIAL[key](row)


def _plain(key: str, value: object) -> object:
    if key in HOURS:
        return _hours(value)
    if key in MINUTES:
        return duration(value)
    return _listed(WORDS.get(one, one) for one in _names(value)) if value is not None else ""


def _hours(where: object) -> str:
    """The kinds of hours a condition names, with what else it asks."""
    where = {key: _names(values) for key, values in (where or {}).items()}
    words = hours_of(where)
    return (
        _("%(hours)s of cases closed as planned") % {"hours": words}
        if where.get("closure") == ["planned"]
        else words
    )


def _period(name: object) -> object:
    rolling = ROLLING.fullmatch(str(name))
    return _("in any %(days)s days") % {"days": rolling[1]} if rolling else PERIODS.get(name, "")


def _areas(row: Mapping) -> str:
    named = _names(row["areas"])
    return (
        _("all content areas")
        if named == ["all"]
        else _listed(ContentArea(one).label for one in named)
    )


def _amount(row: Mapping) -> str:
    return (
        duration(row["minutes"]) if "minutes" in row else _("%(n)d contacts") % {"n": row["count"]}
    )


def _names(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _listed(words) -> str:
    return get_text_list([str(word) for word in words], _("and"))


def _months(row: Mapping) -> str:
    """A term of renewal is three years where nothing else is written."""
    months = 36 if row.get("months") is None else row["months"]
    return ngettext("%(n)d month", "%(n)d months", months) % {"n": months}


def _conditions(row: Mapping) -> str:
    """What a period must have so that its hours count."""
    return "; ".join(str(words(row[key])) for key, words in CONDITIONS.items() if key in row)


def _at_least(part: Mapping) -> str:
    amount = duration(part["minutes"]) if "minutes" in part else part["at_least"]
    words = {"amount": amount, "what": _hours(part.get("where"))}
    return _("at least %(amount)s of %(what)s") % words


def _covered(part: Mapping) -> str:
    words = {"share": part["share"], "what": _hours(part.get("where"))}
    return _("%(what)s for %(share)s of them") % words


CONDITIONS = {
    "minutes_at_least": lambda value: _("at least %(time)s") % {"time": duration(value)},
    "minutes_at_most": lambda value: _("at most %(time)s") % {"time": duration(value)},
    "contacts": _at_least,
    "observation": _at_least,
    "supervised": _covered,
    "individual_share": _covered,
}
SPECIAL = {
    "conditions": _conditions,
    "hours": lambda row: _hours(row.get("where")),
    "category": lambda row: hours_of({"category": _names(row["category"])}),
    "require": lambda row: hours_of({"category": _names(row["require"])}),
    "each": lambda row: EACH.get(row.get("each"), ""),
    "period": lambda row: _period(row.get("period")),
    "per": lambda row: _period(row.get("per")),
    "milestone": lambda row: milestone_words(str(row.get("milestone", ""))),
    "areas": _areas,
    "amount": _amount,
    "at_least": lambda row: row.get("at_least") or 1,
    "months": _months,
}
