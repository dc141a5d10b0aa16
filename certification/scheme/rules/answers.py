"""What the engine answers, as values and as the Evaluation document (engine.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from .ledger import Flag, Loss


class Counted(NamedTuple):
    entry: str
    minutes: int


class Pending(NamedTuple):
    """Who would have to sign what; None where the entry names no supervisor."""

    who: str | None
    entries: tuple[str, ...]


@dataclass(frozen=True)
class RequirementAnswer:
    """How one requirement stands. `reason` and `figures` are what its message is put from."""

    id: str
    rule: str
    title: str
    source: str
    state: str
    have: int
    need: int
    unit: str
    shortfall: int
    projected: int
    earliest: date | None
    reason: str
    figures: Mapping[str, object] = field(default_factory=dict)
    counted: tuple[Counted, ...] = ()
    not_counted: tuple[Loss, ...] = ()
    flags: tuple[Flag, ...] = ()
    pending: tuple[Pending, ...] = ()

    @property
    def satisfied(self) -> bool:
        return self.state in ("met", "waived")

    def standing(self) -> tuple:
        """All of the answer that a change of day alone could make different, save `earliest`.

        `earliest` begins at the day of asking, so it moves every day without any news in it.
        """
        figures = tuple(sorted(self.figures.items(), key=lambda item: item[0]))
        numbers = (self.have, self.need, self.shortfall, self.projected)
        return self.id, self.state, self.reason, *numbers, repr(figures)

    def entries(self) -> tuple:
        """What it says of single entries."""
        return self.counted, self.not_counted, self.flags, self.pending

    def document(self) -> dict[str, object]:
        return {
            "id": self.id,
            "rule": self.rule,
            "title": self.title,
            "source": self.source,
            "state": self.state,
            "have": self.have,
            "need": self.need,
            "unit": self.unit,
            "shortfall": self.shortfall,
            "projected": self.projected,
            "earliest": self.earliest and self.earliest.isoformat(),
            "reason": self.reason,
            "figures": dict(self.figures),
            "counted": [counted._asdict() for counted in self.counted],
            "not_counted": [loss.document() for loss in self.not_counted],
            "flags": [flag._asdict() for flag in self.flags],
            "pending": [{"who": one.who, "entries": list(one.entries)} for one in self.pending],
        }


@dataclass(frozen=True)
class EntryAnswer:
    """How one entry stands, over all requirements: for the screen that explains hours.

    `minutes` are what counts, after conversion; they and the losses add up to its worth.
    """

    entry: str
    counted_for: tuple[str, ...]
    minutes: int
    losses: tuple[Loss, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True)
class Evaluation:
    """The answer of the engine for one person, one scheme version, one day."""

    scheme: str
    version: str
    as_of: date
    met: bool
    pathway: str | None
    holds_until: date | None
    inputs_hash: str
    requirements: tuple[RequirementAnswer, ...]
    entries: Mapping[str, EntryAnswer] = field(default_factory=dict)

    def requirement(self, requirement_id: str) -> RequirementAnswer:
        return next(one for one in self.requirements if one.id == requirement_id)

    def document(self) -> dict[str, object]:
        """The Evaluation document without its messages, which the renderer adds."""
        return {
            "scheme": self.scheme,
            "version": self.version,
            "as_of": self.as_of.isoformat(),
            "met": self.met,
            "pathway": self.pathway,
            "holds_until": self.holds_until and self.holds_until.isoformat(),
            "inputs_hash": self.inputs_hash,
            "requirements": [one.document() for one in self.requirements],
            "out_of_scope": self._out_of_scope(),
        }

    def _out_of_scope(self) -> list[dict[str, object]]:
        losses = (loss for one in self.entries.values() for loss in one.losses)
        return [loss.document() for loss in losses if loss.reason == "not_in_scope"]
