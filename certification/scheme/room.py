"""What an intern has used of the limits of the scheme, in words: caps ahead, and rolling stretches."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from certification.practice.adding import is_waiting_correction
from certification.practice.models import HoursEntry
from certification.practice.models.hours import EntryState
from certification.practice.rules.categories import signer_role
from certification.scheme.hours_in_words import hours_of
from certification.scheme.rules import Scheme
from certification.scheme.rules.room import Room, Use, rolling, rooms_of
from certification.scheme.rules.where import Kind
from training_site.content.templatetags.triad import duration

ROLLING = re.compile(r"rolling_([0-9]+)_days")


@dataclass(frozen=True)
class CapAhead:
    """A sentence, and how full it is, for the bar beside it."""

    sentence: str
    used: int
    most: int
    is_full: bool


@dataclass(frozen=True)
class Stretch:
    """A limit of any so many days beside what lies in those that end on each day."""

    what: str
    days: int
    most: int
    minutes: Mapping[date, int]

    def over(self, day: date) -> bool:
        return self.minutes[day] > self.most


def caps_ahead(scheme: Scheme, entries: Iterable[HoursEntry], result: dict) -> list[CapAhead]:
    """Caps that are half used or more, by what the stored evaluation counts and what waits."""
    entries = list(entries)
    names = {str(entry.supervisor.public_id): str(entry.supervisor) for entry in entries}
    uses = [_use(entry, _counted(entry, result)) for entry in entries]
    caps = [cap for cap in scheme.caps if hasattr(cap, "minutes")]
    return [_ahead(room, names) for room in rooms_of(caps, uses) if room.is_near]


def stretches_of(
    scheme: Scheme, entries: Sequence[HoursEntry], days: Sequence[date]
) -> list[Stretch]:
    """Everything logged, drafts too: what is about to be too much is seen before it is handed in."""
    uses = [_use(one, one.minutes) for one in entries if not is_waiting_correction(one)]
    return [
        Stretch(
            capfirst(hours_of(dict(rule.where.conditions))),
            length,
            rule.minutes,
            rolling(rule.where, length, uses, days),
        )
        for rule, length in rolling_limits(scheme)
    ]


def rolling_limits(scheme: Scheme | None) -> list[tuple]:
    """The limits of any so many days, each with how many."""
    periods = scheme.periods if scheme else ()
    found = [(rule, ROLLING.fullmatch(getattr(rule, "period", ""))) for rule in periods]
    return [(rule, int(hit[1])) for rule, hit in found if hit and hasattr(rule, "minutes")]


def _use(entry: HoursEntry, minutes: int) -> Use:
    case = entry.case
    kind = Kind(
        entry.category,
        entry.modality,
        entry.format or None,
        case and case.letter,
        (case and case.closure) or None,
        signer_role(entry.category),
        frozenset(entry.content_areas),
    )
    return Use(entry.date, kind, str(entry.supervisor.public_id), minutes)


def _counted(entry: HoursEntry, result: dict) -> int:
    """As evaluated, where signed; what waits counts as far as no other rule takes it."""
    found = result["entries"].get(str(entry.public_id))
    if found is None:
        return 0
    if entry.state == EntryState.SIGNED:
        return found["minutes"]
    if entry.state != EntryState.SUBMITTED or entry.corrects_id:
        return 0
    lost = sum(one["minutes"] for one in found["losses"] if one["reason"] != "not_signed")
    return max(0, entry.minutes - lost)


def _ahead(room: Room, names: Mapping[str, str]) -> CapAhead:
    figures = {
        "left": duration(room.left),
        "most": duration(room.cap.minutes),
        "what": hours_of(dict(room.cap.where.conditions)),
    }
    if room.left:
        said = _("%(left)s of %(most)s %(what)s left") % figures
    else:
        said = _("All %(most)s of %(what)s that count are used") % figures
    if room.cap.each and room.group:
        case = _("Case %(letter)s") % {"letter": room.group}
        whose = case if room.cap.each == "case" else names.get(room.group, "")
        said = _("%(whose)s: %(said)s") % {"whose": whose, "said": said}
    return CapAhead(said, min(room.used, room.cap.minutes), room.cap.minutes, not room.left)
