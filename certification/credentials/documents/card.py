"""The share card: a picture for networks and mails, in the certificate's look. It proves nothing."""

import io
from dataclasses import replace

from django.utils.translation import gettext as _
from PIL import Image

from training_site.content import typesetting

from .labels import certificate_labels
from .pdf import TEMPLATES, template_inputs
from .snapshot import CertificateSnapshot

CARD = f"{TEMPLATES}/card.typ"

PPI = 254
"""A millimetre at this density is ten pixels: 1200 × 630, as networks show the picture of a link."""


def card_png(snapshot: CertificateSnapshot, *, name: str) -> bytes:
    """Return the card, with `name` where the holder shows it; a name that cannot be set is left out."""
    try:
        picture = typesetting.picture(CARD, card_inputs(snapshot, name), PPI)
    except typesetting.CannotBeSet:
        if not name:
            raise
        return card_png(snapshot, name="")
    return _opaque(picture)


def card_alt(snapshot: CertificateSnapshot, *, name: str) -> str:
    """Return everything the card says, for those who hear it."""
    labels = certificate_labels(snapshot)
    until = f"{labels['valid_until']} {labels['valid_until_value']}"
    said = [snapshot.scheme_title, name, snapshot.issuer_name, until]
    words = _("Certificate: {facts}.").format(facts=", ".join(filter(None, said)))
    return f"{words} {labels['demo_note']}" if snapshot.demo else words


def card_inputs(snapshot: CertificateSnapshot, name: str) -> dict[str, str]:
    """Return what the card is set from: the snapshot without a name that is not to be seen."""
    return template_inputs(replace(snapshot, holder_name=name))


def _opaque(png: bytes) -> bytes:
    """Without transparency, which some networks fill with black."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").save(out, format="PNG", optimize=True)
    return out.getvalue()
