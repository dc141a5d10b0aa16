"""PDF and plain text: what may be taken along, and what poses as it."""

import re
from typing import BinaryIO

from courses.media.rules.boxes import Broken

START = re.compile(rb"%PDF-[12]\.[0-9]")
END = b"%%EOF"
NEAR_END = 2048  # bytes in which the end mark stands; nothing but white space comes after it
ACTIVE = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|GoToE|ImportData|SubmitForm)\b"
)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml)", re.I)
HEAD = 4096
CHUNK, OVERLAP = 1 << 20, 64
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def check_pdf(file: BinaryIO, size: int) -> None:
    """It begins and ends as a PDF, poses as no page, and asks a reader for nothing but to be read.

    What a compressed stream hides is not seen here: it is given out to be saved, in a sandbox.
    """
    file.seek(0)
    head = file.read(HEAD)
    if not START.match(head) or MARKUP.search(head):
        raise Broken("pdf")
    file.seek(max(0, size - NEAR_END))
    _before, mark, after = file.read().rpartition(END)
    if not mark or after.strip():
        raise Broken("tail")
    if any(ACTIVE.search(part) for part in _parts(file)):
        raise Broken("active")


def check_text(file: BinaryIO, size: int) -> None:
    file.seek(0)
    content = file.read()
    if MARKUP.search(content[:HEAD]) or b"%PDF-" in content[:HEAD]:
        raise Broken("something else")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Broken("encoding") from error
    if not text.strip() or CONTROLS.search(text):
        raise Broken("controls")


def _parts(file: BinaryIO):
    """The file in overlapping pieces, names written with escapes read as they are meant."""
    file.seek(0)
    kept = b""
    while chunk := file.read(CHUNK):
        part = kept + chunk
        yield ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)
        kept = part[-OVERLAP:]
