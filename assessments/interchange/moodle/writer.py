"""A question as Moodle XML. Texts are plain, unless they show a picture."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from html import escape
from urllib.parse import quote

from assessments.interchange.markup import html_of
from assessments.interchange.moodle.texts import PLACE
from assessments.interchange.numbers import number, plain
from assessments.interchange.own import dumped
from assessments.interchange.pictures import file_name
from assessments.interchange.reading import Document, Unreadable
from assessments.interchange.shares import fraction_of, percent
from assessments.interchange.text import holdable, pictures_in

_ORDERINGS = {
    "all_or_nothing": "ALL_OR_NOTHING",
    "per_place": "ABSOLUTE_POSITION",
    "neighbours": "RELATIVE_NEXT_EXCLUDE_LAST",
}
Holder = Callable[..., str]
"""Takes the name of an element, a text and further content; gives the element."""


def write(
    documents: Sequence[Document],
    owns: Mapping[str, Document],
    pictures: Mapping[str, bytes],
) -> bytes:
    questions = "".join(_question(one, owns.get(one["id"], {}), pictures) for one in documents)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{questions}</quiz>\n'.encode()


def _question(document: Document, own: Document, pictures: Mapping[str, bytes]) -> str:
    holder = _holder(pictures)
    kind, answers = _KINDS[document["kind"]]
    stem = document["stem"]
    if document["kind"] == "gaps":
        stem = "\n\n".join(said for said in (stem, _gap_text(document)) if said)
    lines = [
        f'<question type="{kind}">',
        f"<name><text>{_said(document['id'])}</text></name>",
        holder("questiontext", stem),
        holder("generalfeedback", document["feedback"]),
        _simple("defaultgrade", f"{document['marks']}.0000000"),
        _simple("idnumber", document["id"]),
        answers(document, holder),
        f"<tags><tag>{_text(document['outcome'])}</tag></tags>" if document["outcome"] else "",
        _simple("triad", dumped(own)) if own else "",
        "</question>",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _holder(pictures: Mapping[str, bytes]) -> Holder:
    def holder(element: str, text: str, inside: str = "", **attributes: str) -> str:
        files = {name: file_name(name, pictures) for name in pictures_in(text)}
        shown = {name: file for name, file in files.items() if file}
        said = html_of(text, lambda name: _place(shown.get(name, ""))) if shown else text
        given = {"format": "html" if shown else "plain_text"} | attributes
        told = "".join(f' {name}="{value}"' for name, value in given.items())
        return f"<{element}{told}>{_text(said)}{_files(shown, pictures)}{inside}</{element}>"

    return holder


def _place(file: str) -> str:
    return f"{PLACE}{quote(file)}" if file else ""


def _files(shown: Mapping[str, str], pictures: Mapping[str, bytes]) -> str:
    return "".join(
        f'<file name="{file}" path="/" encoding="base64">{b64encode(pictures[name]).decode()}</file>'
        for name, file in shown.items()
    )


def _said(text: str) -> str:
    return escape(holdable(text), quote=False)


def _text(text: str) -> str:
    return f"<text>{_said(text)}</text>"


def _simple(element: str, text: object) -> str:
    return f"<{element}>{_said(str(text))}</{element}>"


def _answer(holder: Holder, share: Fraction, text: str, feedback: str, inside: str = "") -> str:
    inside = holder("feedback", feedback) + inside
    return holder("answer", text, inside, fraction=percent(share))


def _single(document: Document, holder: Holder) -> str:
    return _options(document, holder, Fraction(1), Fraction(0), "true")


def _multiple(document: Document, holder: Holder) -> str:
    right = Fraction(1, sum(told["correct"] for told in document["options"]) or 1)
    wrong = -right if document["scoring"] == "right_minus_wrong" else Fraction(-1)
    return _options(document, holder, right, wrong, "false")


def _options(
    document: Document, holder: Holder, right: Fraction, wrong: Fraction, single: str
) -> str:
    answers = [
        _answer(holder, right if told["correct"] else wrong, told["text"], told["feedback"])
        for told in document["options"]
    ]
    shuffled = str(not any(told["pinned"] for told in document["options"])).lower()
    return "\n".join([_simple("single", single), _simple("shuffleanswers", shuffled), *answers])


def _truth(document: Document, holder: Holder) -> str:
    told = [*document["options"], {"correct": False, "feedback": ""}, {}][:2]
    return "\n".join(
        _answer(holder, Fraction(bool(one.get("correct"))), word, one.get("feedback", ""))
        for word, one in zip(("true", "false"), told, strict=True)
    )


def _short_text(document: Document, holder: Holder) -> str:
    body = document["body"]
    answers = [
        _answer(holder, fraction_of(told.get("share")), told["text"], told.get("feedback") or "")
        for told in body.get("accepted", ())
    ]
    return "\n".join([_simple("usecase", int(bool(body.get("case_sensitive")))), *answers])


def _numeric(document: Document, holder: Holder) -> str:
    """Moodle's tolerance is never relative."""
    body = document["body"]
    value, tolerance = str(body.get("value")), str(body.get("tolerance") or 0)
    if body.get("relative"):
        tolerance = plain(abs(_number(value) * _number(tolerance)))
    answer = _answer(holder, Fraction(1), value, "", _simple("tolerance", tolerance))
    units = [(body.get("unit"), "1")] if body.get("unit") else []
    units += [(told["unit"], _multiplier(told["factor"])) for told in body.get("other_units", ())]
    named = "".join(
        f"<unit>{_simple('multiplier', times)}{_simple('unit_name', unit)}</unit>"
        for unit, times in units
    )
    graded = _simple("unitgradingtype", int(bool(body.get("unit_required"))))
    return "\n".join([answer, f"<units>{named}</units>" if units else "", graded])


