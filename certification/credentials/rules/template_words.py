"""The words of a certificate template: which placeholders there are, and what they become.

A wording is a few lines. The holder's name and the title stand each on a line of its own, because
they are set large and in a box that every name is tried in when it is entered; the scope must be
there too, since a certificate without it would say more than was granted.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from training_site.verdict import YES, Verdict, no

NAME, TITLE, SCOPE = "name", "title", "scope"
PLACEHOLDERS = (
    NAME,
    TITLE,
    SCOPE,
    "scheme_version",
    "association",
    "number",
    "issued",
    "valid_until",
)
ON_A_LINE_OF_ITS_OWN = (NAME, TITLE)
NEEDED = (NAME, TITLE, SCOPE)
MOST_LINES = 12
PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True)
class Line:
    """One line as it is printed; `kind` is name, title, scope or text."""

    kind: str
    text: str


def check_wording(wording: str) -> Verdict:
    """Whether every placeholder is known, each that is needed is there, and stands where it fits."""
    lines = _lines(wording)
    found = Counter(PLACEHOLDER.findall(wording))
    if unknown := [each for each in found if each not in PLACEHOLDERS]:
        said = braced(unknown[0][:40])
        return no("placeholder_unknown", unknown=said, known=_listed(PLACEHOLDERS))
    if {"{", "}"} & set(PLACEHOLDER.sub("", wording)):
        return no("brace_alone", known=_listed(PLACEHOLDERS))
    if missing := [each for each in NEEDED if not found[each]]:
        return no("placeholder_missing", missing=braced(missing[0]))
    for each in ON_A_LINE_OF_ITS_OWN:
        if found[each] > 1 or braced(each) not in lines:
            return no("placeholder_on_its_own_line", placeholder=braced(each))
    if len(lines) > MOST_LINES:
        return no("wording_too_many_lines", most=MOST_LINES)
    return YES


def lines_of(wording: str, values: Mapping[str, str]) -> list[Line]:
    """The lines with every placeholder filled, each once: what a value says is never read again."""

    def filled(line: str) -> str:
        return PLACEHOLDER.sub(lambda found: values[found[1]], line)

    return [Line(_kind(line), filled(line)) for line in _lines(wording)]


def braced(placeholder: str) -> str:
    return "{" + placeholder + "}"


def _kind(line: str) -> str:
    return next((each for each in NEEDED if line == braced(each)), "text")


def _lines(wording: str) -> list[str]:
    return [line.strip() for line in wording.splitlines() if line.strip()]


def _listed(placeholders) -> str:
    return ", ".join(map(braced, placeholders))
