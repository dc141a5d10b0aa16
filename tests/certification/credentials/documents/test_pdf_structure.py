"""The finished file as PDF/A-3a and PDF/UA-1 ask for it, read by another library than the one that set it.

What veraPDF would look at and a reader depends on: tags in reading order, language, title, words in
place of pictures, fonts that travel along. typst refuses to set what breaks a standard; these tests
read what came out, the signature included.
"""

import io
import re
import subprocess

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from certification.credentials.documents.pades import signed_pdf
from certification.credentials.documents.pdf import certificate_pdf
from tests.certification.credentials.documents.goldens import LOOKS, page
from tests.certification.credentials.documents.test_goldens import text_of
from tests.certification.credentials.documents.test_pades import AT, a_key
from tests.certification.credentials.pages import attached

CREDENTIAL = '{"a": 1}'
TEXT = {"/P", "/H1"}

pytestmark = pytest.mark.lesson(46)


@pytest.fixture(scope="module")
def own():
    return a_key()


@pytest.fixture(params=LOOKS)
def printed(request, snapshot):
    """The words, and the file as it was set, unsigned."""
    one, logo = page(snapshot, request.param, "Arabic")
    return one, certificate_pdf(one, CREDENTIAL, logo=logo)


@pytest.fixture
def pdf(printed, own) -> bytes:
    return signed_pdf(printed[1], key=own[0], certificate=own[1], at=AT)


@pytest.fixture
def root(pdf):
    return PdfFileReader(io.BytesIO(pdf)).root


def elements(node, path=()):
    """Each element with the tags around it, in reading order."""
    if isinstance(node, generic.ArrayObject):
        for each in node:
            yield from elements(each.get_object(), path)
    elif isinstance(node, generic.DictionaryObject) and "/S" in node:
        yield node, (*path, node["/S"])
        yield from elements(node["/K"], (*path, node["/S"]))
    elif isinstance(node, generic.DictionaryObject) and "/ParentTree" in node:
        yield from elements(node["/K"], path)


def marks(node):
    """The numbers of the pieces of the page, in reading order."""
    if isinstance(node, generic.NumberObject):
        yield int(node)
    elif isinstance(node, generic.ArrayObject):
        for each in node:
            yield from marks(each.get_object())
    elif isinstance(node, generic.DictionaryObject) and "/K" in node:
        yield from marks(node["/K"])


def test_it_says_that_it_is_tagged_in_which_language_and_under_which_title(root):
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Pages"]["/Kids"][0]["/Tabs"] == "/S"
    said = root["/Metadata"].data.decode()
    assert re.search(r"<dc:title>.*Certificate: Certified Surrogate Partner.*</dc:title>", said)
    for name, value in (("pdfaid:part", 3), ("pdfaid:conformance", "A"), ("pdfuaid:part", 1)):
        assert f"<{name}>{value}</{name}>" in said


def test_it_is_read_aloud_in_the_order_in_which_it_stands(root):
    """The pieces of the page are numbered as they are drawn, from above."""
    order = list(marks(root["/StructTreeRoot"]))

    assert order == sorted(order)
    assert len(order) == len(set(order)) > 15


def test_every_text_is_a_paragraph_or_the_title(root):
    tree = list(elements(root["/StructTreeRoot"]))

    titles = [node for node, path in tree if path[-1] == "/H1"]
    assert [title["/T"] for title in titles] == ["Certified Surrogate Partner"]
    for node, path in tree:
        holds_marks = any(isinstance(each, generic.NumberObject) for each in children(node))
        if holds_marks:
            assert {*path} & TEXT or path[-1] == "/Figure", path


def children(node) -> list:
    inside = node["/K"]
    return list(inside) if isinstance(inside, generic.ArrayObject) else [inside]


def test_every_picture_and_every_link_is_described(root, printed):
    figures = [n for n, path in elements(root["/StructTreeRoot"]) if path[-1] == "/Figure"]
    links = root["/Pages"]["/Kids"][0]["/Annots"]

    words = [figure["/Alt"] for figure in figures]
    assert ("A dark bar" in words) == bool(printed[0].logo_hash)
    assert any("QR code that opens triad.example.org/verify/" in each for each in words)
    described = [link.get_object() for link in links]
    assert {link["/Contents"] for link in described if link["/Subtype"] == "/Link"} == {
        printed[0].verify_url
    }
    assert all(link.get("/TU") for link in described if link["/Subtype"] == "/Widget")


def test_every_font_travels_along_and_can_be_read_back(root):
    fonts = root["/Pages"]["/Kids"][0]["/Resources"]["/Font"]

    assert len(fonts) >= 3
    for name in fonts:
        [inside] = fonts[name]["/DescendantFonts"]
        descriptor = inside.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
        assert "/ToUnicode" in fonts[name]


def test_colours_and_attachment_are_as_the_archive_wants_them(root, pdf):
    [intent] = root["/OutputIntents"]
    [file] = root["/AF"]

    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert "/DestOutputProfile" in intent.get_object()
    assert file.get_object()["/AFRelationship"] == "/Alternative"
    assert file.get_object()["/UF"] == "credential.json"
    assert file.get_object()["/Desc"]
    assert attached(pdf).decode() == CREDENTIAL
    assert "/JavaScript" not in root.get("/Names", {})
    assert not {"/OpenAction", "/AA"} & root.keys()


@pytest.mark.poppler
def test_a_reader_hears_everything_from_above_to_below(printed, tmp_path):
    said = " ".join(text_of(printed[1], tmp_path, "-raw").split())
    snapshot = printed[0]

    wanted = [
        snapshot.issuer_name,
        snapshot.heading,
        snapshot.scheme_title,
        snapshot.scope,
        snapshot.signatories[0].name,
        snapshot.signatories[0].role,
        "Number 7Q4M-XA9K-D2VW-4G",
        "Issued 23 November 2026",
        "Valid until 22 November 2029",
        "Scheme version 0.9",
        snapshot.closing,
        "The status is live at",
        "not a state licence",
    ]
    places = [said.index(words) for words in wanted if words]
    assert places == sorted(places)


@pytest.mark.poppler
def test_another_reader_takes_the_signature_and_no_changed_byte(pdf, tmp_path):
    """pdfsig of Poppler, which shares nothing with the library that signed."""
    begin, gap, after, length = map(int, re.findall(rb"/ByteRange \[(.+?)\]", pdf)[0].split())

    whole = checked(pdf, tmp_path)
    assert "Signature is Valid." in whole
    assert "Total document signed" in whole
    assert "ETSI.CAdES.detached" in whole
    for place in (begin + 40, gap // 2, gap - 40, after + 40, after + length - 40):
        flipped = bytearray(pdf)
        flipped[place] ^= 1
        assert "Signature is Valid." not in checked(bytes(flipped), tmp_path), place


def checked(pdf: bytes, folder) -> str:
    path = folder / "signed.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(
        ["pdfsig", "-nocert", str(path)], capture_output=True, timeout=60, check=False
    )
    return done.stdout.decode(errors="replace")


@pytest.mark.poppler
def test_the_other_reader_would_see_that_nothing_is_signed(printed, tmp_path):
    assert "does not contain any signatures" in checked(printed[1], tmp_path)
