"""Whether each case was the work of three: met, agreed, met again, and closed together."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from ..facts import Case
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..where import Where
from ..world import World
from .hours import words_of
from .judgement import Judgement


@dataclass(frozen=True, kw_only=True)
class TriadComplete(Rule):
    """Every case has its opening meeting, its consents, `meetings` of three that count, and, once
    closed, a closure meeting. With `at_least`, so many cases must, and the others need not.

    A case that did not end as planned is asked for its opening meeting and consents alone: what
    could not take place any more is not to be made up for. Of an attested case people have seen
    that it had what it needed.
    """

    where: Where
    meetings: int
    at_least: int | None = None

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(
            **fields.heading(),
            where=fields.where(required=True),
            meetings=fields.whole("meetings", least=0),
            at_least=fields.whole("at_least", optional=True),
        )

    def judge(self, world: World) -> Judgement:
        cases = _opened(world)
        lacks = self._lacks(cases, world.hours.confirmed, world.day)
        still = self._lacks(cases, world.hours.projected, world.day)
        need = self.at_least or max(1, len(cases))
        have, projected = len(cases) - len(lacks), len(cases) - len(still)
        missing = max(0, need - have)
        return Judgement(
            have=have,
            need=need,
            unit="count",
            shortfall=missing,
            projected=projected,
            met=missing == 0,
            met_if_signed=projected >= need,
            begun=bool(cases),
            reason=_reason(missing, projected >= need, bool(lacks)),
            figures=self._figures(lacks),
            scope=self.where,
            waiting=[e for e in world.waiting(self.where) if "meetings" in lacks.get(e.case, ())],
        )

    def moments(self, world: World) -> list[date]:
        return [day for case in world.facts.cases.values() for day in _days(case) if day]

    def _lacks(self, cases: list[Case], ledger: Ledger, day: date) -> Mapping[str, tuple[str, ...]]:
        """What is missing in which case; complete cases are left out."""
        met = Counter(entry.case for entry in ledger.counting(self.where))
        lacks = {case.id: tuple(self._lacking(case, met[case.id], day)) for case in cases}
        return {case: lack for case, lack in lacks.items() if lack}

    def _lacking(self, case: Case, met: int, day: date):
        if case.attested:
            return
        closed = case.closed is not None and case.closed <= day
        if not _by(day, case.opening_meeting):
            yield "opening_meeting"
        if not _by(day, case.consents):
            yield "consents"
        if closed and case.closure != "planned":
            return
        if met < self.meetings:
            yield "meetings"
        if closed and not _by(day, case.closure_meeting):
            yield "closure_meeting"

    def _figures(self, lacks: Mapping[str, tuple[str, ...]]) -> dict:
        """The first case that lacks something, by its name, and how many more there are."""
        first = min(lacks, default=None)
        return {
            "case": first,
            "lacks": list(lacks.get(first, ())),
            "others": max(0, len(lacks) - 1),
            "meetings": self.meetings,
            "where": words_of(self.where),
        }


def _opened(world: World) -> list[Case]:
    """Cases begun by the day; one without a date of opening was there before."""
    cases = world.facts.cases.values()
    return [case for case in cases if case.opened is None or case.opened <= world.day]


def _days(case: Case) -> tuple[date | None, ...]:
    return case.opened, case.closed, case.opening_meeting, case.consents, case.closure_meeting


def _by(day: date, when: date | None) -> bool:
    return when is not None and when <= day


def _reason(missing: int, enough_if_signed: bool, something_lacks: bool) -> str:
    if not missing:
        return "triads_complete"
    if enough_if_signed:
        return "triad_waiting"
    return "triad_incomplete" if something_lacks else "cases_missing"
