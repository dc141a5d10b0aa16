"""The share card: the size that networks show, whole, and with no name that is hidden."""

import io
import json
from dataclasses import replace

import pytest
import typst
from PIL import Image

from certification.credentials.documents.card import CARD, card_alt, card_inputs, card_png
from tests.certification.credentials.documents.test_pdf import NAMES
from training_site.content import typesetting
from training_site.content.typesetting import GlyphMissing

PAPER = (253, 251, 247)
LONG_TITLE = "Certified Surrogate Partner and Educator in Triadic Practice " * 3
LONG_ISSUER = "The International Association for Triadic Practice in Europe " * 2
EDGE = 40  # pixels outside the frame, below the mark


def boxes(snapshot, name: str, tag: str) -> list[dict]:
    """What a box of the card says of the words set into it, in points."""
    values = typst.query(
        str(typesetting.ROOT / CARD),
        f"<{tag}>",
        field="value",
        sys_inputs=card_inputs(snapshot, name),
        root=str(typesetting.ROOT),
        font_paths=typesetting.fonts(),
    )
    return json.loads(values)


def opened(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def is_whole(image: Image.Image) -> bool:
    """Nothing is drawn on the paper outside the frame, where only words that were clipped end."""
    width, height = image.size
    rims = [
        (0, 150, EDGE, height),
        (width - EDGE, 0, width, height),
        (0, height - EDGE, width, height),
    ]
    return all(image.crop(rim).getcolors() == [(_area(rim), PAPER)] for rim in rims)


def _area(rim) -> int:
    left, top, right, bottom = rim
    return (right - left) * (bottom - top)


def test_it_has_the_size_of_link_pictures_no_transparency_and_no_text_chunk(snapshot):
    image = opened(card_png(snapshot, name=""))

    assert (image.size, image.mode, image.info) == ((1200, 630), "RGB", {})
    assert is_whole(image)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_name_stands_whole_beside_the_longest_title(snapshot, name):
    long = replace(snapshot, scheme_title=LONG_TITLE, issuer_name=LONG_ISSUER)

    for tag in ("holder-fit", "title-fit", "issuer-fit"):
        [box] = boxes(long, name, tag)
        assert box["width"] <= box["max-width"]
        assert box["height"] <= box["max-height"]


def test_the_longest_words_leave_the_rim_free(snapshot):
    long = replace(snapshot, scheme_title=LONG_TITLE, issuer_name=LONG_ISSUER, demo=True)

    assert is_whole(opened(card_png(long, name=NAMES["three hundred characters"])))


def test_a_name_that_is_not_shown_is_nowhere_in_it(snapshot):
    other = replace(snapshot, holder_name="Somebody Else")

    assert card_png(snapshot, name="") == card_png(other, name="")
    assert snapshot.holder_name not in json.dumps(card_inputs(snapshot, ""), ensure_ascii=False)
    assert boxes(snapshot, "", "holder-fit") == []


def test_the_name_title_and_last_day_each_change_the_picture(snapshot):
    plain = card_png(snapshot, name="")
    others = [
        card_png(snapshot, name=snapshot.holder_name),
        card_png(replace(snapshot, scheme_title="Another"), name=""),
        card_png(replace(snapshot, valid_until=snapshot.issued_on), name=""),
        card_png(replace(snapshot, issuer_name="Another"), name=""),
        card_png(replace(snapshot, demo=True), name=""),
    ]

    assert len({plain, *others}) == 6
    assert card_png(snapshot, name="") == plain


def test_a_name_that_cannot_be_set_is_left_out_and_a_title_is_not(snapshot):
    assert card_png(snapshot, name="🌱") == card_png(snapshot, name="")
    with pytest.raises(GlyphMissing):
        card_png(replace(snapshot, scheme_title="🌱"), name="")


def test_the_alternative_text_says_all_that_the_picture_says(snapshot):
    shown = card_alt(snapshot, name=snapshot.holder_name)

    for words in (
        snapshot.scheme_title,
        snapshot.holder_name,
        snapshot.issuer_name,
        "Valid until 22 November 2029",
    ):
        assert words in shown
    assert snapshot.holder_name not in card_alt(snapshot, name="")
    assert "certifies nobody" in card_alt(replace(snapshot, demo=True), name="")
