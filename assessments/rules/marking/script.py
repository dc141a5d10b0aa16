"""A script: one written answer on its way to a mark, as markers meet it.

People are opaque keys here. No rule is ever given a name, so nothing that a rule decides or shows
can depend on whose script it is; the learner's key serves only to keep learners from marking
themselves.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assessments.rules.marking.rubric import Scoring

Person = Hashable


class Part:
    FIRST = "first"
    SECOND = "second"
    MODERATOR = "moderator"

    ALL = (FIRST, SECOND, MODERATOR)


@dataclass(frozen=True)
class Marking:
    """One judgement, kept for good. `withdrawn` holds the reason why it no longer counts."""

    marker: Person
    part: str
    marks: Decimal
    scoring: Scoring = field(default_factory=dict)
    rubric_version: int = 1
    withdrawn: str = ""

    @property
    def counts(self) -> bool:
        return not self.withdrawn


@dataclass(frozen=True)
class Script:
    """`tolerance`: by how many marks two markers may differ and still be agreed; 0 means not at all."""

    learner: Person
    markings: Sequence[Marking] = ()
    by_hand: bool = True
    ended: bool = True
    second_required: bool = False
    tolerance: Decimal = Decimal()


def counting(markings: Sequence[Marking]) -> Mapping[str, Marking]:
    """The markings that count, by part; each part has one at most."""
    return {marking.part: marking for marking in markings if marking.counts}
