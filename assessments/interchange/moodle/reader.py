"""From a Moodle XML file to questions."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP

from assessments.interchange.moodle.kinds import KINDS
from assessments.interchange.moodle.texts import Question
from assessments.interchange.numbers import number
from assessments.interchange.own import loaded
from assessments.interchange.reading import SKIPPED, Found, Item, Problem, Unreadable
from assessments.interchange.safe_xml import Element

_NO_QUESTION = ("description",)
_LEFT = {
    "hint": "hints",
    "correctfeedback": "feedback for right answers as a whole",
    "partiallycorrectfeedback": "feedback for partly right answers",
    "incorrectfeedback": "feedback for wrong answers as a whole",
    "responsetemplate": "response template",
}


def read(root: Element, kept: dict[str, bytes]) -> Iterator[Item]:
    """`kept` takes the pictures."""
    category: list[str] = []
    for element in root.all("question"):
        kind = element.get("type")
        if kind == "category":
            path = element.said("category", "text").split("/")
            category = [part for part in path if part and not part.startswith("$")]
            category = [part for part in category if part != "top"]
        else:
            yield _question(element, kind, category, kept)


def _question(element: Element, kind: str, category: list[str], kept: dict[str, bytes]) -> Item:
    name = element.said("idnumber") or element.said("name", "text")
    tags = [tag.text.strip() for tag in element.all("tags", "tag", "text")]
    tags += [part for part in category if part not in tags]
    found = Found(element.line, {}, name, tags, loaded(element.said("triad") or "null"))
    try:
        if kind in _NO_QUESTION:
            raise Unreadable("question_without_answers")
        if kind not in KINDS:
            raise Unreadable("question_kind_unsupported", kind=kind)
        found.document = _document(Question(element, found, kept), kind)
    except Unreadable as fault:
        return Problem(element.line, name, fault.reason, SKIPPED, fault.details)
    return found


def _document(question: Question, kind: str) -> dict:
    shared = {
        "stem": question.said("questiontext") + question.old_picture(),
        "feedback": question.said("generalfeedback"),
        "marks": _marks(question),
    }
    document = shared | KINDS[kind](question, shared)
    left = [label for name, label in _LEFT.items() if any(map(_speaks, question.element.all(name)))]
    if left:
        question.found.note("settings_left", names=", ".join(left))
    return document


def _speaks(holder: Element) -> bool:
    return bool((holder.first("text") or holder).text.strip())


def _marks(question: Question) -> int:
    was = number(question.element.said("defaultgrade") or "1")
    now = max(int(was.to_integral_value(ROUND_HALF_UP)), 1)
    if was != now:
        question.found.note("marks_nearest", was=f"{was:f}", now=now)
    return now
