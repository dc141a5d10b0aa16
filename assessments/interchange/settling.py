"""From what was found in a file to entries: ids, own parts taken back, doubles named."""

import json
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from assessments.interchange.normal import texts_of
from assessments.interchange.own import restore
from assessments.interchange.reading import (
    NOTED,
    SKIPPED,
    Document,
    Entry,
    Found,
    Item,
    Problem,
    Reading,
)
from assessments.interchange.refs import apart, ref_of
from assessments.interchange.shapes import fault_in
from assessments.interchange.text import looks_garbled

MOST_OPTIONS = 26
_ASKING = {
    "gaps": _("Choose what fits in each gap."),
    "scenario": _("Read the text and answer the questions about it."),
}


def settle(found: Iterable[Item], reading: Reading) -> Reading:
    """In the order of the file, with the reports in that order too."""
    held: dict[str, Entry] = {}
    told: dict[str, int] = {}
    for item in found:
        if isinstance(item, Problem):
            reading.problems.append(item)
        else:
            _settle_one(item, held, told, reading)
    reading.entries = list(held.values())
    return reading


def _settle_one(
    found: Found, held: dict[str, Entry], told: dict[str, int], reading: Reading
) -> None:
    """`told` are the lines of questions by their words, so that a double is seen at once."""
    _stand_in(found)
    fault = fault_in(found.document)
    if fault:
        _skip(found, ref_of(found.name, {"stem": ""}), reading, "question_unreadable", fault=fault)
        return
    document = restore(found)
    ref = ref_of(document["id"] or found.name, document)
    words = json.dumps(document | {"id": ""}, sort_keys=True)
    if len(document.get("options", ())) > MOST_OPTIONS:
        _skip(found, ref, reading, "too_many_options", limit=MOST_OPTIONS)
    elif words in told and (not found.name or ref in held):
        _skip(found, ref, reading, "question_repeated", line=told[words])
    else:
        if ref in held:
            if found.name:
                found.note("ref_repeated", name=found.name)
            ref = apart(ref, document, held)
        _look_for_faults(found, document)
        told.setdefault(words, found.line)
        held[ref] = Entry(found.line, document | {"id": ref}, tuple(found.tags))
    reading.problems += [
        Problem(found.line, ref, reason, NOTED, details) for reason, details in found.notes
    ]


def _stand_in(found: Found) -> None:
    """Words where the file only shows a text: nothing can be reviewed that asks nothing."""
    said = _ASKING.get(found.document["kind"])
    if said and not found.document.get("stem"):
        found.document["stem"] = str(said)
        found.note("stem_stands_in", said=str(said))


def _skip(found: Found, ref: str, reading: Reading, reason: str, **details: object) -> None:
    reading.problems.append(Problem(found.line, ref, reason, SKIPPED, details))


def _look_for_faults(found: Found, document: Document) -> None:
    garbled = next((text for text in texts_of(document) if looks_garbled(text)), None)
    if garbled is not None:
        found.note("looks_garbled", said=garbled[:60])
    if "options" in document and not any(option["correct"] for option in document["options"]):
        found.note("nothing_offered")
