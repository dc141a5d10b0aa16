"""Pages as they should look: grey, small, kept beside the tests. Drawn anew by

    python -m tests.certification.credentials.documents.goldens

after a change that is meant; look at every one of them before it is committed.
"""

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from certification.credentials.documents.logo import cleaned
from certification.credentials.documents.pdf import certificate_picture
from certification.credentials.documents.snapshot import CertificateSnapshot, Signatory
from tests.certification.credentials.documents import conftest
from tests.certification.credentials.documents.test_pdf import NAMES

FOLDER = Path(__file__).parent / "goldens"
PPI = 48
BLOCK = 12
"""Pixels; about the height of a line. Blocks are compared by their means, which the smoothing of edges
leaves alone and a missing letter does not."""

TOLERANCE = 10
"""Of 255 levels of grey, for the mean of any one block."""

SHOWN = (
    "sixty characters",
    "a word of 45",
    "three hundred characters",
    "punctuation",
    "Arabic",
    "Hebrew",
    "Chinese, Japanese, Korean",
    "combining marks",
    "Devanagari and Thai",
    "markup",
)
LOOKS = ("built-in", "template")


def dressed_up(snapshot: CertificateSnapshot) -> CertificateSnapshot:
    """The same certificate in the words of a template that uses everything there is."""
    return replace(
        snapshot,
        signatories=snapshot.signatories[:1],
        heading="Certificate of practice",
        wording=(
            "By decision of its committee, the {association} certifies that\n{name}\nhas met scheme"
            " version {scheme_version} and is, until {valid_until},\n{title}\n{scope}"
        ),
        closing="The holder is bound by the code of ethics of the association.",
        further_signatories=(
            Signatory("Dr. Amara Okonkwo-Lindqvist", "President"),
            Signatory("فاطمة الأندلسي", "Registrar"),
        ),
        logo_hash="0" * 64,
        logo_alt="A dark bar",
    )


def the_logo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 90), "#12565b").save(out, "PNG")
    return cleaned(out.getvalue())


def page(snapshot: CertificateSnapshot, look: str, name: str) -> tuple[CertificateSnapshot, bytes]:
    """What is printed, and its picture."""
    one = replace(snapshot, holder_name=NAMES[name])
    return (one, b"") if look == "built-in" else (dressed_up(one), the_logo())


def drawn(snapshot: CertificateSnapshot, look: str, name: str) -> Image.Image:
    one, logo = page(snapshot, look, name)
    png = certificate_picture(one, logo=logo, ppi=PPI)
    return Image.open(io.BytesIO(png)).convert("L")


def path_of(look: str, name: str) -> Path:
    return FOLDER / f"{look}-{name.replace(' ', '-').replace(',', '').lower()}.png"


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far apart the means of two blocks in the same place are at most; 255 for other sizes."""
    if one.size != other.size:
        return 255
    small = (one.width // BLOCK, one.height // BLOCK)
    pairs = zip(
        one.resize(small, Image.Resampling.BOX).tobytes(),
        other.resize(small, Image.Resampling.BOX).tobytes(),
        strict=True,
    )
    return max(abs(a - b) for a, b in pairs)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    snapshot = conftest.snapshot.__wrapped__()
    for look in LOOKS:
        for name in SHOWN:
            drawn(snapshot, look, name).save(path_of(look, name), optimize=True)


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "training_site.settings.test")
    django.setup()
    main()
