"""Each interaction of QTI as the kind of question that it is here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.interchange import essays
from assessments.interchange.numbers import number, numeric, plain
from assessments.interchange.qti.bodies import Words
from assessments.interchange.qti.declarations import Declaration, declared
from assessments.interchange.qti.feedback import Feedback
from assessments.interchange.reading import Document, Found, Unreadable
from assessments.interchange.safe_xml import Element
from assessments.interchange.shares import SCORINGS, accepted, choice


@dataclass
class Asked:
    """One or more interactions that are one question, with all that is needed to read them."""

    root: Element
    interactions: Sequence[Element]
    known: dict[str, Declaration]
    feedback: Feedback
    words: Words
    found: Found
    marks: int = 1

    @property
    def interaction(self) -> Element:
        return self.interactions[0]

    @property
    def declaration(self) -> Declaration:
        return declared(self.known, self.interaction)


def answers_of(asked: Asked) -> Document:
    """kind, and options or body. Raises Unreadable for an interaction that has no kind here."""
    for interaction in asked.interactions:
        if interaction.name not in _KINDS:
            raise Unreadable("interaction_unsupported", name=interaction.name)
    return _KINDS[asked.interaction.name](asked)


def _choice(asked: Asked) -> Document:
    told = asked.declaration
    choices = [one for one in asked.interaction.children if one.name == "simpleChoice"]
    shares = _shares(told, [one.get("identifier") for one in choices])
    texts = [(asked.words.of(one), asked.feedback.of_choice(one, asked.words)) for one in choices]
    given = [(False, share, *text) for share, text in zip(shares, texts, strict=True)]
    document = choice(given, asked.found, single=told.cardinality == "single")
    for one, kept in zip(choices, document["options"], strict=True):
        kept["pinned"] = one.get("fixed") == "true"
    if not told.mapped and document["kind"] == "multiple":
        document["scoring"] = "all_or_nothing"
    if {one.get("identifier").lower() for one in choices} == {"true", "false"}:
        document |= {"kind": "true_false"}
    return document


def _shares(told: Declaration, identifiers: Sequence[str]) -> list[Fraction]:
    """The share that each choice earns."""
    if not told.mapped:
        if not told.correct:
            raise Unreadable("key_missing")
        several = told.cardinality != "single"
        right = Fraction(1, len(told.correct)) if several else Fraction(1)
        wrong = -right if several else Fraction(0)
        return [right if one in told.correct else wrong for one in identifiers]
    worth = [told.mapping.get(one, told.otherwise) for one in identifiers]
    positive = [value for value in worth if value > 0]
    if not positive:
        raise Unreadable("key_missing")
    whole = max(positive) if told.cardinality == "single" else sum(positive, Decimal(0))
    return [Fraction(value) / Fraction(whole) for value in worth]


def _order(asked: Asked) -> Document:
    told = asked.declaration
    texts = {
        one.get("identifier"): asked.words.of(one)
        for one in asked.interaction.children
        if one.name == "simpleChoice"
    }
    if sorted(told.correct) != sorted(texts):
        raise Unreadable("key_missing")
    body = {"sequence": [texts[one] for one in told.correct]}
    return {"kind": "ordering", "scoring": _scoring(asked, "per_place"), "body": body}


def _scoring(asked: Asked, by_parts: str) -> str:
    if not asked.declaration.mapped:
        return "all_or_nothing"
    if len(set(asked.declaration.mapping.values())) > 1:
        asked.found.note("weights_not_kept", scoring=SCORINGS[by_parts])
    return by_parts


def _match(asked: Asked) -> Document:
    sides = [
        {one.get("identifier"): asked.words.of(one) for one in side.children}
        for side in asked.interaction.all("simpleMatchSet")
    ]
    if len(sides) != 2:
        raise Unreadable("interaction_unsupported", name="matchInteraction")
    lefts, rights = sides
    partner: dict[str, str] = {}
    for left, right in _pairs(asked.declaration):
        if left in partner or left not in lefts or right not in rights:
            raise Unreadable("side_without_partner", text=lefts.get(left, left))
        partner[left] = right
    for identifier, text in lefts.items():
        if identifier not in partner:
            raise Unreadable("side_without_partner", text=text)
    body = {
        "pairs": [
            {"left": text, "right": rights[partner[identifier]]}
            for identifier, text in lefts.items()
        ],
        "distractors": [
            text for identifier, text in rights.items() if identifier not in partner.values()
        ],
    }
    return {"kind": "matching", "scoring": _scoring(asked, "per_pair"), "body": body}


def _pairs(told: Declaration) -> list[tuple[str, str]]:
    given = told.correct or tuple(key for key, value in told.mapping.items() if value > 0)
    pairs = [tuple(pair.split()) for pair in given]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        raise Unreadable("key_missing")
    return pairs


def _associate(asked: Asked) -> Document:
    """Pairs without an order: the first of each stands on the left."""
    choices = [one for one in asked.interaction.children if one.name == "simpleAssociableChoice"]
    texts = {one.get("identifier"): asked.words.of(one) for one in choices}
    pairs = _pairs(asked.declaration)
    used = [identifier for pair in pairs for identifier in pair]
    if len(set(used)) < len(used) or not set(used) <= set(texts):
        raise Unreadable("associations_overlap")
    asked.found.note("associate_as_matching")
    body = {
        "pairs": [{"left": texts[left], "right": texts[right]} for left, right in pairs],
        "distractors": [text for identifier, text in texts.items() if identifier not in used],
    }
    return {"kind": "matching", "scoring": _scoring(asked, "per_pair"), "body": body}


def _entry(asked: Asked) -> Document:
    told = asked.declaration
    if told.base in ("float", "integer"):
        return _number(asked, told)
    most = max(told.mapping.values(), default=Decimal(0))
    shares = {key: Fraction(value) / Fraction(most or 1) for key, value in told.mapping.items()}
    if most <= 0:
        shares = dict.fromkeys(told.mapping, Fraction(0))
        shares |= dict.fromkeys(told.correct, Fraction(1))
    if not shares:
        raise Unreadable("key_missing")
    given = [
        (starred(text), share, asked.feedback.of_text(text, asked.words))
        for text, share in shares.items()
    ]
    cased = any(told.cased.values()) if told.cased else True
    body = accepted(given, asked.found) | {"case_sensitive": cased}
    return {"kind": "short_text", "body": body}


def starred(text: str) -> str:
    """A star means itself in QTI."""
    return text.replace("\\", "\\\\").replace("*", "\\*")


def _number(asked: Asked, told: Declaration) -> Document:
    values = told.correct or tuple(key for key, value in told.mapping.items() if value > 0)
    if len(values) != 1:
        raise Unreadable("key_missing")
    equal = next(iter(asked.root.inside("equal")), None)
    tolerance, mode = _tolerance(asked, equal)
    body = numeric(plain(number(values[0])), plain(tolerance), mode == "relative")
    return {"kind": "numeric", "body": body}


def _tolerance(asked: Asked, equal: Element | None) -> tuple[Decimal, str]:
    """QTI's relative tolerance is in percent, and either may differ above and below."""
    mode = equal.get("toleranceMode", "exact") if equal else "exact"
    said = equal.get("tolerance").split() if equal else []
    if mode == "exact" or not said:
        return Decimal(0), mode
    sides = [abs(number(one)) for one in said]
    if len(set(sides)) > 1:
        asked.found.note("settings_left", names="another tolerance above than below")
    return (sides[0].scaleb(-2) if mode == "relative" else sides[0]), mode


