"""A question as GIFT. Texts are marked [plain], so that no program takes their signs for markup."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from assessments.interchange.gift.escapes import escape
from assessments.interchange.own import dumped
from assessments.interchange.reading import Document
from assessments.interchange.shares import fraction_of, percent


def write(documents: Sequence[Document], owns: Mapping[str, Document], _pictures: object) -> bytes:
    return "\n".join(_written(one, owns.get(one["id"], {})) for one in documents).encode()


def _written(document: Document, own: Document) -> str:
    tags = f" [tag:{document['outcome']}]" if document["outcome"] else ""
    lines = [f"// [id:{document['id']}]{tags}"]
    if own:
        lines.append(f"// triad: {dumped(own)}")
    feedback = f"####{_shielded(document['feedback'])}" if document["feedback"] else ""
    inside = _ANSWERS[document["kind"]](document)
    stem = escape(document["stem"])
    lines.append(f"::{document['id']}::[plain]{stem}{{{inside}{feedback}}}\n")
    return "\n".join(lines)


def _single(document: Document) -> str:
    return _options(document, "=", "~")


def _multiple(document: Document) -> str:
    right = sum(given["correct"] for given in document["options"]) or 1
    share = percent(Fraction(1, right))
    wrong = f"-{share}" if document["scoring"] == "right_minus_wrong" else "-100"
    return _options(document, f"~%{share}%", f"~%{wrong}%")


def _options(document: Document, right: str, wrong: str) -> str:
    lines = []
    for given in document["options"]:
        said = f"{_shielded(given['text'])}{_feedback(given['feedback'])}"
        lines.append(f"\n\t{right if given['correct'] else wrong}{said}")
    return "".join(lines) + "\n"


def _truth(document: Document) -> str:
    told = document["options"]
    true = bool(told and told[0]["correct"])
    spoken = {given["correct"]: _shielded(given["feedback"]) for given in told}
    wrong, right = spoken.get(False, ""), spoken.get(True, "")
    feedback = f"#{wrong}#{right}" if right else f"#{wrong}" if wrong else ""
    return f"{'TRUE' if true else 'FALSE'}{feedback}"


def _matching(document: Document) -> str:
    body = document["body"]
    sides = [(pair["left"], pair["right"]) for pair in body.get("pairs", ())]
    sides += [("", text) for text in body.get("distractors", ())]
    return "".join(f"\n\t={_shielded(left)} -> {_shielded(right)}" for left, right in sides) + "\n"


def _numeric(document: Document) -> str:
    body = document["body"]
    return f"#{body.get('value')}:{body.get('tolerance') or 0}"


def _short_text(document: Document) -> str:
    lines = []
    for given in document["body"].get("accepted", ()):
        share = percent(fraction_of(given.get("share")))
        said = f"{_shielded(given['text'])}{_feedback(given.get('feedback') or '')}"
        lines.append(f"\n\t=%{share}%{said}")
    return "".join(lines) + "\n"


def _essay(_document: Document) -> str:
    return ""


def _shielded(text: str) -> str:
    """A text that begins like a weight or a format says first that it is plain."""
    return f"[plain]{escape(text)}" if text[:1] in ("%", "[") else escape(text)


def _feedback(text: str) -> str:
    return f"#{_shielded(text)}" if text else ""


_ANSWERS = {
    "single": _single,
    "multiple": _multiple,
    "true_false": _truth,
    "matching": _matching,
    "numeric": _numeric,
    "short_text": _short_text,
    "essay": _essay,
}
