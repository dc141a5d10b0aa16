"""Pictures for items: kept once, named in the question, refused where they are none."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from assessments.models import Picture
from tests.assessments.writing.reading import newest
from tests.factories.items import an_item
from training_site.audit.models import AuditEvent

pytestmark = pytest.mark.django_db


def a_picture(kind="PNG", size=(3, 2)) -> bytes:
    dots = io.BytesIO()
    Image.new("RGB", size).save(dots, kind)
    return dots.getvalue()


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("drawing.png", content, content_type="image/png")


@pytest.mark.lesson(64)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_is_kept_once_and_its_marker_stands_in_the_question(write, kind):
    item = an_item("single")

    for _time in range(2):
        page = write(
            item, picture="add", picture_alt="A [plan]", picture_file=upload(a_picture(kind))
        )

    picture = Picture.objects.get()
    assert f"![A (plan)](picture:{picture.digest})" in page.context["sheet"].form["stem"].value()
    assert (picture.width, picture.height, picture.media_type) == (3, 2, f"image/{kind.lower()}")
    assert AuditEvent.objects.filter(verb="assessments.picture.added").count() == 1
    assert newest(item).number == 1


@pytest.mark.parametrize(
    ("content", "alt", "field"),
    [
        (b"<svg onload=alert(1)>", "A plan", "picture_file"),
        (a_picture()[:20], "A plan", "picture_file"),
        (a_picture() + b"x" * 600_000, "A plan", "picture_file"),
        (a_picture("BMP"), "A plan", "picture_file"),
        (a_picture(), "", "picture_alt"),
    ],
)
def test_a_picture_that_is_not_one_or_says_nothing_is_refused_at_its_field(
    write, content, alt, field
):
    item = an_item("single")

    page = write(item, picture="add", picture_alt=alt, picture_file=upload(content))

    assert list(page.context["picture"].errors) == [field]
    assert not Picture.objects.exists()
    assert page.context["sheet"].form["stem"].value() == item.newest.stem
