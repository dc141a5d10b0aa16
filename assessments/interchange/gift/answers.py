"""What stands in the braces of a GIFT question, kind by kind."""

import re
from dataclasses import dataclass
from fractions import Fraction

from assessments.interchange import essays
from assessments.interchange.gift.texts import form_of, told
from assessments.interchange.normal import option
from assessments.interchange.numbers import as_range, as_tolerance, merged
from assessments.interchange.reading import Document, Found, Unreadable
from assessments.interchange.shares import accepted, choice, share_of

MOST_ANSWERS = 200
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#(.*))?\Z", re.S | re.I)
_WEIGHT = re.compile(r"\s*%\s*(-?[0-9]+(?:[.,][0-9]+)?)\s*%", re.S)


@dataclass
class Said:
    """The inside of the braces and how to read its texts. `general` is the feedback for everybody."""

    text: str
    form: str
    found: Found
    general: str = ""

    def words(self, text: str) -> str:
        form, text = form_of(text, self.form)
        return told(text, form, self.found)


@dataclass(frozen=True)
class Answer:
    """One answer: = or ~, its share of the marks, its text and feedback."""

    sign: str
    share: Fraction | None
    text: str
    feedback: str

    @property
    def earns(self) -> Fraction:
        return Fraction(1) if self.share is None else self.share


def answers_of(said: Said) -> Document:
    """kind, and options or body."""
    inside, _mark, general = said.text.partition("####")
    said.text, said.general = inside.strip(), said.words(general)
    if not said.text:
        return {"kind": "essay", "body": essays.body(said.found)}
    truth = _TRUTH.match(said.text)
    if truth:
        return _truth(truth[1][0].upper() == "T", (truth[2] or "").split("#"), said)
    if said.text.startswith("#"):
        return _number(said.text[1:], said)
    return _listed(said)


def _truth(true: bool, feedback: list[str], said: Said) -> Document:
    """The first feedback is for the wrong answer, the second for the right one."""
    wrong, right = (said.words(text) for text in [*feedback, "", ""][:2])
    options = [
        option("True", true, right if true else wrong),
        option("False", not true, wrong if true else right),
    ]
    return {"kind": "true_false", "options": options}


def _number(text: str, said: Said) -> Document:
    given = _answers(text, said) if "=" in text else [_answer("=", text, said)]
    numbers = []
    for answer in given:
        read = as_range if ".." in answer.text else as_tolerance
        numbers.append((answer.earns, *read(answer.text, said.found)))
    spoken = [answer.feedback for answer in given]
    return {"kind": "numeric", "body": merged(numbers, spoken, said.found)}


def _listed(said: Said) -> Document:
    given = _answers(said.text, said)
    if all(answer.sign == "=" for answer in given):
        if all("->" in answer.text for answer in given):
            return _matching(given)
        return _short_text(given, said)
    return choice(
        [(one.sign == "=", one.share, one.text, one.feedback) for one in given], said.found
    )


def _matching(given: list[Answer]) -> Document:
    sides = [[side.strip() for side in answer.text.split("->", 1)] for answer in given]
    return {
        "kind": "matching",
        "scoring": "per_pair",
        "body": {
            "pairs": [{"left": left, "right": right} for left, right in sides if left],
            "distractors": [right for left, right in sides if not left],
        },
    }


def _short_text(given: list[Answer], said: Said) -> Document:
    shares = [(answer.text, answer.earns, answer.feedback) for answer in given]
    return {"kind": "short_text", "body": accepted(shares, said.found)}


def _answers(text: str, said: Said) -> list[Answer]:
    parts = re.split(r"([~=])", text)
    if len(parts) > 2 * MOST_ANSWERS:
        raise Unreadable("too_many_options", limit=MOST_ANSWERS)
    if parts[0].strip() or len(parts) < 3:
        raise Unreadable("answers_unreadable", said=text[:60])
    return [_answer(sign, part, said) for sign, part in zip(parts[1::2], parts[2::2], strict=True)]


def _answer(sign: str, text: str, said: Said) -> Answer:
    weight = _WEIGHT.match(text)
    share = share_of(weight[1]) if weight else None
    words, _mark, feedback = text[weight.end() if weight else 0 :].partition("#")
    return Answer(sign, share, said.words(words), said.words(feedback))