def _number(text: str):
    try:
        return number(text)
    except Unreadable:
        return number("0")


def _multiplier(factor: str) -> str:
    share = fraction_of(factor)
    return f"{float(1 / share):.12g}" if share > 0 else "1"


def _matching(document: Document, holder: Holder) -> str:
    body = document["body"]
    sides = [(pair["left"], pair["right"]) for pair in body.get("pairs", ())]
    sides += [("", text) for text in body.get("distractors", ())]
    return "\n".join(
        holder("subquestion", left, f"<answer>{_text(right)}</answer>") for left, right in sides
    )


def _ordering(document: Document, holder: Holder) -> str:
    grading = _ORDERINGS.get(document["scoring"] or "", "ALL_OR_NOTHING")
    head = [_simple("layouttype", "VERTICAL"), _simple("selecttype", "ALL")]
    texts = document["body"].get("sequence", ())
    answers = [holder("answer", text, fraction=f"{n}.0") for n, text in enumerate(texts, 1)]
    return "\n".join([*head, _simple("gradingtype", grading), *answers])


def _essay(document: Document, holder: Holder) -> str:
    body = document["body"]
    guidance = "\n\n".join(
        "\n".join([f"{told['name']}: {told['text']}", *_levels(told)])
        for told in body.get("rubric", ())
    )
    return "\n".join(
        [
            _simple("minwordlimit", body.get("words_min") or ""),
            _simple("maxwordlimit", body.get("words_max") or ""),
            holder("graderinfo", guidance),
        ]
    )


def _levels(told: Document) -> list[str]:
    return [f"{level['marks']}: {level['text']}" for level in told.get("levels", ())]


def _gap_text(document: Document) -> str:
    """Each gap by the number of its right option in the list of all."""
    text, before = document["body"].get("text", ""), 0
    places = {}
    for gap in document["body"].get("gaps", ()):
        if gap["correct"] in gap["options"]:
            places[gap["name"]] = before + gap["options"].index(gap["correct"]) + 1
        before += len(gap["options"])
    for name, place in places.items():
        text = text.replace(f"[[{name}]]", f"[[\ufdd0{place}]]")
    return text.replace("\ufdd0", "")


def _gaps(document: Document, holder: Holder) -> str:
    return "\n".join(
        f"<selectoption>{_text(text)}<group>{group}</group></selectoption>"
        for group, gap in enumerate(document["body"].get("gaps", ()), 1)
        for text in gap["options"]
    )


_KINDS = {
    "single": ("multichoice", _single),
    "multiple": ("multichoice", _multiple),
    "true_false": ("truefalse", _truth),
    "short_text": ("shortanswer", _short_text),
    "numeric": ("numerical", _numeric),
    "matching": ("matching", _matching),
    "ordering": ("ordering", _ordering),
    "essay": ("essay", _essay),
    "gaps": ("gapselect", _gaps),
}
