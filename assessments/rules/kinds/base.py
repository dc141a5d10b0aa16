"""What every kind of item can do. Plain values in, plain values out: no rule ever holds a row.

An answer has one canonical form for each kind, which is what is stored. On its way through a form or
a save it travels as fields: names to lists of strings, "" for the only one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from training_site.verdict import Verdict

Answer = Any
Fields = Mapping[str, Sequence[str]]
Layout = Any


@dataclass(frozen=True)
class Wording:
    """The words of an item version, key included. It never reaches a template."""

    kind: str
    stem: str = ""
    options: Sequence[dict[str, Any]] = ()
    body: Mapping[str, Any] = field(default_factory=dict)
    scoring: str = ""
    marks: int = 1


@dataclass(frozen=True)
class Judged:
    """One part of an answer after release: what was answered, what would be right, and why."""

    label: str
    answer: str
    key: str
    right: bool
    feedback: str = ""


class KindOfItem:
    """The behaviour of a kind. Each method is total: what cannot be read is refused, never guessed."""

    name: str
    scorings: Sequence[str] = ("",)
    """The scoring rules an author may name; "" where the kind has one rule by nature."""
    by_hand = False
    """Whether a person marks it."""

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """`options` and `body` as a version stores them, from an entry document. Ids tell nothing."""
        raise NotImplementedError

    def entry(self, wording: Wording) -> dict[str, Any]:
        """The way back: `options` or `body` as an entry document holds them."""
        raise NotImplementedError

    def may_publish(self, wording: Wording) -> Verdict:
        """Whether it can be scored fairly."""
        raise NotImplementedError

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        """The order in which an attempt shows it; drawn once and stored. JSON."""
        raise NotImplementedError

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        """What a learner may see before release, for the template `assessments/kinds/<name>.html`."""
        raise NotImplementedError

    def blank(self) -> Answer:
        raise NotImplementedError

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        """The canonical answer. Raises Refused: option_not_offered, one_option_only, …"""
        raise NotImplementedError

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        """The way back: read(fields(answer)) is the answer."""
        raise NotImplementedError

    def is_answered(self, answer: Answer) -> bool:
        return answer != self.blank()

    def share(self, wording: Wording, answer: Answer) -> Fraction | None:
        """The share of the marks earned, 0 to 1; None where a person must say."""
        raise NotImplementedError

    def in_words(self, wording: Wording, answer: Answer) -> str:
        """The answer for people, "" where there is none."""
        raise NotImplementedError

    def key_in_words(self, wording: Wording) -> str:
        raise NotImplementedError

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        """The parts of the answer after release, in the order in which they were shown."""
        raise NotImplementedError

    def texts(self, wording: Wording) -> list[str]:
        """Every text of the key side and the shown side: for search, citations and pictures."""
        raise NotImplementedError
