"""The requirement engine: one scheme, the facts of one person, one answer.

No database, no clock, no chance: the same inputs in any order give the same answer and the
same hash. The order of the work is that of engine.md: eligibility, conversion, periods, caps;
shares, totals and states are judged on what these leave.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from .answering import answer_all, world_on
from .answers import EntryAnswer, Evaluation, RequirementAnswer
from .facts import Entry, Facts
from .hashing import inputs_hash
from .ledger import Loss
from .moments import next_change
from .pathways import best_of
from .scheme_document import Scheme
from .world import World


def evaluate(scheme: Scheme, facts: Facts) -> Evaluation:
    """How this person stands under this scheme on the day `facts.as_of`."""
    world = world_on(scheme, facts, facts.as_of)
    answers = answer_all(scheme, world)
    satisfied = {answer.id for answer in answers if answer.satisfied}
    pathway = best_of(scheme.pathways, satisfied)
    return Evaluation(
        scheme=scheme.name,
        version=scheme.version,
        as_of=facts.as_of,
        met=pathway.missing(satisfied) == 0,
        pathway=pathway.id,
        holds_until=next_change(scheme, world, answers),
        inputs_hash=inputs_hash(scheme.document, facts),
        requirements=answers,
        entries=_entries(answers, world),
    )


def _entries(answers: Sequence[RequirementAnswer], world: World) -> Mapping[str, EntryAnswer]:
    """How each entry stands, in order, whichever requirements it serves."""
    counted_for = defaultdict(list)
    in_scope = set()
    for answer in answers:
        for counted in answer.counted:
            counted_for[counted.entry].append(answer.id)
        in_scope.update(loss.entry for loss in answer.not_counted)
    in_scope.update(counted_for)
    return {
        entry.id: _entry(entry, tuple(counted_for[entry.id]), entry.id in in_scope, world)
        for entry in world.facts.entries
    }


def _entry(entry: Entry, counted_for: tuple[str, ...], in_scope: bool, world: World) -> EntryAnswer:
    if not in_scope:
        loss = Loss(entry.id, entry.minutes, "not_in_scope", None)
        return EntryAnswer(entry.id, counted_for, 0, (loss,), ())
    losses = tuple(world.losses.get(entry.id, ()))
    flags = tuple(world.flags.get(entry.id, ()))
    return EntryAnswer(entry.id, counted_for, world.counts(entry), losses, flags)
