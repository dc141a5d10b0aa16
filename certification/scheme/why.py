"""Does this entry count, and why: its way through the rules in words, for everybody who may see it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState
from certification.scheme.facts import facts_for
from certification.scheme.limits_in_words import limits_of, why_not
from certification.scheme.models import SchemeVersion
from certification.scheme.rule_sentences import TITLES, Told, rule_sentence, told_by_rule
from certification.scheme.rules import Scheme, read_facts, read_scheme
from certification.scheme.rules.tracing import OK, REFUSED, WORTH, Step, Trace, trace
from certification.scheme.ways_out import nobody_changes, way_out
from certification.scheme.wording import flag_sentence
from training_site.content.civil import association_zone, civil_date
from training_site.content.templatetags.triad import duration

SHOWN = 6  # of the entries that had the room; the rest in one sentence


@dataclass(frozen=True)
class Taker:
    """An older entry that had the room, to look at."""

    entry: HoursEntry
    minutes: int


@dataclass(frozen=True)
class Finding:
    """What one rule said. `knot` and `tone` are how the thread shows it."""

    stage: str
    says: str
    word: str
    tone: str
    knot: str
    sentences: Sequence[str]
    takers: Sequence[Taker]
    others: str
    way_out: str
    fixed: str


@dataclass(frozen=True)
class Why:
    """`counts` is all it counts for in the end; `as_if` says what was supposed on the way."""

    verdict: str
    tone: str
    as_if: str
    findings: Sequence[Finding]
    counts_for: Sequence[str]
    not_for: Sequence[str]
    version: SchemeVersion


def why_of(entry: HoursEntry, readable: Callable, now: datetime) -> Why | None:
    """`readable` turns public ids into the entries that the reader may look at.

    None where nothing can be told: no scheme yet, or a signed correction stands in its place.
    """
    version = SchemeVersion.objects.binding(entry.intern)
    if version is None:
        return None
    scheme = read_scheme(version.text)
    found = trace(scheme, read_facts(_facts(entry, now)), str(entry.public_id))
    return found and _told(entry, scheme, found, version, readable)


def _facts(entry: HoursEntry, now: datetime) -> dict:
    """A correction that waits is followed in the place of what it corrects."""
    zone = association_zone()
    facts = facts_for(entry.intern, civil_date(now, zone), zone=zone)
    if entry.corrects and entry.state != EntryState.SIGNED:
        gone = str(entry.corrects.public_id)
        facts["entries"] = [row for row in facts["entries"] if row["id"] != gone]
    return facts


def _told(
    entry: HoursEntry, scheme: Scheme, found: Trace, version: SchemeVersion, readable: Callable
) -> Why:
    titles = {one.id: one.title for one in scheme.requirements}
    known = readable({one.entry.id for step in found.steps for one in step.taken})
    said, limits = _of_this_kind(scheme, entry), limits_of(scheme)
    verdict, tone = _verdict(found)
    return Why(
        verdict=verdict,
        tone=tone,
        as_if=_as_if(entry) if found.as_if_signed else "",
        findings=[_finding(step, said, limits, known, found) for step in found.steps],
        counts_for=[titles[one] for one in found.counts_for],
        not_for=[titles[one] for one in found.asked_for if one not in found.counts_for],
        version=version,
    )


def _of_this_kind(scheme: Scheme, entry: HoursEntry) -> Mapping[tuple[str, str], Told]:
    """The rules in words; a filter, whichever hours it is for, is told of hours like this one."""
    said, where = told_by_rule(scheme), {"where": {"category": [entry.category]}}
    for row in scheme.document.get("filters") or ():
        key = "filters", str(row["id"])
        said[key] = replace(said[key], sentence=rule_sentence(row | where))
    return said


def _verdict(found: Trace) -> tuple[str, str]:
    if found.waits_for:
        return _("Its day is still to come"), "info"
    if not found.minutes:
        return _("Does not count"), "stop"
    if not found.asked_for:
        return _("No requirement asks for hours of this kind"), "quiet"
    worth = next((step.after for step in found.steps if step.outcome == WORTH), found.entry.minutes)
    if found.minutes < worth:
        words = {"some": duration(found.minutes), "all": duration(worth)}
        return _("%(some)s of %(all)s count") % words, "warn"
    return _("Counts, %(time)s") % {"time": duration(found.minutes)}, "good"


def _as_if(entry: HoursEntry) -> str:
    """What is supposed of an entry that is not signed."""
    name = {"name": entry.supervisor}
    if entry.state == EntryState.SUBMITTED:
        return _("Not signed yet: this is how it stands once %(name)s has signed it.") % name
    if entry.state == EntryState.CONTESTED:
        return _("Contested: this is how it stands if it is signed in the end.")
    return _("Not handed in: this is how it stands once it is, and %(name)s has signed it.") % name


def _finding(
    step: Step, said: Mapping, limits: Mapping[str, str], known: Mapping, found: Trace
) -> Finding:
    told = said[step.stage, step.rule.id]
    asks = told.title if told.title and step.stage == "filters" else told.sentence
    reasons = [why_not(loss.document(), limits) for loss in step.losses]
    flags = [flag_sentence(one.flag) for one in step.flags]
    word, tone, knot = _outcome(step)
    takers = [
        Taker(known[one.entry.id], one.minutes) for one in step.taken if one.entry.id in known
    ]
    return Finding(
        stage=str(TITLES[step.stage]),
        says=asks,
        word=word,
        tone=tone,
        knot=knot,
        sentences=[*dict.fromkeys(one for one in reasons if one != told.title), *flags],
        takers=takers[:SHOWN],
        others=_others(step, takers[:SHOWN]),
        way_out=way_out(step, found) if step.losses else "",
        fixed=nobody_changes(step) if step.losses else "",
    )


def _outcome(step: Step) -> tuple[str, str, str]:
    """A word, its tone, and the kind of knot."""
    if step.outcome == OK:
        flagged = bool(step.flags)
        return (_("Noted"), "info", "done") if flagged else (_("In order"), "good", "done")
    if step.outcome == WORTH:
        return _("Counts as %(time)s") % {"time": duration(step.after)}, "info", "done"
    lost = {"lost": duration(step.before - step.after)}
    if step.outcome == REFUSED:
        return _("Does not count"), "stop", "stopped"
    return _("%(lost)s do not count") % lost, "warn", "current"


def _others(step: Step, shown: Collection[Taker]) -> str:
    """Minutes that others took and the reader is not shown one by one."""
    rest = sum(one.minutes for one in step.taken) - sum(one.minutes for one in shown)
    if not rest:
        return ""
    if not shown:
        return _("%(time)s of older entries had the room.") % {"time": duration(rest)}
    return _("And %(time)s of other older entries.") % {"time": duration(rest)}
