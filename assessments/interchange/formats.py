"""The known formats, and the two verbs. A format is told by its content, not only by its name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from assessments.interchange import aiken, cloze, gift, moodle, qti, table
from assessments.interchange.encoding import decode
from assessments.interchange.normal import KINDS, normal, texts_of
from assessments.interchange.own import difference
from assessments.interchange.reading import (
    NOTED,
    SKIPPED,
    Document,
    FileRefused,
    Item,
    Problem,
    Reading,
    Written,
)
from assessments.interchange.safe_xml import parse
from assessments.interchange.settling import settle
from assessments.interchange.text import pictures_in

LARGEST_FILE = 32 * 1024 * 1024
ESSENTIAL = ("kind", "stem", "options", "body")

Writer = Callable[[Sequence[Document], Mapping[str, Document], Mapping[str, bytes]], bytes]


@dataclass(frozen=True)
class Format:
    """`cannot` says in words what the format has no word for; a report says it for each question.

    `keeps_own`: this site's own fields travel in the file, in a place that others pass over.
    """

    name: str
    label: str
    extensions: tuple[str, ...]
    kinds: tuple[str, ...]
    cannot: str
    read: Callable[[bytes, str | None, Reading], Iterable[Item]]
    write: Writer | None = None
    keeps_own: bool = False
    keeps_pictures: bool = False


def _of_text(read: Callable[[str], Iterable[Item]]):
    def reads(data: bytes, encoding: str | None, reading: Reading) -> Iterable[Item]:
        text, reading.encoding = decode(data, encoding)
        return read(text)

    return reads


def _moodle(data: bytes, encoding: str | None, reading: Reading) -> Iterable[Item]:
    root, reading.encoding = parse(data, encoding)
    if root.name != "quiz":
        raise qti.refusal(root)
    return moodle.read(root, reading.pictures)


FORMATS = {
    known.name: known
    for known in (
        Format(
            "gift",
            "GIFT",
            (".gift", ".txt"),
            ("single", "multiple", "true_false", "matching", "numeric", "short_text", "essay"),
            _("ordering, choices in a text, cases with several questions, pictures"),
            _of_text(gift.read),
            gift.write,
            keeps_own=True,
        ),
        Format(
            "aiken",
            "Aiken",
            (".txt",),
            ("single",),
            _("anything but questions with one right answer; ids, feedback, outcomes, pictures"),
            _of_text(aiken.read),
            aiken.write,
        ),
        Format(
            "moodle_xml",
            "Moodle XML",
            (".xml",),
            tuple(kind for kind in KINDS if kind != "scenario"),
            _("cases with several questions"),
            _moodle,
            moodle.write,
            keeps_own=True,
            keeps_pictures=True,
        ),
        *(
            Format(
                f"qti_{number.replace('.', '')}",
                f"QTI {number}",
                (".zip", ".xml"),
                KINDS,
                _("nothing; what it has no word for travels beside it"),
                qti.read,
                writes,
                keeps_own=True,
                keeps_pictures=True,
            )
            for number, writes in (
                ("2.1", qti.write_21),
                ("2.2", qti.write_22),
                ("3.0", qti.write_30),
            )
        ),
        Format(
            "cloze",
            "Cloze",
            (".txt",),
            (),
            _("it is read only"),
            _of_text(cloze.read),
        ),
        Format(
            "csv",
            "CSV",
            (".csv",),
            KINDS,
            _("pictures"),
            _of_text(table.read),
            table.write,
        ),
    )
}


def read(
    data: bytes, name: str = "", format: str | None = None, encoding: str | None = None
) -> Reading:
    """Never raises for what a file holds: a file that is refused says so among the problems."""
    reading = Reading()
    try:
        known = _told(data, name, format, encoding)
        reading.format = known.name
        settle(known.read(data, encoding, reading), reading)
    except FileRefused as refused:
        reading.entries, reading.pictures, reading.format = [], {}, ""
        reading.problems.append(refused.problem)
    return reading


def _told(data: bytes, name: str, format: str | None, encoding: str | None) -> Format:
    if format:
        return known_format(format)
    if not data.strip():
        raise FileRefused("import_file_empty")
    if len(data) > LARGEST_FILE:
        raise FileRefused("import_file_too_large", limit=LARGEST_FILE // 1024**2)
    return FORMATS[_guess(data, name.lower(), encoding)]


def known_format(name: str) -> Format:
    if name not in FORMATS:
        raise FileRefused("format_unknown", format=name, known=", ".join(FORMATS))
    return FORMATS[name]


def _guess(data: bytes, name: str, encoding: str | None) -> str:
    if qti.is_zip(data):
        return "qti_30"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or name.endswith(".xml"):
        root, _encoding = parse(data, encoding)
        return "moodle_xml" if root.name == "quiz" else "qti_30"
    text = decode(data, encoding)[0]
    if name.endswith(".csv"):
        return "csv"
    if aiken.looks_like(text):
        return "aiken"
    if cloze.looks_like(text):
        return "cloze"
    if gift.looks_like(text) or name.endswith(".gift"):
        return "gift"
    if table.looks_like(text):
        return "csv"
    raise FileRefused("import_file_format_unknown")


def write(
    entries: Iterable[Document], format: str, pictures: Mapping[str, bytes] | None = None
) -> Written:
    """Raises FileRefused for a format that is not written.

    Each question is read back from what was written of it: what did not come back is named, and
    one whose words would change is left out.
    """
    known = known_format(format)
    if known.write is None:
        raise FileRefused("format_only_read", label=known.label)
    kept: list[Document] = []
    owns: dict[str, Document] = {}
    problems: list[Problem] = []
    for document in map(normal, entries):
        judged = _carried(known, document, pictures or {})
        problems += judged.problems
        if judged.carried:
            kept.append(document)
            owns[document["id"]] = judged.own
    return Written(known.write(kept, owns, pictures or {}), problems)


@dataclass(frozen=True)
class _Judged:
    carried: bool
    own: Document
    problems: list[Problem]


def _carried(known: Format, document: Document, pictures: Mapping[str, bytes]) -> _Judged:
    ref = document["id"]
    if document["kind"] not in known.kinds:
        details = {"label": known.label, "kind": document["kind"]}
        return _Judged(False, {}, [Problem(None, ref, "kind_not_carried", SKIPPED, details)])
    native = _read_back(known, document, pictures)
    lost = [key for key in document if native.get(key) != document[key]]
    details = {"label": known.label, "names": ", ".join(lost)}
    if known.keeps_own and native:
        own = difference(native, document)
        lost = [key for key in lost if key != "outcome"]  # it is also a tag
        details["names"] = ", ".join(lost)
        said = [Problem(None, ref, "fields_only_here", NOTED, details)] if lost else []
        return _Judged(True, own, said + _pictures_left(known, document, pictures))
    if not native or _changed(native, document):
        return _Judged(False, {}, [Problem(None, ref, "not_faithful", SKIPPED, details)])
    said = [Problem(None, ref, "fields_not_carried", NOTED, details)] if lost else []
    return _Judged(True, {}, said + _pictures_left(known, document, pictures))


def _read_back(known: Format, document: Document, pictures: Mapping[str, bytes]) -> Document:
    """The question as another program would read it; empty where it would not."""
    back = read(known.write([document], {}, pictures), format=known.name)
    return back.entries[0].document if len(back.entries) == 1 else {}


def _changed(native: Document, wanted: Document) -> bool:
    """Whether words or key differ; option feedback and pins are beside them."""
    return [_essence(native, key) for key in ESSENTIAL] != [
        _essence(wanted, key) for key in ESSENTIAL
    ]


def _essence(document: Document, key: str):
    if key == "options":
        return [(told["text"], told["correct"]) for told in document.get("options", ())]
    return document.get(key)


def _pictures_left(
    known: Format, document: Document, pictures: Mapping[str, bytes]
) -> list[Problem]:
    ref = document["id"]
    named = {name for text in texts_of(document) for name in pictures_in(text)}
    if named and not known.keeps_pictures:
        return [Problem(None, ref, "pictures_not_carried", NOTED, {"label": known.label})]
    return [
        Problem(None, ref, "picture_unknown", NOTED, {"picture": name})
        for name in sorted(named - set(pictures))
    ]
