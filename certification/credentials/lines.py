"""One certification, and the certificates that stood for it one after the other."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from certification.credentials.models import Certificate, CertificateReplacement


@dataclass(frozen=True)
class Place:
    """A certificate in its line: by what it came, in a word too, and for what it gave way."""

    certificate: Certificate
    came_by: CertificateReplacement | None
    came_as: str
    gave_way_for: str


def places_of(certificate: Certificate) -> list[Place]:
    """The newest first. A certificate that nothing replaced is alone in its line."""
    line = Certificate.objects.line_of(certificate).issued()
    rows = list(line.select_related("replacement__by"))
    replaced = {one.replacement.certificate_id: one.replacement for one in rows if one.replacement}
    printed = {one.pk: one.snapshot["holder_name"] for one in rows}
    return [
        Place(
            one,
            one.replacement,
            came_as=_word(one.replacement, printed),
            gave_way_for=_word(replaced.get(one.pk), printed),
        )
        for one in rows
    ]


def _word(replacement: CertificateReplacement | None, printed: dict[int, str]) -> str:
    """A correction that leaves the name as it was gives back what an appeal found wrongly taken."""
    if replacement is None:
        return ""
    if replacement.scope and replacement.name == printed[replacement.certificate_id]:
        return _("Scope given back")
    return replacement.get_kind_display()


def waiting_for(certificate: Certificate) -> CertificateReplacement | None:
    """What was asked for and is being made."""
    return certificate.replacements.waiting().first()
