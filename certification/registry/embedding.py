"""A link for the holder's own page or signature: plain text that asks here when it is followed.

No script and no picture: nothing of ours runs on another's page, and nobody who reads it is counted.
"""

import re
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.translation import gettext as _

from certification.credentials.addresses import verify_url
from certification.credentials.models import Certificate

SPECIAL = re.compile(r"([\\`*_\[\]()<>#|~])")


@dataclass(frozen=True)
class Embedded:
    html: str
    markdown: str


def embedded(certificate: Certificate, *, name: str) -> Embedded:
    """The name stands in it only where strangers see it anyway."""
    snapshot, address = certificate.frozen, verify_url(certificate.number)
    words = _("{title}, certified by {issuer}: check it")
    if name:
        words = _("{name}, {title}, certified by {issuer}: check it")
    text = words.format(name=name, title=snapshot.scheme_title, issuer=snapshot.issuer_name)
    return Embedded(
        html=format_html('<a href="{}" rel="noopener noreferrer">{}</a>', address, text),
        markdown=f"[{SPECIAL.sub(_escaped, text)}]({address})",
    )


def _escaped(found: re.Match) -> str:
    return f"\\{found[1]}"
