"""The desk of one marker at one question: its answers without names, in an order of the marker's own.

What an answer is called here is made from its key and a secret, so that neither the name nor the
place of an answer tells who wrote it, or when. Markers go through the answers in different orders,
and an answer that somebody has open is offered to others last: two people seldom meet.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from assessments.models import AttemptItem, Item
from assessments.models.scripts import script_of, scripts
from assessments.rules.marking.turns import may_take

HELD = 20 * 60
"""Seconds for which an answer that somebody opened is offered to others last."""


def name_of(answer: AttemptItem) -> UUID:
    digest = salted_hmac("assessments.marking.name", str(answer.pk), algorithm="sha256").digest()
    return UUID(bytes=digest[:16], version=4)


def code_of(answer: AttemptItem) -> str:
    """Four characters by which markers can speak of an answer; the same for all of them."""
    return name_of(answer).hex[:4].upper()


@dataclass(frozen=True)
class Desk:
    item: Item
    marker: object
    answers: list[AttemptItem]

    @classmethod
    def of(cls, item: Item, marker) -> "Desk":
        """Everything to be marked or marked at this question, but what the marker wrote."""
        answers = scripts().filter(item_version__item=item).exclude(attempt__learner=marker)
        return cls(item, marker, sorted(answers, key=lambda one: _turn_of(marker, one)))

    def find(self, name: UUID) -> AttemptItem | None:
        return next((one for one in self.answers if name_of(one) == name), None)

    def place(self, answer: AttemptItem) -> int:
        return self.answers.index(answer) + 1

    @property
    def total(self) -> int:
        return len(self.answers)

    @property
    def marked(self) -> int:
        return sum(one.marks is not None for one in self.answers)

    @property
    def mine(self) -> list[AttemptItem]:
        """What this marker can take, in their order."""
        return [one for one in self.answers if can_take(one, self.marker)]

    def next(self, after: UUID | None = None) -> AttemptItem | None:
        """The next that waits for this marker, going round; what somebody has open comes last."""
        last = self.find(after) if after else None
        start = self.place(last) if last else 0
        around = [*self.answers[start:], *self.answers[:start]]
        waiting = [one for one in around if one != last and can_take(one, self.marker)]
        return next((one for one in waiting if not self._is_held(one)), None) or _first(waiting)

    def hold(self, answer: AttemptItem) -> None:
        cache.add(_key(answer), self.marker.pk, HELD)

    def release(self, answer: AttemptItem) -> None:
        cache.delete(_key(answer))

    def _is_held(self, answer: AttemptItem) -> bool:
        return cache.get(_key(answer), self.marker.pk) != self.marker.pk


def can_take(answer: AttemptItem, marker) -> bool:
    return answer.marks is None and bool(may_take(script_of(answer), marker.pk))


def _first(answers: Iterable[AttemptItem]) -> AttemptItem | None:
    return next(iter(answers), None)


def _turn_of(marker, answer: AttemptItem) -> bytes:
    return salted_hmac("assessments.marking.order", f"{marker.pk}:{answer.pk}").digest()


def _key(answer: AttemptItem) -> str:
    return f"assessments.marking:{answer.pk}"
