"""Until when an answer holds if nobody does anything."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from .answering import answer_all, answer_in_short, world_on
from .answers import RequirementAnswer
from .facts import Case, Facts
from .scheme_document import Scheme
from .world import Hours, World

Answers = Sequence[RequirementAnswer]


def next_change(scheme: Scheme, world: World, answers: Answers) -> date | None:
    """The first day after this one on which time alone changes any answer; None if never.

    Every day that could matter is known from the facts, the requirements and the hours. Each is
    tried in turn, so that a new version of a policy nobody asks about does not count as a
    change. Where hours are worked out anew without any news in them, they name their next day.
    """
    days = _days_to_try(scheme, world)
    latest = world
    while days:
        day = min(days)
        if latest is world and _certain(world, day, answers):
            return day
        then = world_on(scheme, world.facts, day, _hours_unless_changed(latest, day))
        if _differs(scheme, then, answers, hours_are_new=then.hours is not world.hours):
            return day
        days = {later for later in (*days, *_days_of_hours(then)) if later > day}
        latest = then
    return None


def _differs(scheme: Scheme, then: World, now: Answers, *, hours_are_new: bool) -> bool:
    """On the same hours the entries stand as they stood."""
    if not hours_are_new:
        return _numbers(answer_in_short(scheme, then)) != _numbers(now)
    answers = answer_all(scheme, then)
    return _numbers(answers) != _numbers(now) or _entries(answers) != _entries(now)


def _certain(world: World, day: date, answers: Answers) -> bool:
    """Whether the hours have named this day for an entry of which an answer speaks.

    Then there is no need to work them out anew, which takes as long as all the rest. A closure
    until then may take the entry out of its rule's sight.
    """
    if day != world.hours.until or any(world.day < when <= day for when in _closures(world)):
        return False
    spoken_of = {row.entry for one in answers for row in (*one.counted, *one.not_counted)}
    return not spoken_of.isdisjoint(world.hours.then)


def _numbers(answers: Answers) -> list[tuple]:
    return [answer.standing() for answer in answers]


def _entries(answers: Answers) -> list[tuple]:
    return [answer.entries() for answer in answers]


def _days_to_try(scheme: Scheme, world: World) -> set[date]:
    rules = chain.from_iterable(rule.moments(world) for rule in scheme.requirements)
    days = chain(_days_of_records(world.facts), _days_of_hours(world), rules)
    return {day for day in days if day is not None and day > world.day}


def _days_of_records(facts: Facts) -> Iterator[date | None]:
    yield from facts.milestones.values()
    yield from (row.completed for row in facts.courses)
    yield from (row.passed for row in facts.assessments)
    yield from (row.signed for row in facts.attestations)
    yield from (row.effective for row in facts.policies)
    yield from (row.date for row in facts.evaluations)
    yield from (row.approved for row in (*facts.equivalences, *facts.waivers))
    for row in facts.memberships:
        yield from (row.start, row.end and row.end + timedelta(1))
    for case in facts.cases.values():
        yield from _days_of_case(case)


def _days_of_case(case: Case) -> Iterator[date | None]:
    yield from (case.opened, case.opening_meeting, case.consents, case.closure_meeting, case.closed)


def _days_of_hours(world: World) -> list[date]:
    return [] if world.hours.until is None else [world.hours.until]


def _hours_unless_changed(world: World, day: date) -> Hours | None:
    """The work on the hours, where neither their own day nor a closure falls between the two."""
    changes = chain(_days_of_hours(world), _closures(world))
    return None if any(world.day < when <= day for when in changes) else world.hours


def _closures(world: World) -> Iterator[date]:
    return (case.closed for case in world.facts.cases.values() if case.closed)
