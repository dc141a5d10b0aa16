"""Reading a printed certificate as others' software does."""

import io

from pyhanko.pdf_utils.reader import PdfFileReader


def attached(pdf: bytes) -> bytes:
    """The one file that a PDF brings along."""
    names = PdfFileReader(io.BytesIO(pdf)).root["/Names"]["/EmbeddedFiles"]["/Names"]
    assert len(names) == 2
    return names[1]["/EF"]["/F"].data