def _essay(asked: Asked) -> Document:
    rubrics = [
        asked.words.of(one)
        for one in asked.root.inside("rubricBlock")
        if "scorer" in one.get("view")
    ]
    guidance = "\n\n".join(rubrics)
    return {"kind": "essay", "body": essays.body(asked.found, asked.marks, guidance)}


def _gaps(asked: Asked) -> Document:
    if any(one.name != "inlineChoiceInteraction" for one in asked.interactions):
        raise Unreadable("interaction_unsupported", name="several kinds in one text")
    gaps = [_gap(str(n), one, asked) for n, one in enumerate(asked.interactions, 1)]
    return {"kind": "gaps", "scoring": "per_gap", "body": {"text": "", "gaps": gaps}}


def _gap(name: str, interaction: Element, asked: Asked) -> Document:
    told = declared(asked.known, interaction)
    texts = {one.get("identifier"): asked.words.of(one) for one in interaction.children}
    right = [one for one in told.correct if one in texts]
    if len(right) != 1:
        raise Unreadable("key_missing")
    return {"name": name, "options": list(texts.values()), "correct": texts[right[0]]}


_KINDS: dict[str, Callable[[Asked], Document]] = {
    "choiceInteraction": _choice,
    "orderInteraction": _order,
    "matchInteraction": _match,
    "associateInteraction": _associate,
    "textEntryInteraction": _entry,
    "extendedTextInteraction": _essay,
    "inlineChoiceInteraction": _gaps,
}
