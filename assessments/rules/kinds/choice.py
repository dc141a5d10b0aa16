"""One option, several options, true or false. The answer is the sorted list of the chosen ids."""

import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from string import ascii_lowercase
from typing import Any

from assessments.rules.kinds import reading
from assessments.rules.kinds.base import (
    ALL_OR_NOTHING,
    Answer,
    Fields,
    Judged,
    Kind,
    KindOfItem,
    Layout,
    Wording,
)
from training_site.verdict import YES, Verdict, no

Ids = frozenset[str]


def all_or_nothing(key: Ids, wrong: Ids, chosen: Ids) -> Fraction:
    """Exactly the key, or nothing."""
    return Fraction(chosen == key)


def right_minus_wrong(key: Ids, wrong: Ids, chosen: Ids) -> Fraction:
    """Each right one chosen earns its part of the key, each wrong one costs as much; never below 0."""
    return max(Fraction(len(chosen & key) - len(chosen & wrong), len(key)), Fraction(0))


def each_option_judged(key: Ids, wrong: Ids, chosen: Ids) -> Fraction:
    """Each option counts, ticked or left alone with reason; who ticks nothing has judged nothing."""
    if not chosen:
        return Fraction(0)
    return Fraction(len(chosen & key) + len(wrong - chosen), len(key) + len(wrong))


SCORINGS: dict[str, Callable[[Ids, Ids, Ids], Fraction]] = {
    ALL_OR_NOTHING: all_or_nothing,
    "right_minus_wrong": right_minus_wrong,
    "each_option_judged": each_option_judged,
}


class Choice(KindOfItem):
    """What the three kinds share."""

    several = False

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        options = enumerate(entry.get("options") or ())
        return {"options": [_stored(number, option) for number, option in options], "body": {}}

    def entry(self, wording: Wording) -> dict[str, Any]:
        return {"options": [_entry(option) for option in wording.options]}

    def is_fair(self, wording: Wording) -> Verdict:
        right = len(_key(wording))
        ids = [option["id"] for option in wording.options]
        if reading.alike(ids) or reading.alike([option["text"] for option in wording.options]):
            return no("item_options_alike")
        if not right or right == len(wording.options):
            return no("item_needs_right_and_wrong")
        if not all(option["text"].strip() for option in wording.options):
            return no("item_text_missing")
        if not self.several and right != 1:
            return no("item_needs_one_key", right=right)
        return YES

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        """Ids in an order of their own for each attempt; pinned options keep their place."""
        free = [option["id"] for option in wording.options if not option.get("pinned")]
        random.Random(seed).shuffle(free)  # noqa: S311  (fair, not secret)
        left = iter(free)
        return [option["id"] if option.get("pinned") else next(left) for option in wording.options]

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        texts = {option["id"]: option["text"] for option in wording.options}
        return {
            "field": "",
            "several": self.several,
            "choices": [
                {"id": name, "text": texts[name], "chosen": name in answer} for name in layout
            ],
        }

    def blank(self) -> Answer:
        return []

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        reading.only_known(fields, {""})
        if self.several:
            return sorted(reading.chosen(fields, "", layout))
        one = reading.one_chosen(fields, "", layout)
        return [one] if one else []

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        return {"": list(answer)}

    def share(self, wording: Wording, answer: Answer) -> Fraction:
        key = _key(wording)
        wrong = frozenset(option["id"] for option in wording.options) - key
        return SCORINGS[wording.scoring or ALL_OR_NOTHING](key, wrong, frozenset(answer))

    def in_words(self, wording: Wording, answer: Answer) -> str:
        return "; ".join(option["text"] for option in wording.options if option["id"] in answer)

    def right(self, wording: Wording) -> Answer:
        return sorted(_key(wording))

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        """Each option: what was chosen of it, and what should have been."""
        options = {option["id"]: option for option in wording.options}
        return [_judged(options[name], name in answer) for name in layout]

    def texts(self, wording: Wording) -> list[str]:
        of_options = [
            text for option in wording.options for text in (option["text"], option["feedback"])
        ]
        return [text for text in (wording.stem, *of_options) if text]


class Single(Choice):
    name = Kind.SINGLE


class Multiple(Choice):
    name = Kind.MULTIPLE
    scorings = tuple(SCORINGS)
    several = True


class TrueFalse(Choice):
    """Always in the order of its author: True stays before False."""

    name = Kind.TRUE_FALSE

    def is_fair(self, wording: Wording) -> Verdict:
        if len(wording.options) == 1 or len(wording.options) > 2:
            return no("item_needs_two_options")
        return super().is_fair(wording)

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        return [option["id"] for option in wording.options]


def _stored(number: int, option: Mapping[str, Any]) -> dict[str, Any]:
    """`pinned` is there only where it is meant, so that what was stored before it reads the same."""
    round_, letter = divmod(number, len(ascii_lowercase))
    held = {
        "id": ascii_lowercase[letter] + (str(round_) if round_ else ""),
        "text": reading.words(option.get("text")),
        "correct": bool(option.get("correct")),
        "feedback": reading.words(option.get("feedback")),
    }
    return held | ({"pinned": True} if option.get("pinned") else {})


def _entry(option: Mapping[str, Any]) -> dict[str, Any]:
    marks = {name: True for name in ("correct", "pinned") if option.get(name)}
    return {"text": option["text"]} | marks | {"feedback": option.get("feedback", "")}


def _key(wording: Wording) -> Ids:
    return frozenset(option["id"] for option in wording.options if option.get("correct"))


def _judged(option: Mapping[str, Any], is_chosen: bool) -> Judged:
    text, correct = option["text"], bool(option.get("correct"))
    return Judged(
        label=text,
        answer=text if is_chosen else "",
        key=text if correct else "",
        right=is_chosen == correct,
        feedback=option.get("feedback", ""),
    )
