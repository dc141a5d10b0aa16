"""Pictures that questions show."""

import io
from hashlib import sha256
from itertools import count

from PIL import Image

from assessments.models import Picture
from tests.factories.assessments import LONG_AGO, OUTCOMES, an_entry

_numbers = count(1)


def a_drawn_picture(width: int = 320, height: int = 180) -> Picture:
    """A plain PNG; no two are alike, so each has a digest of its own."""
    number = next(_numbers)
    drawn = io.BytesIO()
    Image.new("RGB", (width, height), (number % 256, 120, 130)).save(drawn, "PNG")
    content = drawn.getvalue()
    return Picture.objects.create(
        digest=sha256(content).hexdigest()[:16],
        content=content,
        media_type="image/png",
        width=width,
        height=height,
        added_at=LONG_AGO,
    )


def marker_of(picture: Picture, alt: str = "a drawing") -> str:
    return f"![{alt}](picture:{picture.digest})"


def entries_showing(picture: Picture) -> list[dict]:
    """Enough items for an assessment, each with the picture in its question."""
    stem = f"What does it show? {marker_of(picture)}"
    return [an_entry(f"shown-{n}", OUTCOMES[n == 2], stem=stem) for n in range(3)]
