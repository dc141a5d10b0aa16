"""Pictures that come with questions, in stems and in options, there and back."""

import io
from base64 import b64encode

import pytest
from PIL import Image

from assessments.interchange import pictures, read, write
from assessments.interchange.normal import normal

WITH_FILES = ["moodle_xml", "qti_21", "qti_22", "qti_30"]


def picture(kind: str = "PNG", size: tuple[int, int] = (4, 4), shade: int = 0) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (shade, 0, 0)).save(out, kind)
    return out.getvalue()


def moodle(text: str, *files: tuple[str, bytes]) -> bytes:
    told = "".join(
        f'<file name="{name}" encoding="base64">{b64encode(data).decode()}</file>'
        for name, data in files
    )
    return (
        '<quiz><question type="truefalse"><name><text>a</text></name>'
        f'<questiontext format="html"><text><![CDATA[{text}]]></text>{told}</questiontext>'
        '<answer fraction="100"><text>true</text></answer>'
        '<answer fraction="0"><text>false</text></answer></question></quiz>'
    ).encode()


def reasons(reading) -> list[str]:
    return [problem.reason for problem in reading.problems]


@pytest.mark.lesson(64)
@pytest.mark.parametrize("format", WITH_FILES)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_pictures_in_stems_and_options_come_back(format, kind):
    first, second = picture(kind, shade=10), picture(kind, shade=200)
    one, two = pictures.name_of(first), pictures.name_of(second)
    entry = {
        "id": "with-pictures",
        "kind": "single",
        "stem": f'Which hand?\n\n![A "left" & a right hand](picture:{one})\n\nLook twice.',
        "options": [
            {
                "text": f"![Left](picture:{two})",
                "correct": True,
                "feedback": f"![L](picture:{one})",
            },
            {"text": "Right"},
        ],
    }

    written = write([entry], format, {one: first, two: second})
    reading = read(written.data, format=format)

    assert written.problems == []
    assert reading.pictures == {one: first, two: second}
    assert reading.entries[0].document == normal(entry)


@pytest.mark.lesson(63)
@pytest.mark.parametrize("format", ["gift", "csv"])
def test_a_format_without_pictures_keeps_their_place_and_says_so(format):
    name = pictures.name_of(picture())
    entry = {"id": "a", "kind": "essay", "stem": f"![x](picture:{name})", "body": {}}

    written = write([entry], format, {name: picture()})

    assert "pictures_not_carried" in [problem.reason for problem in written.problems]
    assert read(written.data, format=format).entries[0].document["stem"] == entry["stem"]


def test_a_picture_without_a_description_is_pointed_out():
    reading = read(moodle('<p>Look: <img src="@@PLUGINFILE@@/a.png"></p>', ("a.png", picture())))

    name = pictures.name_of(picture())
    assert reading.entries[0].document["stem"] == f"Look: ![](picture:{name})"
    assert reasons(reading) == ["picture_without_alt"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"<svg onload='alert(1)'/>", "not PNG"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "broken"),
        (picture()[:60], "broken"),
        (b"", "not PNG"),
    ],
)
def test_a_picture_is_what_its_bytes_say_and_else_is_left_by_name(data, fault):
    reading = read(moodle('<img src="@@PLUGINFILE@@/a.png" alt="A hand">', ("a.png", data)))

    assert reading.pictures == {}
    assert reading.entries[0].document["stem"] == "[A hand]"
    assert reasons(reading)[0] in {"picture_refused", "picture_absent"}


def test_pictures_are_few_and_small(monkeypatch):
    monkeypatch.setattr(pictures, "MOST", 1)
    monkeypatch.setattr(pictures, "LARGEST", 2000)
    large = Image.effect_noise((200, 200), 90)
    out = io.BytesIO()
    large.save(out, "PNG")
    shown = "".join(f'<img src="@@PLUGINFILE@@/{n}.png" alt="{n}">' for n in "abc")
    files = [("a.png", picture()), ("b.png", picture(shade=9)), ("c.png", out.getvalue())]

    reading = read(moodle(shown, *files))

    assert list(reading.pictures) == [pictures.name_of(picture())]
    assert reasons(reading) == ["picture_refused", "picture_refused"]


def test_too_many_pixels_are_refused_before_they_are_unpacked(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 10_000)
    reading = read(
        moodle('<img src="@@PLUGINFILE@@/a.png" alt="x">', ("a.png", picture(size=(200, 200))))
    )

    assert reasons(reading) == ["picture_refused"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://example.org/a.png", "picture_elsewhere"),
        ("//example.org/a.png", "picture_elsewhere"),
        ("@@PLUGINFILE@@/missing.png", "picture_absent"),
        ("../../../etc/passwd", "picture_absent"),
    ],
)
def test_a_picture_elsewhere_is_not_fetched(address, reason):
    reading = read(moodle(f'<img src="{address}" alt="A hand">'))

    assert reading.entries[0].document["stem"] == "[A hand]"
    assert reasons(reading) == [reason]


def test_a_picture_inside_its_address_is_kept():
    said = b64encode(picture()).decode()
    reading = read(moodle(f'<img src="data:image/png;base64,{said}" alt="A hand">'))

    assert list(reading.pictures.values()) == [picture()]
