"""What stands in a Moodle question beside its text, type by type."""

import re
from collections.abc import Callable
from fractions import Fraction

from assessments.interchange import cloze, essays
from assessments.interchange.moodle.texts import Question
from assessments.interchange.normal import option
from assessments.interchange.numbers import merged, number, plain
from assessments.interchange.reading import Document, Unreadable
from assessments.interchange.safe_xml import Element
from assessments.interchange.shares import SCORINGS, accepted, choice, share_of, spoken

MOST_ANSWERS = 200
_GAP = re.compile(r"\[\[(\d+)\]\]")
_ORDERINGS = {
    "ALL_OR_NOTHING": "all_or_nothing",
    "ABSOLUTE_POSITION": "per_place",
    "RELATIVE_NEXT_EXCLUDE_LAST": "neighbours",
}


def _answers(question: Question) -> list[tuple[bool, Fraction, str, str]]:
    given = []
    if len(question.element.all("answer")) > MOST_ANSWERS:
        raise Unreadable("too_many_options", limit=MOST_ANSWERS)
    for answer in question.element.all("answer"):
        share = share_of(answer.get("fraction", "0"))
        feedback = answer.first("feedback")
        said = question.words(feedback) if feedback else ""
        given.append((False, share, question.words(answer), said))
    return given


def _multichoice(question: Question, _shared: Document) -> Document:
    single = question.element.said("single") in ("true", "1")
    return choice(_answers(question), question.found, single)


def _truefalse(question: Question, _shared: Document) -> Document:
    given = {text.lower(): (share, feedback) for _, share, text, feedback in _answers(question)}
    if set(given) != {"true", "false"}:
        raise Unreadable("answers_unreadable", said=", ".join(given)[:60])
    options = [
        option(word, given[word.lower()][0] == 1, given[word.lower()][1])
        for word in ("True", "False")
    ]
    return {"kind": "true_false", "options": options}


def _shortanswer(question: Question, _shared: Document) -> Document:
    given = [(text, share, feedback) for _, share, text, feedback in _answers(question)]
    cased = {"case_sensitive": question.element.said("usecase") == "1"}
    return {"kind": "short_text", "body": accepted(given, question.found) | cased}


def _numerical(question: Question, _shared: Document) -> Document:
    numbers, said = [], []
    for answer, told in zip(question.element.all("answer"), _answers(question), strict=True):
        _right, share, text, feedback = told
        tolerance = plain(abs(number(answer.said("tolerance") or "0")))
        if text == "*":
            said.append(feedback)
            continue
        numbers.append((share, plain(number(text)), tolerance))
        said.append(feedback)
    if not numbers:
        raise Unreadable("key_missing")
    return {"kind": "numeric", "body": merged(numbers, said, question.found) | _units(question)}


def _units(question: Question) -> Document:
    """Moodle says how many of a unit make one of the first; here it is the other way round."""
    units = question.element.all("units", "unit")
    if not units:
        return {}
    graded = question.element.said("unitgradingtype") not in ("", "0")
    first = units[0].said("unit_name")
    return {
        "unit": first,
        "unit_required": graded,
        "other_units": [
            {"unit": unit.said("unit_name"), "factor": _factor(unit.said("multiplier"))}
            for unit in units[1:]
        ],
    }


def _factor(multiplier: str) -> str:
    times = Fraction(number(multiplier or "1"))
    if times <= 0:
        raise Unreadable("number_unreadable", said=multiplier[:40])
    near = (1 / times).limit_denominator(10**6)
    exact = near if abs(near * times - 1) < Fraction(1, 10**6) else 1 / times
    return spoken(exact)


def _matching(question: Question, _shared: Document) -> Document:
    sides = [
        (question.words(one), question.words(one.first("answer") or Element("answer", one.line)))
        for one in question.element.all("subquestion")
    ]
    pairs = [{"left": left, "right": right} for left, right in sides if left]
    distractors = [right for left, right in sides if right and not left]
    body = {"pairs": pairs, "distractors": distractors}
    return {"kind": "matching", "scoring": "per_pair", "body": body}


def _ordering(question: Question, _shared: Document) -> Document:
    said = question.element.said("gradingtype")
    scoring = _ORDERINGS.get(said, "per_place")
    if said not in _ORDERINGS:
        question.found.note("scoring_nearest", scoring=SCORINGS[scoring])
    texts = [question.words(answer) for answer in question.element.all("answer")]
    return {"kind": "ordering", "scoring": scoring, "body": {"sequence": texts}}


def _essay(question: Question, shared: Document) -> Document:
    limits = [question.element.said(name) for name in ("minwordlimit", "maxwordlimit")]
    least, most = (int(said) if said.isascii() and said.isdigit() else None for said in limits)
    guidance = question.said("graderinfo")
    body = essays.body(question.found, shared["marks"], guidance, least or None, most or None)
    return {"kind": "essay", "body": body}


def _gapselect(question: Question, shared: Document) -> Document:
    """The paragraphs before the first gap are the stem."""
    tag = "selectoption" if question.element.first("selectoption") else "dragbox"
    choices = [
        (question.words(offered), offered.said("group") or "1")
        for offered in question.element.all(tag)
    ]
    paragraphs = shared["stem"].split("\n\n")
    first = next((n for n, said in enumerate(paragraphs) if _GAP.search(said)), None)
    if first is None:
        raise Unreadable("question_without_answers")
    gaps: list[Document] = []

    def named(found: re.Match) -> str:
        gaps.append(_gap(str(len(gaps) + 1), int(found[1]), choices))
        return f"[[{len(gaps)}]]"

    text = _GAP.sub(named, "\n\n".join(paragraphs[first:]))
    stem = "\n\n".join(paragraphs[:first])
    body = {"text": text, "gaps": gaps}
    return {"kind": "gaps", "stem": stem, "scoring": "per_gap", "body": body}


def _gap(name: str, place: int, choices: list[tuple[str, str]]) -> Document:
    if not 1 <= place <= len(choices):
        raise Unreadable("gap_unknown", name=place)
    correct, group = choices[place - 1]
    offered = [text for text, of_group in choices if of_group == group]
    return {"name": name, "options": offered, "correct": correct}


def _cloze(question: Question, shared: Document) -> Document:
    return cloze.document_of(shared["stem"], question.found)


KINDS: dict[str, Callable[[Question, Document], Document]] = {
    "multichoice": _multichoice,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "gapselect": _gapselect,
    "ddwtos": _gapselect,
    "cloze": _cloze,
}
