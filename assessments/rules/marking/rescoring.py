"""A new version of a rubric, and the markings made by the one before.

The answer to "rescore N marked?" holds for all of them at once: either every marking moves to the new
version, or every one keeps the old. A scoring moves by itself where each criterion still has the
same name and as many levels; any other must be scored afresh, its marking withdrawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assessments.rules.marking.rubric import Rubric, marks_of_scoring
from assessments.rules.marking.script import Marking


@dataclass(frozen=True)
class Rescored:
    """A marking before and after; both versions and both marks can be read from it."""

    before: Marking
    after: Marking

    @property
    def difference(self) -> Decimal:
        return self.after.marks - self.before.marks


@dataclass(frozen=True)
class Affected:
    """What a new rubric does to the markings that count."""

    rescored: Sequence[Rescored] = ()
    afresh: Sequence[Marking] = ()

    @property
    def number(self) -> int:
        """The N of the question "rescore N marked?"."""
        return len(self.rescored) + len(self.afresh)

    @property
    def changed(self) -> Sequence[Rescored]:
        return tuple(one for one in self.rescored if one.difference)


def affected_by(old: Rubric, new: Rubric, markings: Iterable[Marking]) -> Affected:
    """The markings by `old` that count, moved to `new` where they can be; the others untouched."""
    counting = tuple(
        marking for marking in markings if marking.counts and marking.rubric_version == old.version
    )
    if _shape(old) != _shape(new):
        return Affected(afresh=counting)
    return Affected(tuple(Rescored(marking, _moved(marking, new)) for marking in counting))


def _shape(rubric: Rubric) -> dict[str, int]:
    return {criterion.name: len(criterion.levels) for criterion in rubric.criteria}


def _moved(marking: Marking, new: Rubric) -> Marking:
    marks = marks_of_scoring(new, marking.scoring)
    return replace(marking, marks=marks, rubric_version=new.version)
