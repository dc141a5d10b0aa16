"""The printed certificate: whole, accessible, on one page and the same twice."""

import json
import re
import unicodedata
from dataclasses import replace

import pytest
import typst

from certification.credentials.documents.pdf import (
    TEMPLATES,
    certificate_pdf,
    certificate_picture,
    check_name,
    page_inputs,
)
from certification.credentials.documents.snapshot import Signatory
from training_site.content import typesetting
from training_site.content.typesetting import GlyphMissing, TooLong

NAMES = {
    "short": "Ng",
    "sixty characters": "Maria Fernanda de los Ángeles Villavicencio y Fernández de Córdoba",
    "a word of 45": "Pneumonoultramicroscopicsilicovolcanoconiosis",
    "a word of 160": "x" * 160,
    "three hundred characters": "Maximiliane " * 25,
    "combining marks": "Ẹ̀kọ́ Nguyễn N\N{COMBINING DIAERESIS}a\N{COMBINING TILDE}",
    "decomposed": unicodedata.normalize("NFD", "Ágoston Dvořák Nguyễn"),
    "Arabic": "فاطمة الزهراء بنت محمد بن عبد الله الأندلسي",
    "Hebrew": "נועה בן־דוד לוי",
    "Cyrillic": "Анастасия Достоевская-Римская",
    "Greek": "Ελένη Παπαδοπούλου",
    "Chinese, Japanese, Korean": "李小龙 山田太郎 김철수",
    "Devanagari and Thai": "अनन्या शर्मा สมชาย",
    "Armenian and Georgian": "Անի ქეთევან",
    "punctuation": "Siobhán O’Brien-ʻAkana • d'Arc",
    "markup": "#panic() *bold* $x$ <script> @label \\ // `raw`",
}


def measured(template: str, inputs: dict[str, str]) -> list[dict]:
    """What each box of a template says of the name set into it, in points."""
    source = str(typesetting.ROOT / TEMPLATES / template)
    values = typst.query(
        source,
        "<holder-fit>",
        field="value",
        sys_inputs=inputs,
        root=str(typesetting.ROOT),
        font_paths=typesetting.fonts(),
    )
    return json.loads(values)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.lesson(44)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_name_stands_whole_on_one_page(snapshot, name):
    check_name(name)
    pdf = certificate_pdf(replace(snapshot, holder_name=name))

    assert pages(pdf) == 1


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_no_name_leaves_its_box(name):
    boxes = measured("name.typ", {"name": name})

    assert len(boxes) == 2
    for box in boxes:
        assert box["width"] <= box["max-width"]
        assert box["height"] <= box["max-height"]


def test_a_long_name_steps_down_and_breaks_inside_a_word_only_at_the_end():
    sizes = {
        key: measured("name.typ", {"name": NAMES[key]})[0]
        for key in ("short", "sixty characters", "a word of 45", "a word of 160")
    }

    assert sizes["short"]["size"] == 40
    assert 20 < sizes["sixty characters"]["size"] < 40
    assert not sizes["a word of 45"]["broken"]
    assert sizes["a word of 160"]["broken"]


def test_the_certificate_uses_the_measured_box(snapshot):
    inputs = page_inputs(snapshot) | {"density": "1"}

    [box] = measured("certificate.typ", inputs)

    assert box == measured("name.typ", {"name": snapshot.holder_name})[0]


def test_equal_content_gives_equal_bytes(snapshot):
    first = certificate_pdf(snapshot, '{"a": 1}')
    typesetting._compiler.cache_clear()
    typesetting.fonts.cache_clear()

    assert certificate_pdf(snapshot, '{"a": 1}') == first
    assert certificate_pdf(replace(snapshot, holder_name="Maren"), '{"a": 1}') != first


def test_it_is_tagged_titled_and_declares_both_standards(snapshot):
    pdf = certificate_pdf(snapshot)

    assert b"<pdfaid:part>3</pdfaid:part>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"Certificate: Certified Surrogate Partner" in pdf
    assert re.search(rb"/Lang\s*\(en", pdf)


@pytest.mark.lesson(49)
def test_it_links_to_the_live_page_and_describes_the_code(snapshot):
    pdf = certificate_pdf(snapshot)

    assert snapshot.verify_url.encode() in pdf
    assert b"QR code that opens triad.example.org/verify/" in pdf


def test_the_credential_travels_in_it_only_when_given_and_under_its_plain_name(snapshot):
    with_it, without = certificate_pdf(snapshot, '{"a": 1}'), certificate_pdf(snapshot)

    assert set(re.findall(rb"/U?F\((.*?)\)", with_it)) == {b"credential.json"}
    assert b"/Names[(credential.json)" in with_it
    assert b"credential.json" not in without


@pytest.mark.lesson(45)
@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("Maren 🌱 Whitfield", "🌱"),
        ("ᚠᚢ", "ᚠᚢ"),  # runes
        ("Zo\N{SNOWMAN}e \N{HOURGLASS}", "\N{SNOWMAN}\N{HOURGLASS}"),
        ("\ue000", "\ue000"),  # private use
    ],
)
def test_a_name_we_cannot_print_is_refused_and_the_characters_named(name, missing):
    with pytest.raises(GlyphMissing) as refused:
        check_name(name)

    assert set(refused.value.characters) == set(missing)


@pytest.mark.lesson(45)
def test_a_missing_glyph_is_never_printed_blank(snapshot):
    with pytest.raises(GlyphMissing):
        certificate_pdf(replace(snapshot, scope="For 🌱 only"))


@pytest.mark.parametrize("change", [{"holder_name": "x" * 2000}, {"scope": "Works well. " * 200}])
def test_what_does_not_fit_is_refused_not_clipped(snapshot, change):
    with pytest.raises(TooLong):
        certificate_pdf(replace(snapshot, **change))


def test_a_refusal_does_not_repeat_the_name():
    for name in ("Maren" + "W" * 390, "Maren" * 2_000_000):
        with pytest.raises(TooLong) as refused:
            check_name(name)

        assert "Maren" not in f"{refused.value} {refused.value.__cause__}"


def test_a_refused_name_leaves_the_next_certificate_unharmed(snapshot):
    before = certificate_pdf(snapshot)
    with pytest.raises(GlyphMissing):
        certificate_pdf(replace(snapshot, holder_name="🌱"))

    assert certificate_pdf(snapshot) == before


@pytest.mark.parametrize("count", [0, 1, 3, 6])
def test_any_number_of_signatories_fits(snapshot, count):
    many = (Signatory("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio", "Reviewer"),) * count

    assert pages(certificate_pdf(replace(snapshot, signatories=many))) == 1


def test_a_demo_certificate_looks_different(snapshot):
    demo = replace(snapshot, demo=True)

    assert certificate_picture(demo, ppi=60) != certificate_picture(snapshot, ppi=60)
    assert certificate_picture(demo, ppi=60).startswith(b"\x89PNG")
