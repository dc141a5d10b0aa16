"""From what was found in a file to entries: ids, own parts taken back, doubles named."""

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
from assessments.interchange.text import looks_garbled

MOST_OPTIONS = 26
_ASKING = {
    "gaps": _("Choose what fits in each gap."),
    "scenario": _("Read the text and answer the questions about it."),
}


def settle(found: Iterable[Item], reading: Reading) -> Reading:
    """In the order of the file, with the reports in that order too."""
    held: dict[str, Entry] = {}
    for item in found:
        if isinstance(item, Problem):
            reading.problems.append(item)
        else:
            _settle_one(item, held, reading)
    reading.entries = list(held.values())
    return reading


def _settle_one(found: Found, held: dict[str, Entry], reading: Reading) -> None:
    _stand_in(found)
    document = restore(found)
    ref = ref_of(document["id"] or found.name, document)
    twin = next((e for e in held.values() if _same(e.document, document)), None)
    if len(document.get("options", ())) > MOST_OPTIONS:
        _skip(found, ref, reading, "too_many_options", limit=MOST_OPTIONS)
    elif twin is not None and (not found.name or ref in held):
        _skip(found, ref, reading, "question_repeated", line=twin.line)
    else:
        if ref in held:
            if found.name:
                found.note("ref_repeated", name=found.name)
            ref = apart(ref, document, held)
        _look_for_faults(found, document)
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


def _skip(found: Found, ref: str, reading: Reading, reason: str, **details: int) -> None:
    reading.problems.append(Problem(found.line, ref, reason, SKIPPED, details))


def _same(one: Document, other: Document) -> bool:
    return one | {"id": ""} == other | {"id": ""}


def _look_for_faults(found: Found, document: Document) -> None:
    garbled = next((text for text in texts_of(document) if looks_garbled(text)), None)
    if garbled is not None:
        found.note("looks_garbled", said=garbled[:60])
    if "options" in document and not any(option["correct"] for option in document["options"]):
        found.note("nothing_offered")
