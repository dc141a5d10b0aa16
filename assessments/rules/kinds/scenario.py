"""One vignette with several questions. The answer: the name of each part, to {kind, answer}.

The kind is said in the answer, so that it can be read without the words it answers; where these have
another kind by then, it earns nothing.
A part is a question of any other kind that no person has to mark. The fields of its answer are
`<part>` where its kind has one field, and `<part>.<field>` for the others: names of parts are letters,
digits and underscores, so the first point ends the name, and all is safe in an HTML name.
Shares count by the marks of the parts. Stored: `vignette`, and `parts` of {name, kind, stem, marks,
scoring, feedback, options, body}.
"""

from collections.abc import Mapping
from dataclasses import replace
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
from assessments.rules.kinds.elements import is_whole
from training_site.verdict import YES, Refused, Verdict, no

NAMED = ("name", "kind", "stem", "scoring", "feedback")
UNREAD = ("options", "body")
"""What is kept as it was written where the kind of a part is not known."""


class Scenario(KindOfItem):
    name = Kind.SCENARIO

    def __init__(self, kinds: Mapping[str, KindOfItem]):
        """`kinds` are those that a part can have."""
        self.kinds = kinds

    def stored(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        body = entry.get("body") or {}
        parts = [self._stored(part) for part in body.get("parts") or ()]
        vignette = reading.words(body.get("vignette"))
        return {"options": [], "body": {"vignette": vignette, "parts": parts}}

    def entry(self, wording: Wording) -> dict[str, Any]:
        parts = [self._entry(part) for part in wording.body.get("parts", ())]
        return {"body": {"vignette": wording.body.get("vignette", ""), "parts": parts}}

    def is_fair(self, wording: Wording) -> Verdict:
        parts = wording.body.get("parts", ())
        names = [part["name"] for part in parts]
        if not wording.body.get("vignette") or not all(part["stem"] for part in parts):
            return no("item_text_missing")
        if not parts:
            return no("item_needs_elements", needed=1, held=0)
        if len(set(names)) < len(names):
            return no("item_options_alike")
        return next((verdict for verdict in map(self._is_fair, parts) if not verdict), YES)

    def _is_fair(self, part: Mapping[str, Any]) -> Verdict:
        """What its kind says of a part, with the part's name among the details."""
        if not reading.NAME.fullmatch(part["name"]):
            return no("item_name_unusable", name=part["name"])
        if part["kind"] not in self.kinds:
            return no("item_part_kind_unknown", part=part["name"], kind=part["kind"])
        verdict = self.kinds[part["kind"]].may_publish(_wording(part))
        return verdict or Verdict(verdict.reason, {**verdict.details, "part": part["name"]})

    def lay_out(self, wording: Wording, seed: int | str) -> Layout:
        """The layout of each part, by its name."""
        return {
            name: kind.lay_out(part, f"{seed}:{name}") for name, kind, part in self.parts(wording)
        }

    def shown(self, wording: Wording, layout: Layout, answer: Answer) -> dict[str, Any]:
        """Each part as its kind shows it, its fields named as this question names them."""
        return {
            "vignette": wording.body["vignette"],
            "parts": [
                {
                    "name": name,
                    "kind": kind.name,
                    "stem": part.stem,
                    "marks": part.marks,
                    "shown": _named(
                        name, kind.shown(part, layout[name], _held(answer, name, kind))
                    ),
                }
                for name, kind, part in self.parts(wording)
            ],
        }

    def blank(self) -> Answer:
        return {}

    def read(self, wording: Wording, layout: Layout, fields: Fields) -> Answer:
        parts = self.parts(wording)
        by_part: dict[str, dict[str, Any]] = {name: {} for name, _kind, _part in parts}
        for field, values in fields.items():
            name, _point, rest = field.partition(".")
            if name not in by_part or rest in by_part[name]:
                raise Refused("field_unknown", field=field)
            by_part[name][rest] = values
        return {
            name: {"kind": kind.name, "answer": answer}
            for name, kind, part in parts
            if (answer := kind.read(part, layout[name], by_part[name])) != kind.blank()
        }

    def fields(self, answer: Answer) -> dict[str, list[str]]:
        return {
            _joined(name, field): values
            for name, held in answer.items()
            for field, values in self.kinds[held["kind"]].fields(held["answer"]).items()
        }

    def is_answered(self, answer: Answer) -> bool:
        return bool(self._answered(answer))

    def _answered(self, answer: Answer) -> set[str]:
        return {
            name
            for name, held in answer.items()
            if self.kinds[held["kind"]].is_answered(held["answer"])
        }

    def remark(self, wording: Wording, answer: Answer) -> Verdict:
        """The first that any part gives, else how many parts are open."""
        parts = self.parts(wording)
        remarks = (kind.remark(part, _held(answer, name, kind)) for name, kind, part in parts)
        first = next((remark for remark in remarks if not remark), YES)
        answered = dict.fromkeys(self._answered(answer))
        return first and is_whole(answered, [name for name, _kind, _part in parts])

    def share(self, wording: Wording, answer: Answer) -> Fraction:
        earned, marks = Fraction(0), 0
        for name, kind, part in self.parts(wording):
            earned += kind.share(part, _held(answer, name, kind)) * part.marks
            marks += part.marks
        return earned / marks

    def shares(self, wording: Wording, answer: Answer) -> dict[str, Fraction]:
        """The share of each part of its own marks."""
        return {
            name: kind.share(part, _held(answer, name, kind))
            for name, kind, part in self.parts(wording)
        }

    def in_words(self, wording: Wording, answer: Answer) -> str:
        """A line for each part that is answered, behind its number."""
        said = [
            kind.in_words(part, _held(answer, name, kind))
            for name, kind, part in self.parts(wording)
        ]
        return _lines(said)

    def right(self, wording: Wording) -> Answer:
        return {
            name: {"kind": kind.name, "answer": kind.right(part)}
            for name, kind, part in self.parts(wording)
        }

    def key_in_words(self, wording: Wording) -> str:
        return _lines([kind.key_in_words(part) for _name, kind, part in self.parts(wording)])

    def judged(self, wording: Wording, layout: Layout, answer: Answer) -> list[Judged]:
        """All that is judged in each part, with the part's name."""
        return [
            replace(judged, part=name)
            for name, kind, part in self.parts(wording)
            for judged in kind.judged(part, layout[name], _held(answer, name, kind))
        ]

    def feedback(self, wording: Wording) -> dict[str, str]:
        """What the author says about each part once it may be shown."""
        return {part["name"]: part["feedback"] for part in wording.body["parts"]}

    def texts(self, wording: Wording) -> list[str]:
        of_parts = [text for _n, kind, part in self.parts(wording) for text in kind.texts(part)]
        feedback = self.feedback(wording).values()
        return [
            text
            for text in (wording.stem, wording.body.get("vignette"), *of_parts, *feedback)
            if text
        ]

    def parts(self, wording: Wording) -> list[tuple[str, KindOfItem, Wording]]:
        """Name, kind and words of each part, in order; what has no such kind waits for its author."""
        return [
            (part["name"], self.kinds[part["kind"]], _wording(part))
            for part in wording.body.get("parts", ())
            if part["kind"] in self.kinds
        ]

    def _stored(self, part: Mapping[str, Any]) -> dict[str, Any]:
        marks = reading.whole(part.get("marks", 1))
        named = {name: reading.words(part.get(name)) for name in NAMED}
        kind = self.kinds.get(named["kind"])
        held = kind.stored(part) if kind else {name: part.get(name) for name in UNREAD}
        return named | {"marks": 0 if marks is None else marks} | held

    def _entry(self, part: Mapping[str, Any]) -> dict[str, Any]:
        named = {name: part[name] for name in NAMED} | {"scoring": part["scoring"] or None}
        kind = self.kinds.get(part["kind"])
        held = kind.entry(_wording(part)) if kind else {name: part[name] for name in UNREAD}
        return named | {"marks": part["marks"]} | held


def _wording(part: Mapping[str, Any]) -> Wording:
    return Wording(
        part["kind"], part["stem"], part["options"], part["body"], part["scoring"], part["marks"]
    )


def _held(answer: Answer, name: str, kind: KindOfItem) -> Answer:
    """The answer to a part, blank where it has none or answers a question of another kind."""
    held = answer.get(name)
    return held["answer"] if held and held["kind"] == kind.name else kind.blank()


def _joined(name: str, field: str) -> str:
    return f"{name}.{field}" if field else name


def _named(name: str, shown: Any) -> Any:
    """What a part shows, with the part's name before each field."""
    if isinstance(shown, list):
        return [_named(name, one) for one in shown]
    if not isinstance(shown, dict):
        return shown
    inner = {key: _named(name, value) for key, value in shown.items()}
    return inner | ({"field": _joined(name, shown["field"])} if "field" in shown else {})


def _lines(said: list[str]) -> str:
    return "\n".join(f"{number}) {one}" for number, one in enumerate(said, start=1) if one)
