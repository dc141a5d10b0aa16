"""Until when an answer holds if nobody does anything."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from .answering import answer_in_short, world_on
from .facts import Facts
from .scheme_document import Scheme
from .world import Hours, World


def next_change(scheme: Scheme, world: World) -> date | None:
    """The first day after this one on which time alone changes any answer; None if never.

    Every day that could matter is known from the facts and the rules. Each is tried in turn,
    so that a new version of a policy nobody asks about does not count as a change.
    """
    now = _standing(scheme, world)
    for day in sorted(_days_to_try(scheme, world)):
        then = world_on(scheme, world.facts, day, _hours_unless_changed(world, day))
        if _standing(scheme, then) != now:
            return day
    return None


def _standing(scheme: Scheme, world: World) -> list[tuple]:
    return [answer.standing() for answer in answer_in_short(scheme, world)]


def _days_to_try(scheme: Scheme, world: World) -> set[date]:
    rules = chain.from_iterable(rule.moments(world) for rule in scheme.requirements)
    days = chain(_days_of_records(world.facts), _days_of_hours(world.facts), rules)
    return {day for day in days if day is not None and day > world.day}


def _days_of_records(facts: Facts) -> Iterator[date | None]:
    yield from (row.completed for row in facts.courses)
    yield from (row.passed for row in facts.assessments)
    yield from (row.signed for row in facts.attestations)
    yield from (row.effective for row in facts.policies)
    yield from (row.approved for row in (*facts.equivalences, *facts.waivers))


def _days_of_hours(facts: Facts) -> Iterator[date | None]:
    yield from (row.date for row in facts.entries)
    yield from (row.closed for row in facts.cases.values())


def _hours_unless_changed(world: World, day: date) -> Hours | None:
    """The work on the hours, where no claim and no closure falls between the two days."""
    changes = (when for when in _days_of_hours(world.facts) if when is not None)
    return None if any(world.day < when <= day for when in changes) else world.hours
