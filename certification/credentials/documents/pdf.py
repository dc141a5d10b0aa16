"""The printed certificate: a tagged, archival PDF whose bytes depend on its content alone."""

import json
from datetime import UTC, datetime, time

from training_site.content import typesetting

from .labels import certificate_labels
from .qr import qr_svg
from .snapshot import CertificateSnapshot

TEMPLATES = "certification/credentials/documents/templates"

STANDARDS = ["a-3a", "ua-1"]
"""PDF/A-3 so that it lasts and may carry the credential, PDF/UA so that it can be read aloud."""

PREVIEW_PPI = 110

LONGEST_NAME = 400
"""Characters; what is longer isn't even measured."""


def certificate_pdf(snapshot: CertificateSnapshot, credential: str = "") -> bytes:
    """Return the certificate, with `credential` attached as credential.json when given."""
    inputs = {**template_inputs(snapshot), "credential": credential}
    return typesetting.pdf(
        f"{TEMPLATES}/certificate.typ", inputs, standards=STANDARDS, timestamp=_issued_at(snapshot)
    )


def certificate_preview(snapshot: CertificateSnapshot) -> bytes:
    """Return the same page as a PNG."""
    inputs = {**template_inputs(snapshot), "credential": ""}
    return typesetting.picture(f"{TEMPLATES}/certificate.typ", inputs, ppi=PREVIEW_PPI)


def check_name(name: str) -> None:
    """Raise `GlyphMissing` or `TooLong` when `name` can't stand on certificate and badge whole."""
    if len(name) > LONGEST_NAME:
        raise typesetting.TooLong(f"more than {LONGEST_NAME} characters")
    typesetting.pdf(f"{TEMPLATES}/name.typ", {"name": name}, standards=["ua-1"])


def template_inputs(snapshot: CertificateSnapshot) -> dict[str, str]:
    """Return what the certificate and the badge are set from."""
    values = snapshot.to_dict()
    return {
        "snapshot": json.dumps(values, ensure_ascii=False),
        "labels": json.dumps(certificate_labels(snapshot), ensure_ascii=False),
        "qr": qr_svg(snapshot.verify_url),
    }


def _issued_at(snapshot: CertificateSnapshot) -> datetime:
    """Midnight UTC of the day of issue, so that equal content gives equal bytes."""
    return datetime.combine(snapshot.issued_on, time(), tzinfo=UTC)
