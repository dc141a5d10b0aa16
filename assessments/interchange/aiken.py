"""Aiken: a question, lettered options, a line with the letter that is right."""

import re
from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from assessments.interchange.normal import option
from assessments.interchange.reading import SKIPPED, Document, Found, Item, Problem
from assessments.interchange.text import flow, tidy

_OPTION = re.compile(r"\s*([A-Z])[.)]\s+(.*)")
_ANSWER = re.compile(r"\s*ANSWER:\s*(\S*)\s*$")


def looks_like(text: str) -> bool:
    return bool(re.search(r"^[ \t]*ANSWER:", text, re.M)) and "{" not in text


def read(text: str) -> Iterator[Item]:
    """A question ends at its ANSWER line, or where none comes before a blank one."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            block.append((number, line))
        if block and (not line.strip() or _ANSWER.match(line)):
            yield _question(block)
            block = []
    if block:
        yield _question(block)


def _question(block: Sequence[tuple[int, str]]) -> Item:
    first = block[0][0]
    answer = _ANSWER.match(block[-1][1])
    if not answer:
        return Problem(first, "", "answer_line_missing", SKIPPED)
    stem, letters, texts = _parts([line for _number, line in block[:-1]])
    if answer[1] not in letters:
        named = {"named": answer[1]}
        return Problem(block[-1][0], "", "answer_names_no_option", SKIPPED, named)
    right = letters.index(answer[1])
    options = [option(tidy(said), index == right) for index, said in enumerate(texts)]
    return Found(first, {"kind": "single", "stem": stem, "options": options})


def _parts(lines: Sequence[str]) -> tuple[str, list[str], list[str]]:
    stem, letters, texts = "", [], []
    for line in lines:
        found = _OPTION.match(line)
        if found:
            letters.append(found[1])
            texts.append(found[2])
        elif texts:
            texts[-1] += f"\n{line}"
        else:
            stem += f"{line}\n"
    return tidy(stem), letters, texts


def write(documents: Sequence[Document], _owns: object, _pictures: object) -> bytes:
    return "\n".join(map(_written, documents)).encode()


def _written(document: Document) -> str:
    lines = [flow(document["stem"])]
    right = "?"
    for letter, given in zip(ascii_uppercase, document["options"], strict=False):
        lines.append(f"{letter}) {flow(given['text'])}")
        right = letter if given["correct"] else right
    return "\n".join([*lines, f"ANSWER: {right}", ""])
