"""The rubric of an essay: criteria, each with its levels from the lowest to the highest.

A rubric is never edited. A change is the next version, and asks what becomes of the markings made
by the one before: `rescoring`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from assessments.rules.marking.exact import rounded_up
from training_site.verdict import YES, Refused, Verdict, no

Scoring = Mapping[str, int]
"""The level chosen for each criterion: its name, and the place of the level counted from 0."""


@dataclass(frozen=True)
class Level:
    marks: Decimal
    text: str = ""


@dataclass(frozen=True)
class Criterion:
    name: str
    text: str = ""
    levels: Sequence[Level] = ()

    @property
    def highest(self) -> Decimal:
        return max((level.marks for level in self.levels), default=Decimal())


@dataclass(frozen=True)
class Rubric:
    criteria: Sequence[Criterion] = ()
    version: int = 1

    @property
    def marks(self) -> Decimal:
        """What the best answer earns: the highest level of every criterion."""
        return sum((criterion.highest for criterion in self.criteria), Decimal())


def rubric_of(criteria: Iterable[Mapping[str, Any]], version: int = 1) -> Rubric:
    """The rubric in an essay's body or an entry document: `[{name, text, levels: [{marks, text}]}]`.

    Raises Refused where the marks of a level are not a number.
    """
    return Rubric(
        tuple(
            Criterion(
                criterion["name"],
                criterion.get("text", ""),
                tuple(
                    Level(_number(level["marks"], criterion["name"]), level.get("text", ""))
                    for level in criterion.get("levels", ())
                ),
            )
            for criterion in criteria
        ),
        version,
    )


def _number(marks: Any, criterion: str) -> Decimal:
    try:
        number = Decimal(str(marks))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise Refused("rubric_marks_unusable", criterion=criterion)
    return number


def may_publish_rubric(rubric: Rubric, marks: Decimal | int) -> Verdict:
    """Whether two markers can use it alike, and the best answer earns exactly the item's marks."""
    if not rubric.criteria:
        return no("rubric_needs_criteria")
    names = [criterion.name.strip() for criterion in rubric.criteria]
    if not all(names) or len(set(names)) < len(names):
        return no("rubric_criteria_alike")
    for criterion in rubric.criteria:
        verdict = _may_publish_levels(criterion)
        if not verdict:
            return verdict
    if rubric.marks != marks:
        return no("rubric_total_differs", total=rubric.marks, marks=marks)
    return YES


def _may_publish_levels(criterion: Criterion) -> Verdict:
    marks = [level.marks for level in criterion.levels]
    if len(marks) < 2:
        return no("rubric_needs_two_levels", criterion=criterion.name)
    if any(mark < 0 or rounded_up(mark) != mark for mark in marks):
        return no("rubric_marks_unusable", criterion=criterion.name)
    if any(higher <= lower for lower, higher in pairwise(marks)):
        return no("rubric_levels_not_rising", criterion=criterion.name)
    return YES


def may_score(rubric: Rubric, scoring: Scoring) -> Verdict:
    """Every criterion has one of its own levels, and nothing else was scored."""
    levels = {criterion.name: len(criterion.levels) for criterion in rubric.criteria}
    for name, level in scoring.items():
        if not 0 <= level < levels.get(name, 0):
            return no("rubric_level_not_offered", criterion=name)
    missing = [name for name in levels if name not in scoring]
    if missing:
        return no("rubric_not_scored_whole", criteria=", ".join(missing))
    return YES


def marks_of_scoring(rubric: Rubric, scoring: Scoring) -> Decimal:
    """The one place where levels become marks. Raises Refused unless `may_score` says yes."""
    may_score(rubric, scoring).require()
    return sum(
        (criterion.levels[scoring[criterion.name]].marks for criterion in rubric.criteria),
        Decimal(),
    )
