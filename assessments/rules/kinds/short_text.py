"""A few words, compared with what is accepted. The answer: the text, trimmed.

The first accepted text that matches decides, in the author's order: so a particular mistake can
stand before a broad pattern. Stored: the body of the entry, its shares as texts.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from typing import Any

from assessments.rules.kinds import reading, wildcards
from assessments.rules.kinds.base import (
    Answer,
    Fields,
    Judged,
    Kind,
    KindOfItem,
    Layout,
    Wording,
)
from assessments.rules.kinds.numbers import read_exactly
from training_site.verdict import YES, Verdict, no

LIMIT = 1000
"""Characters of an answer."""


class ShortText(KindOfItem):
    name = Kind.SHORT_TEXT

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        body = entry.get("body") or {}
        accepted = [
            {
                "text": reading.words(one.get("text")),
                "share": reading.words(one.get("share", "1")),
                "feedback": reading.words(one.get("feedback")),
            }
            for one in body.get("accepted") or ()
        ]
        case_sensitive = bool(body.get("case_sensitive"))
        return {"options": [], "body": {"accepted": accepted, "case_sensitive": case_sensitive}}

    def entry(self, wording: Wording) -> dict[str, Any]:
        return {"body": {**wording.body, "accepted": [dict(one) for one in _accepted(wording)]}}

    def is_fair(self, wording: Wording) -> Verdict:
        """Shares are shares, one is whole, no pattern takes anything, each can be reached."""
        for one in _accepted(wording):
            share = read_exactly(one["share"])
            if share is None or not 0 <= share <= 1:
                return no("item_share_unreadable", share=one["share"])
            if not one["text"]:
                return no("item_text_missing")
            if share and not wildcards.filled(one["text"]).strip():
                return no("item_accepts_anything")
        if not any(read_exactly(one["share"]) == 1 for one in _accepted(wording)):
            return no("item_needs_full_share")
        return self._is_within_reach(wording)

    def _is_within_reach(self, wording: Wording) -> Verdict:
        case_sensitive = bool(wording.body.get("case_sensitive"))
        for first, second in combinations(_accepted(wording), 2):
            if wildcards.covers(first["text"], second["text"], case_sensitive=case_sensitive):
                return no("item_text_out_of_reach", text=second["text"], before=first["text"])
        return YES

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        return []

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        return {"field": "", "value": answer, "limit": LIMIT}

    def blank(self) -> Answer:
        return ""

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        reading.only_known(fields, {""})
        return reading.typed(fields, "", LIMIT).strip()

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        return {"": [answer]}

    def share(self, wording: Wording, answer: Answer) -> Fraction:
        met = _met(wording, answer)
        return read_exactly(met["share"]) if met else Fraction(0)

    def in_words(self, wording: Wording, answer: Answer) -> str:
        return answer

    def right(self, wording: Wording) -> Answer:
        """The first text that earns the whole, with as little as possible where anything may stand."""
        whole = [one["text"] for one in _accepted(wording) if read_exactly(one["share"]) == 1]
        texts = (wildcards.filled(text, filler) for filler in ("", "…") for text in whole)
        return next((text for text in texts if self.share(wording, text) == 1), self.blank())

    def key_in_words(self, wording: Wording) -> str:
        """Everything that earns the whole; an ellipsis where anything may stand."""
        return "; ".join(
            wildcards.in_words(one["text"])
            for one in _accepted(wording)
            if read_exactly(one["share"]) == 1
        )

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        met = _met(wording, answer)
        right = self.share(wording, answer) == 1
        feedback = met["feedback"] if met else ""
        return [Judged("", answer, self.key_in_words(wording), right, feedback)]

    def texts(self, wording: Wording) -> list[str]:
        of_accepted = [
            text for one in _accepted(wording) for text in (one["text"], one["feedback"])
        ]
        return [text for text in (wording.stem, *of_accepted) if text]


def _accepted(wording: Wording) -> list[dict[str, str]]:
    return wording.body.get("accepted", [])


def _met(wording: Wording, text: str) -> dict[str, str] | None:
    """The first accepted text that matches. Nothing written matches nothing."""
    if not text.strip():
        return None
    case_sensitive = bool(wording.body.get("case_sensitive"))
    return next(
        (
            one
            for one in _accepted(wording)
            if wildcards.matches(one["text"], text, case_sensitive=case_sensitive)
        ),
        None,
    )
