"""Requirements about dated steps on the way: hours on one side of a step, steps in their order."""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import Self

from ..clocks import days_in_months, elapsed_days, runs_out
from ..facts import Entry, Facts
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..where import Where
from ..world import World
from .hours import credited, missing_or_waiting, words_of
from .judgement import Judgement
from .records import yes_or_no

SIDES = ("before", "after")


@dataclass(frozen=True, kw_only=True)
class MilestoneSplit(Rule):
    """At least so many minutes before a milestone, or from its day on.

    The day of the milestone is after it. Until it is reached everything lies before it.
    """

    milestone: str
    side: str
    where: Where
    minutes: int
    credit_max: int | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            milestone=fields.text("milestone"),
            side=fields.choice("side", SIDES),
            where=fields.where(required=True),
            minutes=fields.whole("minutes"),
            credit_max=fields.whole("credit_max", least=0, optional=True),
        )

    def judge(self, world: World) -> Judgement:
        reached = reached_by(world, self.milestone)
        credit, cut = credited(world, self.id, self.credit_max)
        have = self._minutes(world.hours.confirmed, reached) + credit
        projected = self._minutes(world.hours.projected, reached) + credit
        missing = max(0, self.minutes - have)
        enough = projected >= self.minutes
        return Judgement(
            have=floor(have),
            need=self.minutes,
            unit="minutes",
            shortfall=ceil(missing),
            projected=floor(projected),
            met=missing == 0,
            met_if_signed=enough,
            begun=credit > 0 or world.begun(self.where),
            reason=missing_or_waiting("split", missing, enough),
            figures={
                "where": words_of(self.where),
                "side": self.side,
                "milestone": self.milestone,
                "date": reached and reached.isoformat(),
                "credited": credit,
                "credit_cut": cut,
            },
            scope=self.where,
            only=lambda entry: self._on_this_side(entry, reached),
            waiting=[e for e in world.waiting(self.where) if self._on_this_side(e, reached)],
        )

    def moments(self, world: World) -> list[date]:
        return dates_of(world.facts, self.milestone)

    def _minutes(self, ledger: Ledger, reached: date | None) -> int:
        mine = (e for e in ledger.counting(self.where) if self._on_this_side(e, reached))
        return sum(ledger.left[entry.id] for entry in mine)

    def _on_this_side(self, entry: Entry, reached: date | None) -> bool:
        after = reached is not None and entry.date >= reached
        return after == (self.side == "after")


@dataclass(frozen=True, kw_only=True)
class Prerequisite(Rule):
    """A milestone is reached, in its place: not after `before`, and within months of `since`.

    Both ends count: on the day of `before` is in time, and so is the day that completes the
    months. Leave stops the months. A step that is not reached yet holds up nothing but what
    counts from it.
    """

    milestone: str
    before: str = ""
    since: str = ""
    within_months: int | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        if fields.has("since") != fields.has("within_months"):
            raise fields.refuse("months_of_what", "id")
        return cls(
            **fields.heading(),
            milestone=fields.text("milestone"),
            before=fields.text("before", default=""),
            since=fields.text("since", default=""),
            within_months=fields.whole("within_months", most=1200, optional=True),
        )

    def judge(self, world: World) -> Judgement:
        when = reached_by(world, self.milestone)
        reason = self._fault(world, when)
        return yes_or_no(
            reason is None,
            begun=when is not None or reason == "milestone_overdue",
            reason=reason or "milestone_reached",
            figures=self._figures(world, when),
        )

    def moments(self, world: World) -> list[date]:
        over = self._first_day_over(world)
        named = dates_of(world.facts, self.milestone, self.before, self.since)
        return named + ([over] if over else [])

    def _fault(self, world: World, when: date | None) -> str | None:
        before, since = reached_by(world, self.before), reached_by(world, self.since)
        if when is None:
            return "milestone_overdue" if self._over(world, world.day) else "milestone_not_reached"
        if (before and when > before) or (since and when < since):
            return "milestone_out_of_order"
        if self.since and since is None:
            return "milestone_out_of_order"
        return "milestone_too_late" if self._over(world, when) else None

    def _over(self, world: World, day: date) -> bool:
        since = reached_by(world, self.since)
        if since is None:
            return False
        allowed = days_in_months(since, self.within_months)
        return elapsed_days(since, day, world.facts.leaves) > allowed

    def _first_day_over(self, world: World) -> date | None:
        """The day from which the milestone would be late; None without such a day."""
        since = reached_by(world, self.since)
        if since is None:
            return None
        return runs_out(since, days_in_months(since, self.within_months), world.facts.leaves)

    def _figures(self, world: World, when: date | None) -> dict:
        before, since = reached_by(world, self.before), reached_by(world, self.since)
        return {
            "milestone": self.milestone,
            "date": when and when.isoformat(),
            "before": self.before or None,
            "before_date": before and before.isoformat(),
            "since": self.since or None,
            "since_date": since and since.isoformat(),
            "months": self.within_months,
        }


def reached_by(world: World, milestone: str) -> date | None:
    """The date of a milestone that lies on or before the day of the evaluation."""
    when = world.facts.milestones.get(milestone)
    return when if when and when <= world.day else None


def dates_of(facts: Facts, *milestones: str) -> list[date]:
    return [facts.milestones[name] for name in milestones if name in facts.milestones]
