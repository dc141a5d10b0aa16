"""The picture on a template: what is taken in, and how it comes onto the page."""

import base64
import io
import struct
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from training_site.verdict import Refused

KINDS = ("PNG", "JPEG")
LARGEST = 2 * 1024 * 1024
MOST_PIXELS = 8_000_000
KEPT = (1200, 480)
"""No printer shows more on the few centimetres there are."""

WIDEST, HIGHEST = 56, 18
"""Millimetres on the page."""


def cleaned(data: bytes) -> bytes:
    """The picture drawn anew as PNG: its pixels and nothing else. Raises Refused.

    Kind, size and pixels are looked at before anything is decoded.
    """
    if len(data) > LARGEST:
        raise Refused("logo_too_large", most=LARGEST // 1024 // 1024)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # a camera's broken remarks are thrown away with the rest
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=KINDS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise Refused("logo_too_many_pixels", most=MOST_PIXELS // 1_000_000)
                return _drawn_anew(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise Refused("logo_no_picture") from None
    except (OSError, SyntaxError, ValueError, Warning, EOFError, LookupError, struct.error):
        raise Refused("logo_broken") from None


def as_svg(png: bytes) -> str:
    """The picture in the one form that the typesetter takes as text."""
    width, height = _size(png)
    data = base64.b64encode(png).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'href="data:image/png;base64,{data}"/></svg>'
    )


def size_on_page(png: bytes) -> tuple[float, float]:
    """Width and height in millimetres: as large as the room allows, and undistorted."""
    width, height = _size(png)
    scale = min(WIDEST / width, HIGHEST / height)
    return round(width * scale, 3), round(height * scale, 3)


def _drawn_anew(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    transparent = "A" in upright.getbands() or "transparency" in upright.info
    plain = upright.convert("RGBA" if transparent else "RGB")
    plain.thumbnail(KEPT)
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    out = io.BytesIO()
    bare.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _size(png: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
        return picture.size
