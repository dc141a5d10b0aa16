"""Pictures that come with questions: few, small, and of the kind that their bytes say they are."""

import base64
import binascii
import hashlib
import io
import warnings
from collections.abc import Callable, Mapping

from PIL import Image, UnidentifiedImageError

from assessments.interchange.markup import PictureLeft

KINDS = ("PNG", "JPEG", "GIF", "WEBP")
MOST = 200
LARGEST = 512 * 1024  # bytes, as the database takes them
MOST_PIXELS = 20_000_000
DIGITS = 12
"""Of the SHA-256 of a picture's bytes, which is its name here."""


def name_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def kind_of(data: bytes) -> str:
    """The media type. Raises PictureLeft where it is no picture that is kept."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=KINDS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise PictureLeft("picture_refused", fault="too many pixels")
                picture.verify()
                return Image.MIME[picture.format]
    except PictureLeft:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise PictureLeft("picture_refused", fault="not PNG, JPEG, GIF or WebP") from None
    except (OSError, SyntaxError, ValueError, Warning, EOFError):
        raise PictureLeft("picture_refused", fault="its bytes are broken") from None


class Album:
    """The pictures of one file. `find` gives the bytes that an address stands for, or None."""

    def __init__(self, kept: dict[str, bytes], find: Callable[[str], bytes | None]):
        self.kept, self.find = kept, find

    def keep(self, address: str) -> str:
        """The name of the picture at this address. Raises PictureLeft."""
        shown = address[:60]
        if address.startswith(("http:", "https:", "//")):
            raise PictureLeft("picture_elsewhere", name=shown)
        data = embedded(address) if address.startswith("data:") else self.find(address)
        if data is None:
            raise PictureLeft("picture_absent", name=shown)
        return self.add(data, shown)

    def add(self, data: bytes, shown: str) -> str:
        try:
            if len(data) > LARGEST:
                raise PictureLeft("picture_refused", fault=f"larger than {LARGEST // 1024} KB")
            kind_of(data)
            name = name_of(data)
            if len(self.kept) >= MOST and name not in self.kept:
                raise PictureLeft("picture_refused", fault=f"more than {MOST} pictures")
        except PictureLeft as left:
            raise PictureLeft(left.reason, **left.details | {"name": shown}) from None
        self.kept[name] = data
        return name


def embedded(address: str) -> bytes | None:
    """The bytes in a data: address."""
    head, _mark, said = address.partition(",")
    return decoded(said) if head.endswith(";base64") else None


def decoded(said: str) -> bytes | None:
    try:
        return base64.b64decode("".join(said.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def file_name(name: str, pictures: Mapping[str, bytes]) -> str:
    """A picture's name as a file for other programs; empty where the picture is not at hand."""
    if name not in pictures:
        return ""
    return f"{name}.{kind_of(pictures[name]).removeprefix('image/')}"
