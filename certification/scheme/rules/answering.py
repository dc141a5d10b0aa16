"""From the findings of the requirement rules to answers: waivers, lists of entries, signers."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import floor

from .answers import Counted, Pending, RequirementAnswer
from .facts import Entry, Facts
from .ledger import Flag, Loss
from .requirements import Judgement, Requirement
from .scheme_document import Scheme
from .where import Where
from .world import Hours, World, work_out


def world_on(scheme: Scheme, facts: Facts, day: date, hours: Hours | None = None) -> World:
    """The world of a day; `hours` may be given where nothing of them differs that day."""
    return World(facts, day, hours or work_out(scheme, facts, day), scheme.periods)


def answer_in_short(scheme: Scheme, world: World) -> tuple[RequirementAnswer, ...]:
    """How each requirement stands, in scheme order, without its lists of entries."""
    return tuple(_short(scheme, world, requirement)[0] for requirement in scheme.requirements)


def answer_all(scheme: Scheme, world: World) -> tuple[RequirementAnswer, ...]:
    """How each requirement stands, in scheme order, entry by entry."""
    return tuple(_full(scheme, world, requirement) for requirement in scheme.requirements)


def _short(
    scheme: Scheme, world: World, requirement: Requirement
) -> tuple[RequirementAnswer, Judgement]:
    found = requirement.judge(world)
    answer = RequirementAnswer(
        id=requirement.id,
        rule=scheme.rule_names[requirement.id],
        title=requirement.title,
        source=requirement.source,
        state=found.state,
        have=found.have,
        need=found.need,
        unit=found.unit,
        shortfall=found.shortfall,
        projected=found.projected,
        earliest=found.earliest,
        reason=found.reason,
        figures=found.figures,
    )
    return _waived(answer, world), found


def _waived(answer: RequirementAnswer, world: World) -> RequirementAnswer:
    """What is met needs no waiver; what is waived has nothing left to do."""
    approved = world.waived.get(answer.id)
    if approved is None or answer.state == "met":
        return answer
    figures = {**answer.figures, "date": approved.isoformat()}
    return replace(
        answer, state="waived", shortfall=0, earliest=None, reason="waived", figures=figures
    )


def _full(scheme: Scheme, world: World, requirement: Requirement) -> RequirementAnswer:
    answer, found = _short(scheme, world, requirement)
    if found.scope is None:
        return replace(answer, pending=_pending(found.waiting))
    return replace(
        answer,
        counted=_counted(world, found),
        not_counted=_not_counted(world, found.scope),
        flags=_flags(world, found.scope),
        pending=_pending(found.waiting),
    )


def _counted(world: World, found: Judgement) -> tuple[Counted, ...]:
    ledger = world.hours.confirmed
    entries = ledger.counting(found.scope)
    served = entries if found.only is None else filter(found.only, entries)
    return tuple(Counted(e.id, floor(ledger.left[e.id])) for e in served)


def _not_counted(world: World, scope: Where) -> tuple[Loss, ...]:
    losses, entries = world.losses, world.hours.book.matching(scope)
    return tuple(loss for entry in entries if entry.id in losses for loss in losses[entry.id])


def _flags(world: World, scope: Where) -> tuple[Flag, ...]:
    flags, entries = world.flags, world.hours.book.matching(scope)
    return tuple(flag for entry in entries if entry.id in flags for flag in flags[entry.id])


def _pending(waiting: Sequence[Entry]) -> tuple[Pending, ...]:
    """Who would have to sign, in order of their ids."""
    by_signer: dict[str | None, list[str]] = defaultdict(list)
    for entry in waiting:
        by_signer[entry.supervisor].append(entry.id)
    signers = sorted(by_signer, key=lambda who: who or "")
    return tuple(Pending(who, tuple(by_signer[who])) for who in signers)
