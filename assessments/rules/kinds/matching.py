"""What belongs to what. The answer: the id of each element on the left, to the id chosen for it.

Stored: `pairs` of {id, left, right_id, right} and `distractors` of {id, text}. Two elements on the
left may share one on the right, which is then offered once.
"""

from collections.abc import Mapping
from fractions import Fraction
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
from assessments.rules.kinds.elements import element, id_of, is_whole, mixed, numbered, offered
from training_site.verdict import YES, Verdict, no


class Matching(KindOfItem):
    name = Kind.MATCHING
    scorings = (ALL_OR_NOTHING, "per_pair")

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        body = entry.get("body") or {}
        distractors = [element(reading.words(text)) for text in body.get("distractors") or ()]
        pairs = [_stored(pair) for pair in body.get("pairs") or ()]
        return {"options": [], "body": {"pairs": pairs, "distractors": distractors}}

    def entry(self, wording: Wording) -> dict[str, Any]:
        pairs = [{"left": pair["left"], "right": pair["right"]} for pair in _pairs(wording)]
        distractors = [one["text"] for one in wording.body.get("distractors", ())]
        return {"body": {"pairs": pairs, "distractors": distractors}}

    def is_fair(self, wording: Wording) -> Verdict:
        pairs, rights = _pairs(wording), list({pair["right"] for pair in _pairs(wording)})
        distractors = [one["text"] for one in wording.body.get("distractors", ())]
        lefts = [pair["left"] for pair in pairs]
        if len(pairs) < 2:
            return no("item_needs_elements", needed=2, held=len(pairs))
        if not all([*lefts, *rights, *distractors]):
            return no("item_text_missing")
        if reading.alike(lefts) or reading.alike(rights + distractors):
            return no("item_options_alike")
        if len(rights + distractors) < 2:
            return no("item_needs_right_and_wrong")
        return YES

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        """The ids on the right. The left keeps its author's order, which tells nothing."""
        return mixed(_rights(wording), seed)

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        texts = _rights(wording)
        return {
            "rows": [
                {
                    "field": pair["id"],
                    "text": pair["left"],
                    "choices": offered(texts, layout, answer.get(pair["id"], "")),
                }
                for pair in _pairs(wording)
            ]
        }

    def blank(self) -> Answer:
        return {}

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        lefts = [pair["id"] for pair in _pairs(wording)]
        reading.only_known(fields, lefts)
        answer = {left: reading.one_chosen(fields, left, layout) for left in lefts}
        return {left: right for left, right in answer.items() if right}

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        return numbered(answer)

    def remark(self, wording: Wording, answer: Answer) -> Verdict:
        return is_whole(answer, [pair["id"] for pair in _pairs(wording)])

    def share(self, wording: Wording, answer: Answer) -> Fraction:
        pairs = _pairs(wording)
        right = sum(answer.get(pair["id"]) == pair["right_id"] for pair in pairs)
        if wording.scoring == "per_pair":
            return Fraction(right, len(pairs))
        return Fraction(right == len(pairs))

    def in_words(self, wording: Wording, answer: Answer) -> str:
        texts = _rights(wording)
        return "; ".join(
            f"{pair['left']} → {texts[answer[pair['id']]]}"
            for pair in _pairs(wording)
            if answer.get(pair["id"]) in texts
        )

    def right(self, wording: Wording) -> Answer:
        return {pair["id"]: pair["right_id"] for pair in _pairs(wording)}

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        texts = _rights(wording)
        return [
            Judged(
                label=pair["left"],
                answer=texts.get(answer.get(pair["id"], ""), ""),
                key=pair["right"],
                right=answer.get(pair["id"]) == pair["right_id"],
            )
            for pair in _pairs(wording)
        ]

    def texts(self, wording: Wording) -> list[str]:
        lefts = [pair["left"] for pair in _pairs(wording)]
        return [text for text in (wording.stem, *lefts, *_rights(wording).values()) if text]


def _stored(pair: Mapping[str, Any]) -> dict[str, str]:
    left, right = reading.words(pair.get("left")), reading.words(pair.get("right"))
    return {"id": id_of(left), "left": left, "right_id": id_of(right), "right": right}


def _pairs(wording: Wording) -> list[dict[str, str]]:
    return wording.body.get("pairs", [])


def _rights(wording: Wording) -> dict[str, str]:
    """What may be chosen: id to text, each once."""
    distractors = wording.body.get("distractors", ())
    return {pair["right_id"]: pair["right"] for pair in _pairs(wording)} | {
        one["id"]: one["text"] for one in distractors
    }
