"""The printed certificate: a tagged, archival PDF whose bytes depend on its content alone."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime, time

from training_site.content import typesetting

from .labels import certificate_labels
from .logo import as_svg, size_on_page
from .qr import qr_svg
from .snapshot import CertificateSnapshot
from .words import lines_on

TEMPLATES = "certification/credentials/documents/templates"
PAGE = f"{TEMPLATES}/certificate.typ"

DENSITIES = ("1", "0.8", "0.6")
"""Shares of the usual air and height between and of the lines."""

STANDARDS = ["a-3a", "ua-1"]
"""PDF/A-3 so that it lasts and may carry the credential, PDF/UA so that it can be read aloud."""

LONGEST_NAME = 400
"""Characters; what is longer isn't even measured."""


def certificate_pdf(
    snapshot: CertificateSnapshot, credential: str = "", *, logo: bytes = b""
) -> bytes:
    """Return the certificate, with `credential` attached as credential.json when given.

    `logo` is the picture of the template whose hash the snapshot names.
    """
    inputs = page_inputs(snapshot, credential, logo=logo)
    return set_on_one_page(
        lambda density: typesetting.pdf(
            PAGE, inputs | density, standards=STANDARDS, timestamp=_issued_at(snapshot)
        )
    )


def certificate_picture(snapshot: CertificateSnapshot, *, logo: bytes = b"", ppi: int) -> bytes:
    """Return the same page as PNG."""
    inputs = page_inputs(snapshot, logo=logo)
    return set_on_one_page(lambda density: typesetting.picture(PAGE, inputs | density, ppi))


def set_on_one_page(typeset: Callable[[dict[str, str]], bytes]) -> bytes:
    """Set with as much air as there is room for; what does not fit at the closest is refused."""
    for density in DENSITIES:
        try:
            return typeset({"density": density})
        except typesetting.TooLong:
            if density == DENSITIES[-1]:
                raise
    raise AssertionError("one of them is the last")


def page_inputs(
    snapshot: CertificateSnapshot,
    credential: str = "",
    *,
    logo: bytes = b"",
    specimen: bool = False,
) -> dict[str, str]:
    """Return what the page is set from; a specimen says across it that it is none."""
    shown = replace(snapshot, demo=True) if specimen else snapshot
    lines = [asdict(line) for line in lines_on(snapshot)]
    return {
        **template_inputs(shown, specimen=specimen),
        "lines": json.dumps(lines, ensure_ascii=False),
        "logo": as_svg(logo) if logo else "",
        "logo-size": json.dumps(size_on_page(logo)) if logo else "",
        "credential": credential,
    }


def check_name(name: str) -> None:
    """Raise `GlyphMissing` or `TooLong` when `name` can't stand on certificate and badge whole."""
    if len(name) > LONGEST_NAME:
        raise typesetting.TooLong(f"more than {LONGEST_NAME} characters")
    typesetting.pdf(f"{TEMPLATES}/name.typ", {"name": name}, standards=["ua-1"])


def template_inputs(snapshot: CertificateSnapshot, *, specimen: bool = False) -> dict[str, str]:
    """Return what certificate, badge and card are set from."""
    labels = certificate_labels(snapshot, specimen=specimen)
    return {
        "snapshot": json.dumps(snapshot.to_dict(), ensure_ascii=False),
        "labels": json.dumps(labels, ensure_ascii=False),
        "qr": qr_svg(snapshot.verify_url),
    }


def _issued_at(snapshot: CertificateSnapshot) -> datetime:
    """Midnight UTC of the day of issue, so that equal content gives equal bytes."""
    return datetime.combine(snapshot.issued_on, time(), tzinfo=UTC)
