"""Hypothesis strategies: an entry of each kind that may be published, and answers as forms send them."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from assessments.rules.kinds import KINDS_OF_ITEM, Wording, kind_of
from assessments.rules.kinds.reading import words

LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Co"])
TEXTS = st.text(LETTERS, min_size=1, max_size=20).map(words).filter(bool)
TYPED = st.text(max_size=60)
"""Anything at all that a hand, a paste or a faulty device may send."""
NAMES = st.from_regex(r"[A-Za-z0-9_]{1,6}", fullmatch=True)
NUMBERS = st.decimals(-10_000, 10_000, places=2).map(lambda number: format(number, "f"))
PARTS = sorted(set(KINDS_OF_ITEM) - {"scenario", "essay"})


def distinct(texts=TEXTS, *, least: int, most: int = 6):
    return st.lists(
        texts, min_size=least, max_size=most, unique_by=lambda text: " ".join(text.split())
    )


def wording_of(entry: dict[str, Any]) -> Wording:
    """The words of an entry document, as a version would store them."""
    stored = kind_of(entry["kind"]).stored(entry)
    return Wording(
        entry["kind"],
        entry["stem"],
        stored["options"],
        stored["body"],
        entry.get("scoring") or "",
        entry.get("marks", 1),
    )


@st.composite
def choices(draw, kind: str):
    texts = ["True", "False"] if kind == "true_false" else draw(distinct(least=2))
    places = range(len(texts))
    most = len(texts) - 1 if kind == "multiple" else 1
    right = draw(st.sets(st.sampled_from(places), min_size=1, max_size=most))
    pinned = draw(st.sets(st.sampled_from(places)))
    return {
        "options": [
            {"text": text}
            | ({"correct": True} if place in right else {})
            | ({"pinned": True} if place in pinned else {})
            | {"feedback": draw(st.just("") | TEXTS)}
            for place, text in enumerate(texts)
        ]
    }


@st.composite
def matchings(draw):
    rights = draw(distinct(least=2))
    lefts = draw(distinct(least=2))
    used = draw(st.lists(st.sampled_from(rights), min_size=len(lefts), max_size=len(lefts)))
    pairs = [{"left": left, "right": right} for left, right in zip(lefts, used, strict=True)]
    return {"body": {"pairs": pairs, "distractors": [one for one in rights if one not in used]}}


@st.composite
def numerics(draw):
    unit = draw(st.sampled_from(["", "min", "mg"]))
    others = draw(st.lists(st.sampled_from(["h", "µg", "d"]), unique=True)) if unit else []
    return {
        "body": {
            "value": draw(NUMBERS),
            "tolerance": draw(st.sampled_from(["0", "0.5", "2"])),
            "relative": draw(st.booleans()),
            "unit": unit,
            "unit_required": bool(unit) and draw(st.booleans()),
            "other_units": [
                {"unit": other, "factor": draw(st.sampled_from(["60", "0.001", "1/3"]))}
                for other in others
            ],
        }
    }


@st.composite
def short_texts(draw):
    texts = draw(distinct(TEXTS | st.sampled_from(["a*b", "*c", "d\\*"]), least=1, most=4))
    shares = ["1"] + [draw(st.sampled_from(["1", "0.5", "1/3", "0"])) for _ in texts[1:]]
    accepted = [
        {"text": text, "share": share, "feedback": draw(st.just("") | TEXTS)}
        for text, share in zip(texts, shares, strict=True)
    ]
    return {"body": {"accepted": accepted, "case_sensitive": draw(st.booleans())}}


@st.composite
def gap_texts(draw):
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    plain = TEXTS.filter(lambda text: "[" not in text and "]" not in text)
    text = " ".join(f"{draw(plain)} [[{name}]]" for name in names)
    gaps = []
    for name in names:
        options = draw(distinct(least=2, most=4))
        gaps.append({"name": name, "options": options, "correct": draw(st.sampled_from(options))})
    return {"body": {"text": text, "gaps": gaps}}


@st.composite
def essays(draw):
    names = draw(distinct(least=1, most=3))
    return {
        "body": {
            "rubric": [
                {
                    "name": name,
                    "text": draw(st.just("") | TEXTS),
                    "levels": [{"marks": marks, "text": draw(TEXTS)} for marks in (0, 1)],
                }
                for name in names
            ],
            "words_min": draw(st.none() | st.integers(0, 50)),
            "words_max": draw(st.none() | st.integers(50, 900)),
        },
        "marks": len(names),
    }


@st.composite
def scenarios(draw):
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    parts = []
    for name in names:
        part = draw(st.sampled_from(PARTS).flatmap(entries))
        parts.append({"name": name, "feedback": draw(st.just("") | TEXTS)} | part)
    return {"body": {"vignette": draw(TEXTS), "parts": parts}}


def entries(kind: str):
    """Entry documents of a kind that may be published, in the form in which they are exported."""
    contents = {
        "matching": matchings,
        "ordering": lambda: distinct(least=2).map(lambda texts: {"body": {"sequence": texts}}),
        "numeric": numerics,
        "short_text": short_texts,
        "gaps": gap_texts,
        "scenario": scenarios,
        "essay": essays,
    }.get(kind, lambda: choices(kind))
    heads = st.fixed_dictionaries(
        {
            "kind": st.just(kind),
            "stem": TEXTS,
            "scoring": st.sampled_from(kind_of(kind).scorings).map(lambda name: name or None),
            "marks": st.integers(1, 5),
        }
    )
    whole = st.tuples(heads, contents()).map(lambda two: two[0] | two[1])
    return whole.filter(lambda entry: bool(kind_of(kind).may_publish(wording_of(entry))))


ENTRIES = st.sampled_from(sorted(KINDS_OF_ITEM)).flatmap(entries)
"""An entry of any kind."""


@st.composite
def sent(draw, wording: Wording, layout: Any) -> dict[str, list[str]]:
    """Fields that a form of this question may send; anything, where it may be typed."""
    kind, fields = kind_of(wording.kind), {}
    if wording.kind == "scenario":
        for name, _kind, part in kind.parts(wording):
            inner = draw(sent(part, layout[name]))
            fields |= {f"{name}.{field}" if field else name: inner[field] for field in inner}
        return fields
    shown = kind.shown(wording, layout, kind.blank())
    for place in places_in(shown):
        offered = [choice["id"] for choice in place.get("choices") or ()]
        if place.get("several"):
            fields[place["field"]] = draw(st.lists(st.sampled_from(offered), unique=True))
        elif offered:
            fields[place["field"]] = [draw(st.sampled_from(["", *offered]))]
        else:
            fields[place["field"]] = [draw(TYPED | st.sampled_from(["12,5", "1 500 min", "h"]))]
    return fields


def places_in(shown: Any) -> list[dict[str, Any]]:
    """Every place to answer in what is shown, in order."""
    if isinstance(shown, list):
        return [place for one in shown for place in places_in(one)]
    if not isinstance(shown, dict):
        return []
    own = [shown] if "field" in shown else []
    return own + [place for value in shown.values() for place in places_in(value)]


@st.composite
def answered(draw, texts=ENTRIES):
    """An item of any kind with a layout and an answer: (kind, wording, layout, answer)."""
    wording = wording_of(draw(texts))
    kind = kind_of(wording.kind)
    layout = kind.lay_out(wording, draw(st.integers(0, 99)))
    return kind, wording, layout, kind.read(wording, layout, draw(sent(wording, layout)))


def with_another_key(entry: dict[str, Any]) -> dict[str, Any]:
    """The same words, options and ids with a different key; what only the key side has changes too."""
    entry = deepcopy(entry) | {"feedback": "Another one."}
    if entry.get("options"):
        _turn_flags(entry["options"])
    else:
        OTHER_KEYS[entry["kind"]](entry["body"])
    return entry


def _turn_flags(options: list[dict[str, Any]]) -> None:
    flags = [option.pop("correct", False) for option in options]
    for option, flag in zip(options, flags[1:] + flags[:1], strict=True):
        option["feedback"] += " Another reason."
        if flag:
            option["correct"] = True


def _turn_rights(body: dict[str, Any]) -> None:
    rights = [*dict.fromkeys(pair["right"] for pair in body["pairs"]), *body["distractors"]]
    after = dict(zip(rights, rights[1:] + rights[:1], strict=True))
    for pair in body["pairs"]:
        pair["right"] = after[pair["right"]]
    used = {pair["right"] for pair in body["pairs"]}
    body["distractors"] = [right for right in rights if right not in used]


def _turn_gaps(body: dict[str, Any]) -> None:
    for gap in body["gaps"]:
        gap["correct"] = gap["options"][gap["options"].index(gap["correct"]) - 1]
        gap["options"].reverse()


OTHER_KEYS: dict[str, Callable[[dict[str, Any]], None]] = {
    "matching": _turn_rights,
    "ordering": lambda body: body["sequence"].reverse(),
    "numeric": lambda body: body.update(value="77777.5", relative=not body["relative"]),
    "short_text": lambda body: body.update(
        accepted=[{"text": "something else", "share": "1", "feedback": "So it is."}]
    ),
    "gaps": _turn_gaps,
    "essay": lambda body: body.update(rubric=[]),
    "scenario": lambda body: body.update(parts=[*map(with_another_key, body["parts"])]),
}
