"""What every kind of item can do. Plain values in, plain values out: no rule ever holds a row.

An answer has one canonical form for each kind, which is what is stored. On its way through a form or
a save it travels as fields: names to lists of strings, "" for the only one.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from training_site.verdict import YES, Verdict, no

Answer = Any
Fields = Mapping[str, Sequence[str]]
Layout = Any

ALL_OR_NOTHING = "all_or_nothing"


class Kind:
    """The names of the kinds, as they are stored."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    MATCHING = "matching"
    ORDERING = "ordering"
    NUMERIC = "numeric"
    SHORT_TEXT = "short_text"
    GAPS = "gaps"
    SCENARIO = "scenario"
    ESSAY = "essay"

    ONE_ANSWER = frozenset({SINGLE, TRUE_FALSE})


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
    """One part of an answer after release: what was answered, what would be right, and why.

    `answer` is "" where nothing was answered, `key` is "" where nothing should have been. `part`
    names the part of a scenario that it belongs to.
    """

    label: str
    answer: str
    key: str
    right: bool
    feedback: str = ""
    part: str = ""


class KindOfItem(ABC):
    """The behaviour of a kind. What cannot be read is refused or earns nothing; it is never guessed."""

    name: str
    scorings: Sequence[str] = ("",)
    """The scoring rules an author may name; "" where the kind has one rule by nature."""
    by_hand = False
    """Whether a person marks it."""

    @abstractmethod
    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """`options` and `body` as a version stores them, from an entry document. Ids tell nothing.

        Never raises: an entry that is not finished yet is stored as it stands, for its author.
        """

    @abstractmethod
    def entry(self, wording: Wording) -> dict[str, Any]:
        """The way back: `options` or `body` as an entry document holds them."""

    def may_publish(self, wording: Wording) -> Verdict:
        """Whether it can be scored, and fairly."""
        verdict = self.is_fair(wording)
        if not verdict:
            return verdict
        if wording.scoring not in self.scorings:
            return no("item_scoring_unknown", scoring=wording.scoring)
        if wording.marks < 1:
            return no("item_needs_marks", marks=wording.marks)
        return YES

    @abstractmethod
    def is_fair(self, wording: Wording) -> Verdict:
        """What may_publish asks of this kind alone: a key, and something that is not the key."""

    @abstractmethod
    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        """The order in which an attempt shows it; drawn once and stored. JSON. The key has no say."""

    @abstractmethod
    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        """What a learner may see before release, for the template `assessments/kinds/<name>.html`.

        Each place to answer is a dict with the name of its `field`.
        """

    @abstractmethod
    def blank(self) -> Answer:
        """The answer of somebody who has not answered."""

    @abstractmethod
    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        """The canonical answer. Raises Refused: field_unknown, option_not_offered, one_option_only,

        answer_too_long. What is merely wrong, or unreadable as a number, is an answer.
        """

    @abstractmethod
    def fields(self, answer: Answer) -> dict[str, list[str]]:
        """The way back: read(fields(answer)) is the answer."""

    def is_answered(self, answer: Answer) -> bool:
        return answer != self.blank()

    def remark(self, wording: Wording, answer: Answer) -> Verdict:
        """What its learner should know of an answer that is saved: a no never stops a save.

        It speaks of the form of the answer only, so that the key has no say in it.
        """
        return YES

    @abstractmethod
    def share(self, wording: Wording, answer: Answer) -> Fraction | None:
        """The share of the marks earned, 0 to 1; None where a person must say."""

    @abstractmethod
    def in_words(self, wording: Wording, answer: Answer) -> str:
        """The answer for people, "" where there is none."""

    @abstractmethod
    def right(self, wording: Wording) -> Answer:
        """An answer that earns everything: for the key in words, trials of an item and demo people.

        Blank where only a person could say.
        """

    def key_in_words(self, wording: Wording) -> str:
        """The key for people; "" where there is none to give."""
        return self.in_words(wording, self.right(wording))

    @abstractmethod
    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        """The parts of the answer after release, in the order in which they were shown."""

    @abstractmethod
    def texts(self, wording: Wording) -> list[str]:
        """Every text of the key side and the shown side: for search, citations and pictures."""
