"""Pictures: what our own code rendered is served, what was uploaded is not."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Drawing
from wagtail.images import get_image_model

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file of a rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <function SpooledTemporaryFile"),
]


@pytest.fixture
def a_picture():
    png = BytesIO()
    Drawing.new("RGB", (200, 100), "teal").save(png, "PNG")
    file = ContentFile(png.getvalue(), "hand.png")
    image = get_image_model().objects.create(title="A hand", file=file)
    return image, image.get_rendition("width-100")


def test_a_rendition_is_served_as_the_picture_it_is(client, a_picture):
    _image, rendition = a_picture

    response = client.get(rendition.url)

    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content).startswith(b"\x89PNG")


def test_the_uploaded_file_is_not_served(client, a_picture):
    image, _rendition = a_picture

    assert client.get(image.file.url).status_code == 404


@pytest.mark.parametrize("name", ["hand.svg", "nothing.png", "..%2Fdb.sqlite3", "page.html"])
def test_nothing_else_is_served_from_there(client, name):
    assert client.get(f"/media/images/{name}").status_code == 404
