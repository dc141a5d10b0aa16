"""The badge: a picture in the certificate's look that carries the credential inside it."""

import io

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from training_site.content import typesetting

from .pdf import TEMPLATES, template_inputs
from .snapshot import CertificateSnapshot

KEYWORD = "openbadgecredential"
"""The name Open Badges 3.0 gives the one iTXt chunk in which a credential travels."""

PPI = 254
"""A hundred millimetres at this density are exactly 1000 pixels."""


def badge_png(snapshot: CertificateSnapshot, credential: str) -> bytes:
    """Return the badge with `credential` (JSON, or a compact JWT) baked into it."""
    return bake(
        typesetting.picture(f"{TEMPLATES}/badge.typ", template_inputs(snapshot), ppi=PPI),
        credential,
    )


def bake(png: bytes, credential: str) -> bytes:
    """Return `png` with the credential as its only text chunk, uncompressed.

    The last thing ever done to the picture: whoever saves it again drops the chunk.
    """
    info = PngInfo()
    info.add_itxt(KEYWORD, credential, zip=False)
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").save(out, format="PNG", pnginfo=info)
    return out.getvalue()


def read_baked(png: bytes) -> str | None:
    """Return the credential inside a badge, or None when it carries none."""
    with Image.open(io.BytesIO(png)) as image:
        image.load()
        return image.info.get(KEYWORD)
