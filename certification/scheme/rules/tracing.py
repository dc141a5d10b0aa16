"""The way of one entry through the work: what each rule that speaks of it found, in order.

Pure, and beside the evaluation: the same rules run in the same order over all entries, and after
each of them it is seen what has become of this one. An entry that is not signed is followed as if
it were, with all that waits beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from .answering import answer_all
from .book import Book
from .facts import Entry, Facts
from .filters import Interleave
from .ledger import Flag, Ledger, Loss
from .rule import Rule
from .scheme_document import Scheme
from .takers import Taken, takers_of
from .where import Where
from .world import CONFIRMED, PROJECTED, Hours, World

OK, CUT, REFUSED, WORTH = "ok", "cut", "refused", "worth"


@dataclass(frozen=True)
class Step:
    """What one rule did to the entry. `before` and `after` are whole minutes.

    `since`: the session before, where something had to lie between. `taken` are the entries that
    had the room, `free_on` the first later day that has some again; None where no day has.
    """

    rule: Rule
    stage: str
    outcome: str
    before: int
    after: int
    losses: Sequence[Loss] = ()
    flags: Sequence[Flag] = ()
    taken: Sequence[Taken] = ()
    free_on: date | None = None
    since: date | None = None


@dataclass(frozen=True)
class Trace:
    """`counts_for` are ids of requirements; `minutes` is what is left for them in the end."""

    entry: Entry
    as_if_signed: bool
    steps: Sequence[Step]
    minutes: int
    counts_for: Sequence[str]
    asked_for: Sequence[str]
    waits_for: date | None


def trace(scheme: Scheme, facts: Facts, entry_id: str) -> Trace | None:
    """None where the facts hold no such entry."""
    entry = next((one for one in facts.entries if one.id == entry_id), None)
    if entry is None:
        return None
    signed = entry.status == "signed"
    if entry.status not in PROJECTED:
        entry = entry._replace(status="submitted")
        facts = _with(facts, entry)
    ledger = Ledger(Book(facts, facts.as_of), CONFIRMED if signed else PROJECTED)
    steps = tuple(_steps(scheme, ledger, entry))
    for_all = _requirements(scheme, ledger, entry)
    return Trace(
        entry=entry,
        as_if_signed=not signed,
        steps=steps,
        minutes=floor(ledger.left.get(entry.id, 0)),
        counts_for=[id for id, counts in for_all if counts],
        asked_for=[id for id, _counts in for_all],
        waits_for=entry.date if entry.date > facts.as_of else None,
    )


def _with(facts: Facts, entry: Entry) -> Facts:
    entries = tuple(entry if one.id == entry.id else one for one in facts.entries)
    return facts._replace(entries=entries)


def _steps(scheme: Scheme, ledger: Ledger, entry: Entry) -> Iterator[Step]:
    """A rule that is not about such hours is no step; after a refusal nothing is asked any more."""
    stages = (
        ("filters", scheme.filters, "sift"),
        ("conversions", scheme.conversions, "convert"),
        ("periods", scheme.periods, "limit"),
        ("caps", scheme.caps, "limit"),
    )
    for stage, rules, verb in stages:
        for rule in rules:
            before = ledger.left.get(entry.id)
            asked = before is not None and speaks_of(rule, ledger, entry)
            cuts, flags = len(ledger.cuts[entry.id]), len(ledger.flags[entry.id])
            getattr(rule, verb)(ledger)
            if asked:
                yield _step(rule, stage, ledger, entry, (before, cuts, flags))


def speaks_of(rule: Rule, ledger: Ledger, entry: Entry) -> bool:
    """Whether it looks at hours of this kind; a gate also at what its conditions cut."""
    wheres: list[Where] = [rule.where]
    share = getattr(rule, "individual_share", None)
    wheres += [share.of] if share else []
    return any(entry in ledger.book.matching(where) for where in wheres)


def _step(
    rule: Rule, stage: str, ledger: Ledger, entry: Entry, was: tuple[int | Fraction, int, int]
) -> Step:
    before, cuts, flags = was
    refused = ledger.refused.get(entry.id)
    losses = [refused] if refused else ledger.cuts[entry.id][cuts:]
    after = floor(ledger.left.get(entry.id, 0))
    taken, free_on = takers_of(rule, ledger, entry) if losses and not refused else ((), None)
    return Step(
        rule=rule,
        stage=stage,
        outcome=_outcome(stage, losses, after),
        before=floor(before),
        after=after,
        losses=tuple(losses),
        flags=tuple(ledger.flags[entry.id][flags:]),
        taken=taken,
        free_on=free_on,
        since=_since(rule, ledger, entry) if refused else None,
    )


def _outcome(stage: str, losses: Sequence[Loss], after: int) -> str:
    if losses:
        return CUT if after else REFUSED
    return WORTH if stage == "conversions" else OK


def _since(rule: Rule, ledger: Ledger, entry: Entry) -> date | None:
    """The session of the case before this one, from which on something had to lie between."""
    if not isinstance(rule, Interleave):
        return None
    sessions = [
        one
        for one in ledger.book.matching(rule.where)
        if one.case == entry.case and ledger.holds(one)
    ]
    place = sessions.index(entry)
    return sessions[place - 1].date if place else None


def _requirements(scheme: Scheme, ledger: Ledger, entry: Entry) -> list[tuple[str, bool]]:
    """The requirements that ask for hours of this kind, and whether it counts for each."""
    world = World(ledger.book.facts, ledger.book.day, Hours(ledger.book, ledger, ledger), ())
    answers = answer_all(scheme, world)
    found = []
    for answer in answers:
        counts = any(one.entry == entry.id for one in answer.counted)
        if counts or any(one.entry == entry.id for one in answer.not_counted):
            found.append((answer.id, counts))
    return found
