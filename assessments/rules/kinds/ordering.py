"""Elements to be put in order. The answer: the id of each element, to its place "1" to "n".

Two elements at one place and places left empty are answers as they stand: kept, and wrong.
Stored: `elements` of {id, text} in the right order.
"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
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
from assessments.rules.kinds.elements import element, is_whole, mixed, numbered, offered
from training_site.verdict import YES, Verdict, no

PER_PLACE = "per_place"
NEIGHBOURS = "neighbours"


class Ordering(KindOfItem):
    """`per_place` counts the elements at their place, `neighbours` those that follow rightly.

    Where one step is put too early, the first loses all that come after it; the second loses little.
    """

    name = Kind.ORDERING
    scorings = (ALL_OR_NOTHING, PER_PLACE, NEIGHBOURS)

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        sequence = (entry.get("body") or {}).get("sequence") or ()
        elements = [element(reading.words(text)) for text in sequence]
        return {"options": [], "body": {"elements": elements}}

    def entry(self, wording: Wording) -> dict[str, Any]:
        return {"body": {"sequence": [one["text"] for one in _elements(wording)]}}

    def is_fair(self, wording: Wording) -> Verdict:
        texts = [one["text"] for one in _elements(wording)]
        if len(texts) < 2:
            return no("item_needs_elements", needed=2, held=len(texts))
        if not all(texts):
            return no("item_text_missing")
        return no("item_options_alike") if reading.alike(texts) else YES

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        return mixed(_texts(wording), seed)

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        texts, places = _texts(wording), {place: place for place in _places(wording)}
        return {
            "rows": [
                {
                    "field": name,
                    "text": texts[name],
                    "choices": offered(places, list(places), answer.get(name, "")),
                }
                for name in layout
            ]
        }

    def blank(self) -> Answer:
        return {}

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        reading.only_known(fields, layout)
        places = _places(wording)
        answer = {name: reading.one_chosen(fields, name, places) for name in sorted(layout)}
        return {name: place for name, place in answer.items() if place}

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        return numbered(answer)

    def remark(self, wording: Wording, answer: Answer) -> Verdict:
        place, times = max(
            Counter(answer.values()).items(), key=lambda held: held[1], default=("", 0)
        )
        if times > 1:
            return no("place_taken_twice", place=place)
        return is_whole(answer, _texts(wording))

    def share(self, wording: Wording, answer: Answer) -> Fraction:
        key = [one["id"] for one in _elements(wording)]
        places = _own_places(answer)
        at_place = sum(places.get(name) == number for number, name in enumerate(key, start=1))
        if wording.scoring == PER_PLACE:
            return Fraction(at_place, len(key))
        if wording.scoring == NEIGHBOURS:
            return Fraction(sum(_follows(places, *two) for two in pairwise(key)), len(key) - 1)
        return Fraction(at_place == len(key))

    def in_words(self, wording: Wording, answer: Answer) -> str:
        texts = _texts(wording)
        placed = sorted((int(place), name) for name, place in answer.items() if name in texts)
        return "; ".join(f"{place}. {texts[name]}" for place, name in placed)

    def right(self, wording: Wording) -> Answer:
        return {one["id"]: str(place) for place, one in enumerate(_elements(wording), start=1)}

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        """Each element by its place, whatever the rule of scoring was."""
        texts, key, places = _texts(wording), self.right(wording), _own_places(answer)
        return [
            Judged(
                label=texts[name],
                answer=answer.get(name, ""),
                key=key[name],
                right=str(places.get(name)) == key[name],
            )
            for name in layout
        ]

    def texts(self, wording: Wording) -> list[str]:
        return [text for text in (wording.stem, *_texts(wording).values()) if text]


def _elements(wording: Wording) -> list[dict[str, str]]:
    return wording.body.get("elements", [])


def _texts(wording: Wording) -> dict[str, str]:
    return {one["id"]: one["text"] for one in _elements(wording)}


def _places(wording: Wording) -> list[str]:
    return [str(number) for number in range(1, len(_elements(wording)) + 1)]


def _own_places(answer: Answer) -> dict[str, int]:
    """The elements that stand alone at their place. Where two do, neither has said where it stands."""
    times = Counter(answer.values())
    return {name: int(place) for name, place in answer.items() if times[place] == 1}


def _follows(places: Mapping[str, int], one: str, other: str) -> bool:
    return one in places and places.get(other) == places[one] + 1
