"""Each kind of question as the interaction of QTI that asks it: the stem, then where one answers.

Every function takes the question (an entry document or a part of a case), the sheet and the name of
the response. It gives the content of the body.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from assessments.interchange.numbers import number, plain
from assessments.interchange.qti.sheet import Sheet, escaped
from assessments.interchange.reading import Document, Unreadable
from assessments.interchange.shares import fraction_of

_PLAIN_STAR = re.compile(r"\\([*\\])")


def _choice(document: Document, sheet: Sheet, response: str) -> str:
    several = document["kind"] == "multiple"
    names = _names(document)
    right = [name for name, told in zip(names, document["options"], strict=True) if told["correct"]]
    cardinality = "multiple" if several else "single"
    mapping = _weights(document, names, right, sheet)
    sheet.respond(response, cardinality, "identifier", right, mapping)
    if mapping:
        sheet.steps.append(sheet.add(sheet.xml("mapResponse", identifier=response)))
    else:
        sheet.when_right(response)
    _open_boxes(document, sheet, response, names, cardinality)
    choices = [
        sheet.xml("simpleChoice", sheet.html(told["text"]), identifier=name, fixed=_fixed(told))
        for name, told in zip(names, document["options"], strict=True)
    ]
    shuffle = "false" if document["kind"] == "true_false" else "true"
    given = {"responseIdentifier": response, "shuffle": shuffle, "maxChoices": 0 if several else 1}
    return sheet.html(document["stem"]) + sheet.xml("choiceInteraction", *choices, **given)


def _names(document: Document) -> list[str]:
    if document["kind"] == "true_false" and len(document["options"]) == 2:
        return ["true", "false"]
    return [f"C{number}" for number in range(1, len(document["options"]) + 1)]


def _fixed(told: Document) -> str:
    return "true" if told.get("pinned") else "false"


def _weights(document: Document, names: list[str], right: list[str], sheet: Sheet) -> str:
    """Only the rule that takes away for wrong options is a mapping; the others are all or nothing."""
    if document["kind"] != "multiple" or document.get("scoring") != "right_minus_wrong":
        return ""
    part = _decimal(Decimal(sheet.marks) / max(len(right), 1))
    worth = {name: part if name in right else f"-{part}" for name in names}
    return sheet.mapping(worth, lowerBound="0", upperBound=str(sheet.marks))


def _decimal(value: Decimal) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _open_boxes(
    document: Document, sheet: Sheet, response: str, names: list[str], cardinality: str
) -> None:
    told = [
        (name, option["feedback"])
        for name, option in zip(names, document["options"], strict=True)
        if option.get("feedback")
    ]
    if told:
        sheet.feedback_cardinality = cardinality
        value = sheet.xml("variable", identifier=response)
        sheet.steps.append(sheet.xml("setOutcomeValue", value, identifier="FEEDBACK"))
    for name, text in told:
        sheet.open_box("FEEDBACK", name, text)


def _ordering(document: Document, sheet: Sheet, response: str) -> str:
    """The file lists them by the alphabet, so that its order is not the key."""
    texts = document["body"].get("sequence", ())
    listed = sorted(range(len(texts)), key=lambda place: (texts[place], place))
    names = {place: f"C{n}" for n, place in enumerate(listed, 1)}
    sheet.respond(response, "ordered", "identifier", [names[n] for n in range(len(texts))])
    sheet.when_right(response)
    choices = [
        sheet.xml("simpleChoice", sheet.html(texts[place]), identifier=names[place])
        for place in listed
    ]
    given = {"responseIdentifier": response, "shuffle": "true"}
    return sheet.html(document["stem"]) + sheet.xml("orderInteraction", *choices, **given)


def _matching(document: Document, sheet: Sheet, response: str) -> str:
    body = document["body"]
    pairs = body.get("pairs", ())
    used = list(dict.fromkeys(pair["right"] for pair in pairs))
    rights = sorted(used) + list(body.get("distractors", ()))
    partner = {text: f"R{n}" for n, text in reversed(list(enumerate(rights, 1)))}
    key = [f"L{n} {partner[pair['right']]}" for n, pair in enumerate(pairs, 1)]
    by_parts = document.get("scoring") == "per_pair"
    part = _decimal(Decimal(sheet.marks) / max(len(pairs), 1))
    mapping = sheet.mapping(dict.fromkeys(key, part)) if by_parts else ""
    sheet.respond(response, "multiple", "directedPair", key, mapping)
    if by_parts:
        sheet.steps.append(sheet.add(sheet.xml("mapResponse", identifier=response)))
    else:
        sheet.when_right(response)
    lefts = [(f"L{n}", pair["left"], 1) for n, pair in enumerate(pairs, 1)]
    others = [(f"R{n}", text, 0) for n, text in enumerate(rights, 1)]
    given = {"responseIdentifier": response, "shuffle": "true", "maxAssociations": len(pairs)}
    sides = [_side(lefts, sheet), _side(others, sheet)]
    return sheet.html(document["stem"]) + sheet.xml("matchInteraction", *sides, **given)


def _side(told: list[tuple[str, str, int]], sheet: Sheet) -> str:
    choices = (
        sheet.xml("simpleAssociableChoice", sheet.html(text), identifier=name, matchMax=most)
        for name, text, most in told
    )
    return sheet.xml("simpleMatchSet", *choices)


def _numeric(document: Document, sheet: Sheet, response: str) -> str:
    body = document["body"]
    value, tolerance = str(body.get("value")), str(body.get("tolerance") or 0)
    sheet.respond(response, "single", "float", [value])
    mode = "relative" if body.get("relative") else "absolute"
    shown = _percent(tolerance) if body.get("relative") else tolerance
    both = [
        sheet.xml("variable", identifier=response),
        sheet.xml("correct", identifier=response),
    ]
    given = {"toleranceMode": mode, "tolerance": f"{shown} {shown}"}
    sheet.when(sheet.xml("equal", *both, **given), sheet.add(sheet.worth()))
    unit = escaped(body.get("unit") or "")
    entry = sheet.xml("textEntryInteraction", responseIdentifier=response)
    behind = f" {unit}" if unit else ""
    return sheet.html(document["stem"]) + f"<p>{entry}{behind}</p>"


def _percent(tolerance: str) -> str:
    try:
        return plain(number(tolerance).scaleb(2))
    except Unreadable:
        return "0"


def _short_text(document: Document, sheet: Sheet, response: str) -> str:
    body = document["body"]
    told = body.get("accepted", ())
    keys = [_PLAIN_STAR.sub(r"\1", one["text"]) for one in told]
    worth = {
        key: _decimal(sheet.marks * Decimal(share.numerator) / Decimal(share.denominator))
        for key, share in zip(keys, (fraction_of(one.get("share")) for one in told), strict=True)
    }
    cased = "true" if body.get("case_sensitive") else "false"
    mapping = sheet.mapping(worth, cased) if worth else ""
    best = [key for key, one in zip(keys, told, strict=True) if fraction_of(one.get("share")) == 1]
    sheet.respond(response, "single", "string", best[:1], mapping)
    sheet.steps.append(sheet.add(sheet.xml("mapResponse", identifier=response)))
    for place, (key, one) in enumerate(zip(keys, told, strict=True), 1):
        if one.get("feedback"):
            _open_box_for(key, f"A{place}", one["feedback"], cased, response, sheet)
    entry = sheet.xml("textEntryInteraction", responseIdentifier=response)
    return sheet.html(document["stem"]) + f"<p>{entry}</p>"


def _open_box_for(
    text: str, box: str, feedback: str, cased: str, response: str, sheet: Sheet
) -> None:
    both = [
        sheet.xml("variable", identifier=response),
        sheet.xml("baseValue", escaped(text), baseType="string"),
    ]
    value = sheet.xml("baseValue", box, baseType="identifier")
    sets = sheet.xml("setOutcomeValue", value, identifier="FEEDBACK")
    sheet.when(sheet.xml("stringMatch", *both, caseSensitive=cased), sets)
    sheet.open_box("FEEDBACK", box, feedback)


def _gaps(document: Document, sheet: Sheet, response: str) -> str:
    body = document["body"]
    text = sheet.html(body.get("text", ""))
    gaps = body.get("gaps", ())
    for place, gap in enumerate(gaps, 1):
        name = f"{response}_{place}"
        names = [f"C{n}" for n in range(1, len(gap["options"]) + 1)]
        right = [n for n, said in zip(names, gap["options"], strict=True) if said == gap["correct"]]
        each = Decimal(sheet.marks) / len(gaps)
        mapping = sheet.mapping({right[0]: _decimal(each)}) if right else ""
        sheet.respond(name, "single", "identifier", right[:1], mapping)
        sheet.steps.append(sheet.add(sheet.xml("mapResponse", identifier=name)))
        choices = (
            sheet.xml("inlineChoice", escaped(said), identifier=n)
            for n, said in zip(names, gap["options"], strict=True)
        )
        given = {"responseIdentifier": name, "shuffle": "true"}
        shown = sheet.xml("inlineChoiceInteraction", *choices, **given)
        text = text.replace(f"[[{escaped(gap['name'])}]]", shown, 1)
    return sheet.html(document["stem"]) + text


def _essay(document: Document, sheet: Sheet, response: str) -> str:
    sheet.respond(response, "single", "string", [])
    rubric = "\n\n".join(
        "\n".join([f"{told['name']}: {told['text']}", *_levels(told)])
        for told in document["body"].get("rubric", ())
    )
    given = {"view": "scorer", "use": "instructions"} if sheet.xml.is_3 else {"view": "scorer"}
    block = sheet.xml("rubricBlock", sheet.xml.content(sheet.html(rubric)), **given)
    shown = sheet.xml("extendedTextInteraction", responseIdentifier=response)
    return (block if rubric else "") + sheet.html(document["stem"]) + shown


def _levels(told: Document) -> list[str]:
    return [f"{level['marks']}: {level['text']}" for level in told.get("levels", ())]


INTERACTIONS: dict[str, Callable[[Document, Sheet, str], str]] = {
    "single": _choice,
    "multiple": _choice,
    "true_false": _choice,
    "ordering": _ordering,
    "matching": _matching,
    "numeric": _numeric,
    "short_text": _short_text,
    "gaps": _gaps,
    "essay": _essay,
}
