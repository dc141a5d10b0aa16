"""The fixed words printed on a certificate, in the reader's language."""

from urllib.parse import urlsplit

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..rules.numbers import display
from .snapshot import CertificateSnapshot


def certificate_labels(snapshot: CertificateSnapshot, *, specimen: bool = False) -> dict[str, str]:
    """Return every word that is printed besides the snapshot's own and its wording."""
    address = urlsplit(snapshot.verify_url)
    short_url = (address.netloc + address.path).rstrip("/")
    labels = {
        "lang": (get_language() or "en").split("-")[0],
        "document_title": _("Certificate: {title}").format(title=snapshot.scheme_title),
        "number": _("Number"),
        "number_value": display(snapshot.number),
        "issued": _("Issued"),
        "issued_value": date_format(snapshot.issued_on, "j F Y"),
        "valid_until": _("Valid until"),
        "valid_until_value": date_format(snapshot.valid_until, "j F Y"),
        "scheme": _("Scheme"),
        "scheme_value": _("version {version}").format(version=snapshot.scheme_version),
        "status": _("The status is live at"),
        "short_url": short_url,
        "qr_alt": _("QR code that opens {url}").format(url=short_url),
        "attachment": _("The digital credential that says the same"),
        "licence_note": _("Issued by this association; not a state licence."),
        "demo": _("DEMO"),
        "demo_note": _("A demonstration: this certifies nobody."),
    }
    of_a_specimen = {
        "demo": _("SPECIMEN"),
        "demo_note": _("A specimen: this certifies nobody."),
    }
    return labels | of_a_specimen if specimen else labels
