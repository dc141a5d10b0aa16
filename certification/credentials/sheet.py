"""The certificate as a page in HTML: the twin of the PDF, made from the same frozen words."""

import base64
from dataclasses import dataclass

from certification.credentials.addresses import verify_url
from certification.credentials.carriers import logo_of
from certification.credentials.documents.labels import certificate_labels
from certification.credentials.documents.qr import qr_svg
from certification.credentials.documents.snapshot import CertificateSnapshot
from certification.credentials.documents.words import lines_on
from certification.credentials.models import Certificate
from certification.credentials.rules.template_words import Line


@dataclass(frozen=True)
class Sheet:
    """Everything that the page prints, in its order. Pictures travel in the page itself."""

    snapshot: CertificateSnapshot
    labels: dict[str, str]
    lines: list[Line]
    logo: str
    qr: str
    verify_url: str

    @property
    def signatories(self):
        return self.snapshot.signatories + self.snapshot.further_signatories


def sheet_of(certificate: Certificate) -> Sheet:
    snapshot, logo = certificate.frozen, logo_of(certificate)
    address = verify_url(certificate.number)
    return Sheet(
        snapshot=snapshot,
        labels=certificate_labels(snapshot),
        lines=lines_on(snapshot),
        logo=_embedded("image/png", logo) if logo else "",
        qr=_embedded("image/svg+xml", qr_svg(address).encode()),
        verify_url=address,
    )


def _embedded(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
