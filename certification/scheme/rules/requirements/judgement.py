"""What a requirement rule finds, before waivers, pathways and lists of entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from ..facts import Entry
from ..where import Where
from ..world import World


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """The finding of one requirement rule on one day.

    `scope` is what it looked at; `only` says which entries of that served it, where not all did.
    """

    have: int
    need: int
    unit: str
    shortfall: int
    projected: int
    met: bool
    met_if_signed: bool
    begun: bool
    reason: str
    figures: Mapping[str, object] = field(default_factory=dict)
    earliest: date | None = None
    scope: Where | None = None
    only: Callable[[Entry], bool] | None = None
    waiting: Sequence[Entry] = ()

    @property
    def state(self) -> str:
        if self.met:
            return "met"
        if self.met_if_signed:
            return "pending"
        return "not_met" if self.begun else "not_started"


class Requirement(Protocol):
    """A rule that asks something of the world and never changes it."""

    id: str
    title: str
    source: str

    def judge(self, world: World) -> Judgement: ...

    def moments(self, world: World) -> Sequence[date]:
        """Days on which time alone may change the finding, beyond dates the facts name."""
