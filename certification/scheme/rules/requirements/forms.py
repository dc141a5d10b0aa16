"""Requirements that look at evaluations: a form, filled in by its role, at its level."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from ..facts import Entry, FormResult
from ..fields import Fields
from ..ledger import Ledger
from ..rule import Rule
from ..where import EVERYTHING, Where
from ..world import World
from .hours import words_of
from .judgement import Judgement

LEVELS_MOST = 100


@dataclass(frozen=True, kw_only=True)
class EvaluationRequired(Rule):
    """At least so many evaluations by a form with a good result; or so many of each case.

    With `each: case` every case that has hours counting under `of` must have them, and without
    any such case there is nothing to evaluate yet. `result: 0` asks for the form alone. A result
    below the level is no harm to a good one: any evaluation that reaches the level is one. An
    attested case was looked at where it took place, and is asked for nothing here.
    """

    form: str
    at_least: int = 1
    result: int = 1
    each: str = ""
    of: Where = EVERYTHING

    @classmethod
    def read(cls, fields: Fields) -> Self:
        result = fields.whole("result", least=0, most=LEVELS_MOST, optional=True)
        if fields.has("of") and not fields.has("each"):
            raise fields.refuse("of_without_each", "of")
        return cls(
            **fields.heading(),
            form=fields.text("form"),
            at_least=fields.whole("at_least", optional=True) or 1,
            result=1 if result is None else result,
            each=fields.choice("each", ("case",)) if fields.has("each") else "",
            of=fields.where("of", required=fields.has("each")),
        )

    def judge(self, world: World) -> Judgement:
        return self._of_each_case(world) if self.each else self._altogether(world)

    def moments(self, world: World) -> list[date]:
        return [row.date for row in world.facts.evaluations if row.form == self.form]

    def _altogether(self, world: World) -> Judgement:
        rows = self._rows(world)
        have = sum(map(self._good, rows))
        return self._judgement(have, self.at_least, have, begun=bool(rows), rows=rows)

    def _of_each_case(self, world: World) -> Judgement:
        rows, seen = self._rows(world), _attested(world)
        cases, projected = self._cases(world.hours.confirmed), self._cases(world.hours.projected)
        lacking = sorted(case for case in cases - seen if not self._done(case, rows))
        done_if_signed = sum(case in seen or self._done(case, rows) for case in projected)
        return self._judgement(
            len(cases) - len(lacking),
            max(1, len(cases)),
            done_if_signed if done_if_signed == len(projected) else 0,
            begun=bool(cases) or world.begun(self.of),
            rows=rows,
            cases=lacking,
            waiting=world.waiting(self.of),
        )

    def _judgement(
        self,
        have: int,
        need: int,
        projected: int,
        *,
        begun: bool,
        rows: Sequence[FormResult],
        cases: Sequence[str] = (),
        waiting: Sequence[Entry] = (),
    ) -> Judgement:
        missing = max(0, need - have)
        too_low = sum(not self._good(row) for row in rows)
        return Judgement(
            have=have,
            need=need,
            unit="count",
            shortfall=missing,
            projected=max(have, projected),
            met=missing == 0,
            met_if_signed=max(have, projected) >= need,
            begun=begun,
            reason=_reason(missing, too_low),
            figures={
                "form": self.form,
                "level": self.result,
                "too_low": too_low,
                "each": self.each or None,
                "cases": list(cases),
                "of": words_of(self.of),
            },
            waiting=waiting,
        )

    def _rows(self, world: World) -> list[FormResult]:
        rows = world.facts.evaluations
        return [row for row in rows if row.form == self.form and row.date <= world.day]

    def _good(self, row: FormResult) -> bool:
        return (row.result or 0) >= self.result

    def _done(self, case: str, rows: list[FormResult]) -> bool:
        return sum(row.case == case and self._good(row) for row in rows) >= self.at_least

    def _cases(self, ledger: Ledger) -> set[str]:
        return {entry.case for entry in ledger.counting(self.of)} - {None}


def _attested(world: World) -> set[str]:
    return {case.id for case in world.facts.cases.values() if case.attested}


def _reason(missing: int, too_low: int) -> str:
    if not missing:
        return "evaluated"
    return "evaluation_too_low" if too_low else "evaluation_missing"
