"""A text with gaps, each filled from a list. The answer: the name of each gap, to an option's id.

Stored: the `text` with [[name]] where a gap is, and `gaps` of {name, options: [{id, text}], correct},
`correct` being the text of the right option.
"""

import re
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

GAP = re.compile(r"\[\[([^\[\]]*)\]\]")


class Gaps(KindOfItem):
    name = Kind.GAPS
    scorings = (ALL_OR_NOTHING, "per_gap")

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        body = entry.get("body") or {}
        gaps = [_stored(gap) for gap in body.get("gaps") or ()]
        return {"options": [], "body": {"text": reading.words(body.get("text")), "gaps": gaps}}

    def entry(self, wording: Wording) -> dict[str, Any]:
        gaps = [
            gap | {"options": [option["text"] for option in gap["options"]]}
            for gap in _gaps(wording).values()
        ]
        return {"body": {"text": wording.body.get("text", ""), "gaps": gaps}}

    def is_fair(self, wording: Wording) -> Verdict:
        in_text = GAP.findall(wording.body.get("text", ""))
        names = [gap["name"] for gap in wording.body.get("gaps", ())]
        if not in_text:
            return no("item_needs_elements", needed=1, held=0)
        if sorted(in_text) != sorted(set(names)) or len(names) > len(set(names)):
            strays = {name for name in in_text + names if in_text.count(name) != 1}
            strays |= {name for name in in_text if names.count(name) != 1}
            return no("item_gaps_differ", names=", ".join(sorted(strays)))
        for gap in wording.body["gaps"]:
            verdict = _is_fair(gap)
            if not verdict:
                return verdict
        return YES

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        """The ids of each gap's options, by its name."""
        return {
            name: mixed((option["id"] for option in gap["options"]), f"{seed}:{name}")
            for name, gap in _gaps(wording).items()
        }

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        """The text in pieces: those with a `field` are gaps."""
        gaps, pieces = _gaps(wording), []
        for number, piece in enumerate(GAP.split(wording.body.get("text", ""))):
            if number % 2 and piece in gaps:
                choices = offered(_options(gaps[piece]), layout[piece], answer.get(piece, ""))
                pieces.append({"field": piece, "number": number // 2 + 1, "choices": choices})
            elif piece:
                pieces.append({"text": piece})
        return {"pieces": pieces}

    def blank(self) -> Answer:
        return {}

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        reading.only_known(fields, layout)
        answer = {name: reading.one_chosen(fields, name, layout[name]) for name in _gaps(wording)}
        return {name: chosen for name, chosen in answer.items() if chosen}

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        return numbered(answer)

    def remark(self, wording: Wording, answer: Answer) -> Verdict:
        return is_whole(answer, _gaps(wording))

    def share(self, wording: Wording, answer: Answer) -> Fraction:
        key = self.right(wording)
        right = sum(answer.get(name) == correct for name, correct in key.items())
        if wording.scoring == "per_gap":
            return Fraction(right, len(key))
        return Fraction(right == len(key))

    def in_words(self, wording: Wording, answer: Answer) -> str:
        """The text with what was chosen, in brackets."""
        if not self.is_answered(answer):
            return ""
        chosen = {
            name: _options(gap).get(answer.get(name, "")) for name, gap in _gaps(wording).items()
        }
        return GAP.sub(lambda gap: f"[{chosen.get(gap[1]) or '…'}]", wording.body["text"])

    def right(self, wording: Wording) -> Answer:
        return {name: id_of(gap["correct"]) for name, gap in _gaps(wording).items()}

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        """Each gap in the order of the text, labelled with its number there."""
        gaps, key = _gaps(wording), self.right(wording)
        return [
            Judged(
                label=str(number),
                answer=_options(gaps[name]).get(answer.get(name, ""), ""),
                key=gaps[name]["correct"],
                right=answer.get(name) == key[name],
            )
            for number, name in enumerate(GAP.findall(wording.body["text"]), start=1)
        ]

    def texts(self, wording: Wording) -> list[str]:
        options = [text for gap in _gaps(wording).values() for text in _options(gap).values()]
        return [text for text in (wording.stem, wording.body.get("text"), *options) if text]


def _stored(gap: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": reading.words(gap.get("name")),
        "options": [element(reading.words(text)) for text in gap.get("options") or ()],
        "correct": reading.words(gap.get("correct")),
    }


def _is_fair(gap: Mapping[str, Any]) -> Verdict:
    texts = [option["text"] for option in gap["options"]]
    if not reading.NAME.fullmatch(gap["name"]):
        return no("item_name_unusable", name=gap["name"])
    if not all(texts):
        return no("item_text_missing")
    if reading.alike(texts):
        return no("item_options_alike")
    if gap["correct"] not in texts or len(texts) < 2:
        return no("item_needs_right_and_wrong")
    return YES


def _gaps(wording: Wording) -> dict[str, dict[str, Any]]:
    return {gap["name"]: gap for gap in wording.body.get("gaps", ())}


def _options(gap: Mapping[str, Any]) -> dict[str, str]:
    return {option["id"]: option["text"] for option in gap["options"]}
