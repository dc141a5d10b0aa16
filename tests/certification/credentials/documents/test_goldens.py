"""Every kind of name on both looks against the page as it should be, and all its text on the paper."""

import subprocess
import unicodedata
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from certification.credentials.documents.pdf import certificate_pdf
from tests.certification.credentials.documents.goldens import (
    LOOKS,
    NAMES,
    SHOWN,
    TOLERANCE,
    difference,
    drawn,
    page,
    path_of,
)

MILLIMETRE = 72 / 25.4
FRAME = 12 * MILLIMETRE
each_page = pytest.mark.parametrize(("look", "name"), [(a, b) for a in LOOKS for b in SHOWN])


@pytest.mark.lesson(44)
@each_page
def test_the_page_looks_as_it_should(snapshot, look, name):
    with Image.open(path_of(look, name)) as golden:
        assert difference(drawn(snapshot, look, name), golden) <= TOLERANCE


def test_the_goldens_tell_names_and_looks_apart():
    """Else a page that lost its name would pass."""
    pictures = [Image.open(path_of(look, name)) for look in LOOKS for name in SHOWN]

    closest = min(
        difference(one, other)
        for place, one in enumerate(pictures)
        for other in pictures[place + 1 :]
    )
    assert closest > 2 * TOLERANCE


@pytest.mark.poppler
@pytest.mark.lesson(44)
@each_page
def test_all_text_stands_inside_the_frame_of_one_page(snapshot, tmp_path, look, name):
    one, logo = page(snapshot, look, name)
    [paper] = read(certificate_pdf(one, logo=logo), tmp_path, "-bbox").iter(f"{HTML}page")
    width, height = float(paper.get("width")), float(paper.get("height"))

    words = [word for word in paper.iter(f"{HTML}word") if word.text.strip()]
    assert len(words) > 20
    for word in words:
        left, top, right, bottom = (
            float(word.get(edge)) for edge in ("xMin", "yMin", "xMax", "yMax")
        )
        assert left > FRAME, word.text
        assert top > FRAME, word.text
        assert right < width - FRAME, word.text
        assert bottom < height - FRAME, word.text


@pytest.mark.poppler
@pytest.mark.lesson(45)
@each_page
def test_every_character_of_the_name_can_be_read_back(snapshot, tmp_path, look, name):
    """Copied or read aloud, it is what was typed: nothing blank, no other sign in its place."""
    one, logo = page(snapshot, look, name)

    read_back = bare(text_of(certificate_pdf(one, logo=logo), tmp_path))

    for part in NAMES[name].split():
        assert bare(part) in read_back or bare(part)[::-1] in read_back
    assert "\N{REPLACEMENT CHARACTER}" not in read_back


HTML = "{http://www.w3.org/1999/xhtml}"


def read(pdf: bytes, folder, *options: str) -> ET.Element:
    return ET.fromstring(text_of(pdf, folder, *options))


def text_of(pdf: bytes, folder, *options: str) -> str:
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", *options, str(path), "-"], capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode()


def bare(text: str) -> str:
    """Letters and signs alone, each in one form: what is broken across lines is joined again."""
    composed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in composed if not c.isspace() and unicodedata.category(c) != "Cf")
