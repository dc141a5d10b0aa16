"""The lines of a certificate: the template's wording, or the one that the site brings along."""

from django.utils.translation import gettext as _

from ..rules.template_words import Line, lines_of
from .labels import certificate_labels
from .snapshot import CertificateSnapshot


def built_in_wording() -> str:
    """What stands on certificates as long as no template is published, and where the first begins."""
    return "\n".join(
        [_("This certifies that"), "{name}", _("is certified as"), "{title}", "{scope}"]
    )


def lines_on(snapshot: CertificateSnapshot) -> list[Line]:
    """The lines as printed, on the page and on its twin in HTML."""
    labels = certificate_labels(snapshot)
    values = {
        "name": snapshot.holder_name,
        "title": snapshot.scheme_title,
        "scope": snapshot.scope,
        "scheme_version": snapshot.scheme_version,
        "association": snapshot.issuer_name,
        "number": labels["number_value"],
        "issued": labels["issued_value"],
        "valid_until": labels["valid_until_value"],
    }
    return lines_of(snapshot.wording or built_in_wording(), values)
