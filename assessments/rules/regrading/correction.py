"""The ways of putting a wrong question right, and what each makes of one answer.

A key that did not change moves nothing, whatever the marks are now. Otherwise the marks come from the
final answer alone. `never_lower` keeps the better of before and after, as a share of the question.

Marks that a person gave are left alone where the key is corrected: no key judged them. Full credit and
dropping are decisions about the question itself and hold for every attempt alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from assessments.rules.kinds import kind_of
from assessments.rules.kinds.base import Answer, Wording
from assessments.rules.marking.exact import rounded_up
from assessments.rules.regrading.attempts import AnswerGiven, ItemMarked
from training_site.verdict import YES, Refused, Verdict, no


class Mode:
    CORRECTED_KEY = "corrected_key"
    ACCEPT_BOTH = "accept_both"
    FULL_CREDIT = "full_credit"
    DROP = "drop"

    BY_KEY = frozenset({CORRECTED_KEY, ACCEPT_BOTH})
    ALL = (CORRECTED_KEY, ACCEPT_BOTH, FULL_CREDIT, DROP)


@dataclass(frozen=True)
class Correction:
    """What was decided about a question. `corrected` is needed by the modes that go by a key."""

    mode: str
    corrected: Wording | None = None
    never_lower: bool = False

    @property
    def by_key(self) -> bool:
        return self.mode in Mode.BY_KEY


class LeftAlone(Exception):
    """The correction can't speak about this answer; the attempt stays as it is, and is named."""


class MarkedByHand(LeftAlone):
    """A person gave these marks, or is yet to give them."""


class Unreadable(LeftAlone):
    """The answer names something that the corrected wording does not have."""


def may_name(mode: str, *, named: bool, same_item: bool, published: bool) -> Verdict:
    """Whether the version named as the corrected one can be it: of the same question, and published.

    What is published was reviewed by somebody else than its author, and never changes again.
    """
    if mode not in Mode.ALL:
        return no("regrade_mode_unknown", mode=mode)
    if mode not in Mode.BY_KEY:
        return no("regrade_needs_no_wording") if named else YES
    if not named:
        return no("regrade_needs_corrected_wording")
    if not same_item:
        return no("regrade_of_another_item")
    return YES if published else no("regrade_corrected_not_published")


def may_correct(correction: Correction, wording: Wording) -> Verdict:
    """Whether answers to `wording` can be judged by this correction."""
    if correction.mode not in Mode.ALL:
        return no("regrade_mode_unknown", mode=correction.mode)
    if not correction.by_key:
        return YES
    if correction.corrected is None:
        return no("regrade_needs_corrected_wording")
    if correction.corrected.kind != wording.kind:
        return no("regrade_kind_differs", old=wording.kind, new=correction.corrected.kind)
    if _options_moved(wording, correction.corrected):
        return no("regrade_options_moved")
    return YES


def corrected(correction: Correction, given: AnswerGiven, item: ItemMarked) -> ItemMarked:
    """The question after the correction. Raises LeftAlone. What does not count stays as it is."""
    if not item.counts or (correction.by_key and _same_key(given.wording, correction.corrected)):
        return item
    if correction.mode == Mode.DROP:
        return replace(item, counts=False)
    if correction.mode == Mode.FULL_CREDIT:
        return replace(item, marks=item.worth)
    worth = Decimal(correction.corrected.marks)
    share = _share_by_key(correction, given)
    if correction.never_lower and item.marks is not None and item.worth:
        share = max(share, Fraction(item.marks) / Fraction(item.worth))
    return replace(item, worth=worth, marks=rounded_up(share * Fraction(worth)))


def _share_by_key(correction: Correction, given: AnswerGiven) -> Fraction:
    if given.by_hand:
        raise MarkedByHand
    if correction.mode == Mode.CORRECTED_KEY:
        return _share(correction.corrected, given.answer)
    old = _share(given.wording, given.answer)
    try:
        return max(old, _share(correction.corrected, given.answer))
    except Unreadable:
        return old


def _share(wording: Wording, answer: Answer) -> Fraction:
    kind = kind_of(wording.kind)
    try:
        kind.read(wording, kind.lay_out(wording, 0), kind.fields(answer))
    except Refused as refusal:
        raise Unreadable from refusal
    share = kind.share(wording, answer)
    if share is None:
        raise MarkedByHand
    return share


def _same_key(one: Wording, other: Wording) -> bool:
    """Whether no answer could be judged differently: words that are only read don't matter."""
    return _key(one) == _key(other)


def _key(wording: Wording) -> tuple[Any, ...]:
    right = {option["id"]: bool(option.get("correct")) for option in wording.options}
    return (wording.kind, wording.scoring, wording.marks, right, dict(wording.body))


def _options_moved(old: Wording, new: Wording) -> bool:
    """Whether an option now bears an id under which another one was answered."""
    ids = {text: name for name, text in _texts(old).items()}
    return any(ids.get(text, name) != name for name, text in _texts(new).items())


def _texts(wording: Wording) -> dict[tuple[str, str], tuple[str, str]]:
    """The text of each option, by the part that it belongs to ("" outside a case) and its id."""
    parts: Mapping[str, Any] = {
        str(part.get("name", "")): part.get("options") or ()
        for part in wording.body.get("parts") or ()
    }
    offered = {"": wording.options, **parts}
    return {
        (part, option["id"]): (part, option["text"].strip())
        for part, options in offered.items()
        for option in options
    }
