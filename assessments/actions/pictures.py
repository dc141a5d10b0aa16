"""Pictures for items: small, of the kind that their bytes say they are, kept once."""

import io
from datetime import datetime

from django.db import transaction
from PIL import Image

from assessments.interchange.markup import PictureLeft
from assessments.interchange.pictures import LARGEST, kind_of, name_of
from assessments.interchange.text import marker
from assessments.models import Picture
from training_site import audit
from training_site.verdict import Refused


@transaction.atomic
def add_picture(content: bytes, *, by, now: datetime) -> Picture:
    """The picture of these bytes, new or there already. Raises Refused: picture_unusable."""
    if len(content) > LARGEST:
        raise Refused("picture_too_large", most=LARGEST // 1024)
    media_type = _media_type(content)
    with Image.open(io.BytesIO(content)) as opened:
        width, height = opened.size
    picture, created = Picture.objects.get_or_create(
        digest=name_of(content),
        defaults={
            "content": content,
            "media_type": media_type,
            "width": width,
            "height": height,
            "added_by": by,
            "added_at": now,
        },
    )
    if created:
        values = {"picture": picture.digest}
        audit.record("assessments.picture.added", actor=by, target=picture, at=now, values=values)
    return picture


def marker_of(picture: Picture, alt: str) -> str:
    """What a text says where the picture is to be shown."""
    return marker(alt, picture.digest)


def _media_type(content: bytes) -> str:
    try:
        return kind_of(content)
    except PictureLeft:
        raise Refused("picture_unusable") from None
