"""Pictures for tests, drawn here."""

from io import BytesIO

import PIL.Image
from django.core.files.base import ContentFile
from wagtail.images.models import Image, Rendition

SIZES = ("max-165x165", "max-800x600", "original")


def a_picture() -> Rendition:
    """A picture in each size that the admin shows: there Wagtail has none left to make.

    It leaves the temporary file of a new one to the garbage collector, which warns in a later test.
    """
    dot = BytesIO()
    PIL.Image.new("RGB", (2, 2)).save(dot, "PNG")
    image = Image.objects.create(title="A dot", file=ContentFile(dot.getvalue(), name="dot.png"))
    [smallest, *_larger] = [
        Rendition.objects.create(
            image=image, filter_spec=size, file=ContentFile(dot.getvalue(), name=f"{size}.png")
        )
        for size in SIZES
    ]
    return smallest
