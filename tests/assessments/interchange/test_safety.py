"""Files from strangers: nothing outside them is read, nothing in them grows without end."""

import io
import stat
import zipfile

import pytest

from assessments.interchange import read, write
from assessments.interchange.qti import archive
from tests.assessments.interchange.examples import EXAMPLES

OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE quiz [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<quiz><question type="essay"><questiontext><text>&secret;</text></questiontext></question></quiz>"""
LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<quiz>&c;</quiz>"""
OUTER_DTD = '<!DOCTYPE quiz SYSTEM "http://192.0.2.1/quiz.dtd"><quiz/>'


def reasons(reading) -> list[str]:
    return [problem.reason for problem in reading.problems]


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("text", [OUTSIDE, LAUGHS, OUTER_DTD])
def test_document_types_and_entities_are_refused(text):
    reading = read(text.encode(), "questions.xml")

    assert reading.entries == []
    assert reasons(reading) == ["xml_forbidden"]


def test_a_document_type_inside_a_package_is_refused_for_its_item():
    package = write([EXAMPLES["single"], EXAMPLES["essay"]], "qti_30").data
    with zipfile.ZipFile(io.BytesIO(package)) as made:
        members = {name: made.read(name) for name in made.namelist()}
    members["items/0001-our-single.xml"] = OUTSIDE.encode()

    reading = read(zipped(members), "questions.zip")

    assert [entry.document["id"] for entry in reading.entries] == ["our-essay"]
    assert reading.problems[0].reason == "xml_forbidden"
    assert reading.problems[0].ref == "items/0001-our-single.xml"


def test_endless_nesting_is_refused():
    deep = "<quiz>" + "<a>" * 5000 + "</a>" * 5000 + "</quiz>"

    assert reasons(read(deep.encode(), "questions.xml")) == ["xml_too_deep"]


def test_broken_xml_is_named_with_its_line():
    reading = read(b"<quiz>\n<question>\n</quiz>", "questions.xml")

    assert [(told.line, told.reason) for told in reading.problems] == [(3, "xml_not_well_formed")]


@pytest.mark.parametrize(
    "path", ["../outside.xml", "/etc/passwd", "items/../../x.xml", "C:\\x.xml", "a\\..\\b.xml"]
)
def test_a_package_that_leads_out_of_itself_is_refused(path):
    reading = read(zipped({path: b"<x/>"}), "questions.zip")

    assert reasons(reading) == ["package_path"]


def test_a_manifest_that_leads_out_of_its_package_is_refused():
    manifest = (
        b"<manifest><resources>"
        b'<resource type="imsqti_item_xmlv2p1" href="%2e%2e/%2e%2e/outside.xml"/>'
        b"</resources></manifest>"
    )

    assert reasons(read(zipped({"imsmanifest.xml": manifest}), "a.zip")) == ["package_path"]


def test_a_link_in_a_package_is_refused():
    link = zipfile.ZipInfo("items/link.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(link, "/etc/passwd")

    assert reasons(read(out.getvalue(), "questions.zip")) == ["package_link"]


def test_a_package_that_unpacks_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_FILE", 100_000)
    bomb = zipped({"items/a.xml": b" " * 5_000_000})

    assert len(bomb) < 10_000
    assert reasons(read(bomb, "questions.zip")) == ["package_too_large"]


def test_a_package_whose_files_are_too_much_together_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 100_000)
    package = zipped({f"items/{n}.xml": b" " * 40_000 for n in range(3)})

    assert reasons(read(package, "questions.zip")) == ["package_too_large"]


def test_a_package_of_too_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 5)

    reading = read(zipped({f"{n}.xml": b"" for n in range(6)}), "questions.zip")

    assert reasons(reading) == ["package_too_large"]


def test_a_size_that_the_package_states_is_not_believed(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_FILE", 1000)
    package = bytearray(zipped({"a.xml": b" " * 50_000}))
    at = package.rfind(b"PK\x01\x02")
    package[at + 24 : at + 28] = (10).to_bytes(4, "little")

    assert reasons(read(bytes(package), "a.zip"))[0] in {"package_too_large", "package_broken"}


@pytest.mark.parametrize("data", [b"PK", b"PK\x03\x04broken", b"PK\x05\x06" + b"\0" * 18])
def test_a_broken_package_is_refused(data):
    assert reasons(read(data, "a.zip"))[0] in {"package_broken", "package_without_items"}


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("assessments.interchange.formats.LARGEST_FILE", 10)

    assert reasons(read(b"Ready? {T} Steady? {T}", "a.gift")) == ["import_file_too_large"]


def test_scripts_never_reach_the_text():
    html = "[html]<p>Ready<script>alert(1)</script><style>p{}</style>?</p>"
    html = html.replace("{", "\\{").replace("}", "\\}")

    assert read(f"{html}{{T}}".encode(), "a.gift").entries[0].document["stem"] == "Ready?"
