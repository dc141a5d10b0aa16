"""Moodle's embedded answers: a text with {1:KIND:…} in it. Read, never written.

Where every gap is a choice with one right answer it becomes a text with gaps; otherwise a case, each
gap a question of its own beneath the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.interchange.numbers import as_tolerance, merged
from assessments.interchange.reading import SKIPPED, Document, Found, Item, Problem, Unreadable
from assessments.interchange.shares import accepted, choice, share_of
from assessments.interchange.text import flow, tidy

_OPENS = re.compile(r"(?<!\\)\{(\d*):([A-Z_]+):")
_CHOICE = re.compile(r"(MULTICHOICE|MC|MULTICHOICE_)[VHS]*\Z")
_SEVERAL = re.compile(r"(MULTIRESPONSE|MR|MULTIRESPONSE_)[VHS]*\Z")
_SHORT = {"SHORTANSWER", "SA", "MW"}
_CASED = {"SHORTANSWER_C", "SAC", "MWC"}
_NUMBER = {"NUMERICAL", "NM"}
_WEIGHT = re.compile(r"\s*(?:%(-?[0-9.]+)%|(=))?", re.S)
MOST_ANSWERS = 200
MOST_GAPS = 100
BLANK = "_____"


@dataclass(frozen=True)
class Gap:
    begin: int
    end: int
    marks: int
    kind: str
    answers: list[tuple[bool, Fraction, str, str]]
    """(marked as right, share, text, feedback)"""


def looks_like(text: str) -> bool:
    return bool(_OPENS.search(text))


def read(text: str) -> Iterator[Item]:
    """A whole file is one question."""
    text = text.lstrip("\ufeff")
    found = Found(1, {})
    try:
        found.document = document_of(tidy(text), found)
        yield found
    except Unreadable as fault:
        line = text.count("\n", 0, fault.details.get("at", 0)) + 1
        yield Problem(line, "", fault.reason, SKIPPED, fault.details)


def document_of(text: str, found: Found) -> Document:
    """`text` without markup. Raises Unreadable with the column of the fault."""
    gaps = list(_gaps(text))
    if not gaps:
        raise Unreadable("question_without_answers")
    if all(_is_plain_choice(gap) for gap in gaps) and "[[" not in text:
        return _as_gaps(text, gaps, found)
    return _as_scenario(text, gaps, found)


def _gaps(text: str) -> Iterator[Gap]:
    opening, count = _OPENS.search(text), 0
    while opening:
        closing = re.compile(r"(?<!\\)\}").search(text, opening.end())
        place = {"at": opening.start(), "column": _column(text, opening.start())}
        if not closing:
            raise Unreadable("cloze_brace_open", **place)
        kind, marks = opening[2], int(opening[1] or 1)
        answers = _answers(text[opening.end() : closing.start()])
        if (_CHOICE.match(kind) or _SEVERAL.match(kind)) and len(answers) < 2:
            raise Unreadable("cloze_too_few_options", **place)
        count += 1
        if count > MOST_GAPS:
            raise Unreadable("too_many_options", limit=MOST_GAPS)
        yield Gap(opening.start(), closing.end(), max(marks, 1), kind, answers)
        opening = _OPENS.search(text, closing.end())


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1) + 1


def _answers(inside: str) -> list[tuple[bool, Fraction, str, str]]:
    answers = []
    parts = re.split(r"(?<!\\)~", inside)
    if len(parts) > MOST_ANSWERS:
        raise Unreadable("too_many_options", limit=MOST_ANSWERS)
    for said in parts:
        weight = _WEIGHT.match(said)
        right = bool(weight[2])
        share = share_of(weight[1]) if weight[1] else Fraction(right)
        words, _mark, feedback = _split(said[weight.end() :])
        answers.append((right, share, _plain(words), _plain(feedback)))
    return answers


def _split(said: str) -> tuple[str, str, str]:
    parts = re.split(r"(?<!\\)#", said, maxsplit=1)
    return parts[0], "#", parts[1] if len(parts) > 1 else ""


def _plain(text: str) -> str:
    return tidy(flow(re.sub(r"\\([}#~/\"\\])", r"\1", text)))


def _is_plain_choice(gap: Gap) -> bool:
    return bool(_CHOICE.match(gap.kind)) and sorted(share for _r, share, *_ in gap.answers) == [
        *[0] * (len(gap.answers) - 1),
        1,
    ]


def _as_gaps(text: str, gaps: Sequence[Gap], found: Found) -> Document:
    told, end = "", 0
    for number, gap in enumerate(gaps, 1):
        told += f"{text[end : gap.begin]}[[{number}]]"
        end = gap.end
    if any(feedback for gap in gaps for *_, feedback in gap.answers):
        found.note("settings_left", names="feedback of single options")
    return {
        "kind": "gaps",
        "stem": "",
        "scoring": "per_gap",
        "marks": sum(gap.marks for gap in gaps),
        "body": {
            "text": tidy(told + text[end:]),
            "gaps": [_gap(str(number), gap) for number, gap in enumerate(gaps, 1)],
        },
    }


def _gap(name: str, gap: Gap) -> Document:
    texts = [text for _right, _share, text, _feedback in gap.answers]
    correct = next(text for _right, share, text, _feedback in gap.answers if share == 1)
    return {"name": name, "options": texts, "correct": correct}


def _as_scenario(text: str, gaps: Sequence[Gap], found: Found) -> Document:
    told, end = "", 0
    for number, gap in enumerate(gaps, 1):
        told += f"{text[end : gap.begin]}({number}) {BLANK}"
        end = gap.end
    told = tidy(told + text[end:])
    parts = [_part(number, gap, told, found) for number, gap in enumerate(gaps, 1)]
    found.note("parts_as_scenario", count=len(parts))
    marks = sum(part["marks"] for part in parts)
    body = {"vignette": told, "parts": parts}
    return {"kind": "scenario", "stem": "", "marks": marks, "body": body}


def _part(number: int, gap: Gap, told: str, found: Found) -> Document:
    """Its stem is the line of the text that it stands in."""
    sign = f"({number}) {BLANK}"
    line = next(line for line in told.split("\n") if sign in line)
    part = {"name": str(number), "stem": line.strip(), "marks": gap.marks, "feedback": ""}
    return part | {"scoring": None} | _answers_of(gap, found)


def _answers_of(gap: Gap, found: Found) -> Document:
    if _CHOICE.match(gap.kind) or _SEVERAL.match(gap.kind):
        return choice(gap.answers, found, single=bool(_CHOICE.match(gap.kind)))
    given = [(text, share, feedback) for _right, share, text, feedback in gap.answers]
    if gap.kind in _SHORT | _CASED:
        body = accepted(given, found) | {"case_sensitive": gap.kind in _CASED}
        return {"kind": "short_text", "body": body}
    if gap.kind in _NUMBER:
        numbers = [(share, *as_tolerance(text)) for text, share, _feedback in given]
        return {"kind": "numeric", "body": merged(numbers, [told[2] for told in given], found)}
    raise Unreadable("cloze_kind_unsupported", kind=gap.kind)
