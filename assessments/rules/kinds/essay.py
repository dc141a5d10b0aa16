"""Writing that a person marks by a rubric. The answer: the text as written, in NFC.

Stored: the body of the entry. Its rubric is the first of the item's rubrics, which then have
versions of their own.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assessments.rules.kinds import reading
from assessments.rules.kinds.base import (
    Answer,
    Fields,
    Judged,
    Kind,
    KindOfItem,
    Layout,
    Wording,
)
from assessments.rules.marking.rubric import may_publish_rubric, rubric_of
from training_site.verdict import YES, Refused, Verdict, no

LIMIT = 50_000
"""Characters: an evening's writing, with room to spare."""


class Essay(KindOfItem):
    name = Kind.ESSAY
    by_hand = True

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        body = entry.get("body") or {}
        return {
            "options": [],
            "body": {
                "rubric": [_criterion(criterion) for criterion in body.get("rubric") or ()],
                "words_min": reading.whole(body.get("words_min")),
                "words_max": reading.whole(body.get("words_max")),
            },
        }

    def entry(self, wording: Wording) -> dict[str, Any]:
        rubric = [_criterion(criterion) for criterion in wording.body.get("rubric", ())]
        return {"body": {**wording.body, "rubric": rubric}}

    def is_fair(self, wording: Wording) -> Verdict:
        least, most = wording.body.get("words_min"), wording.body.get("words_max")
        if most is not None and most < max(least or 0, 1):
            return no("item_words_unusable", least=least or 0, most=most)
        try:
            rubric = rubric_of(wording.body.get("rubric", ()))
        except Refused as refused:
            return Verdict(refused.reason, refused.details)
        return may_publish_rubric(rubric, wording.marks)

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        return []

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        return {
            "field": "",
            "value": answer,
            "limit": LIMIT,
            "words": words_in(answer),
            "words_min": wording.body.get("words_min"),
            "words_max": wording.body.get("words_max"),
        }

    def blank(self) -> Answer:
        return ""

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        reading.only_known(fields, {""})
        return reading.typed(fields, "", LIMIT)

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        return {"": [answer]}

    def is_answered(self, answer: Answer) -> bool:
        return bool(answer.strip())

    def remark(self, wording: Wording, answer: Answer) -> Verdict:
        """Too short and too long are for the marker to weigh; nothing is cut off."""
        least, most = wording.body.get("words_min"), wording.body.get("words_max")
        written = words_in(answer)
        if least is not None and 0 < written < least:
            return no("fewer_words_than_asked", words=written, least=least)
        if most is not None and written > most:
            return no("more_words_than_asked", words=written, most=most)
        return YES

    def share(self, wording: Wording, answer: Answer) -> Fraction | None:
        return None if self.is_answered(answer) else Fraction(0)

    def in_words(self, wording: Wording, answer: Answer) -> str:
        return answer if self.is_answered(answer) else ""

    def right(self, wording: Wording) -> Answer:
        return self.blank()

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        """Nothing by rule: the marking says it."""
        return []

    def texts(self, wording: Wording) -> list[str]:
        rubric = wording.body.get("rubric", ())
        of_rubric = [criterion["text"] for criterion in rubric] + [
            level["text"] for criterion in rubric for level in criterion["levels"]
        ]
        return [text for text in (wording.stem, *of_rubric) if text]


def words_in(text: str) -> int:
    return len(text.split())


def _criterion(criterion: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": reading.words(criterion.get("name")),
        "text": reading.words(criterion.get("text")),
        "levels": [
            {"marks": _marks(level.get("marks")), "text": reading.words(level.get("text"))}
            for level in criterion.get("levels") or ()
        ],
    }


def _marks(marks: Any) -> int | str:
    """Whole marks as they are, others as text: no float is ever stored."""
    return marks if isinstance(marks, int) else reading.words(marks)
