"""The badge: a picture that carries the credential in exactly one chunk."""

import io
import struct
from dataclasses import replace

import pytest
from PIL import Image

from certification.credentials.documents.badge import KEYWORD, badge_png, bake, read_baked
from training_site.content.typesetting import GlyphMissing

CREDENTIAL = '{"name": "Maren Oyelaran-Whitfield · 李"}'


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """Read the file as the PNG standard lays it out, without an image library."""
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += length + 12
    return found


def test_the_credential_is_the_only_text_and_uncompressed(snapshot):
    png = badge_png(snapshot, CREDENTIAL)

    texts = [data for kind, data in chunks(png) if kind in (b"iTXt", b"tEXt", b"zTXt")]
    assert texts == [KEYWORD.encode() + b"\0\0\0\0\0" + CREDENTIAL.encode()]


def test_what_is_baked_reads_back(snapshot):
    assert read_baked(badge_png(snapshot, CREDENTIAL)) == CREDENTIAL


def test_baking_again_replaces_what_was_there(snapshot):
    again = bake(badge_png(snapshot, CREDENTIAL), "second")

    assert read_baked(again) == "second"
    assert again.count(KEYWORD.encode()) == 1


def test_a_plain_picture_carries_nothing():
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")

    assert read_baked(out.getvalue()) is None


def test_the_badge_is_a_square_of_a_thousand_pixels(snapshot):
    with Image.open(io.BytesIO(badge_png(snapshot, CREDENTIAL))) as image:
        assert image.size == (1000, 1000)


def test_equal_content_gives_equal_bytes_and_a_demo_shows(snapshot):
    png = badge_png(snapshot, CREDENTIAL)

    assert badge_png(snapshot, CREDENTIAL) == png
    assert badge_png(replace(snapshot, demo=True), CREDENTIAL) != png


def test_a_name_without_glyphs_is_never_drawn_as_boxes(snapshot):
    with pytest.raises(GlyphMissing):
        badge_png(replace(snapshot, holder_name="🌱"), CREDENTIAL)
