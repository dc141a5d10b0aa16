"""Bytes to text, without a guess that nobody sees."""

import codecs

from assessments.interchange.reading import FileRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """(text, encoding). UTF-8, or what its mark says, or what the importer named. Else refused."""
    if encoding:
        return _as_named(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _as_named(data, name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        raise _not_utf8(data, fault) from None


def _as_named(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        name = codecs.lookup(encoding).name
        return data.decode(name), name
    except LookupError:
        raise FileRefused("encoding_unknown", encoding=encoding) from None
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise FileRefused("encoding_differs", line=line, encoding=encoding) from None


def _not_utf8(data: bytes, fault: UnicodeDecodeError) -> FileRefused:
    """Says where, and how that line would read in the likeliest encoding, for a person to judge."""
    line = data.count(b"\n", 0, fault.start) + 1
    likely = "cp1252" if _reads(data, "cp1252") else "latin-1"
    said = data.splitlines()[line - 1].decode(likely).strip()[:80]
    return FileRefused("encoding_not_utf8", line=line, likely=likely, said=said)


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
