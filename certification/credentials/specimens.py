"""A certificate that certifies nobody: how a template will look with the names that there are.

The page is the very one that is issued, under a watermark; nothing of it is stored or signed.
"""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from certification.credentials.addresses import verify_url
from certification.credentials.documents import pdf
from certification.credentials.documents.snapshot import CertificateSnapshot, Signatory
from certification.credentials.models import CertificateTemplate
from certification.credentials.rules.numbers import NO_NUMBER
from certification.credentials.rules.replacing import LONGEST_SCOPE
from certification.credentials.rules.validity import last_day
from certification.credentials.snapshots import dressed
from certification.credentials.wording import GRANTED_BY_DECISION, SCOPE
from certification.decisions.rules.applying import LONGEST_NAME
from certification.scheme.models import SchemeVersion
from training_site.content.association import association
from training_site.content.typesetting_apart import typeset_apart

ORDINARY = "ordinary"
NAMES = {
    ORDINARY: "Maren Oyelaran-Whitfield",
    "long": "Maria Fernanda de los Ángeles Villavicencio y Fernández de Córdoba",
    "word": "Pneumonoultramicroscopicsilicovolcanoconiosis",
    "arabic": "فاطمة الزهراء بنت محمد بن عبد الله الأندلسي",
    "hebrew": "נועה בן־דוד לוי",
    "cjk": "李小龙 山田太郎 김철수",
    "marks": "Ẹ̀kọ́ Nguyễn N\N{COMBINING DIAERESIS}a\N{COMBINING TILDE}",
}
LABELS = {
    ORDINARY: _lazy("An ordinary name"),
    "long": _lazy("More than sixty characters"),
    "word": _lazy("One word of 45 letters"),
    "arabic": _lazy("Arabic, from right to left"),
    "hebrew": _lazy("Hebrew, from right to left"),
    "cjk": _lazy("Chinese, Japanese, Korean"),
    "marks": _lazy("Several marks on a letter"),
}
PPI = 96


def specimen(template: CertificateTemplate, *, name: str, today: date, scope: str = ""):
    """What a certificate of today with this name would say in the words of `template`."""
    issuer, version = association(), SchemeVersion.objects.effective()
    title = version.scheme.title if version else _("Certified Surrogate Partner")
    number = version.number if version else "1.0"
    plain = CertificateSnapshot(
        number=NO_NUMBER,
        public_id=str(UUID(int=0)),
        holder_name=name,
        scheme_title=title,
        scheme_version=number,
        scope=scope or str(SCOPE),
        criteria=str(GRANTED_BY_DECISION).format(version=number),
        issuer_name=issuer.issuer,
        issuer_url=issuer.issuer_url or settings.SITE_URL,
        issued_on=today,
        valid_until=last_day(today, 3),
        zone=issuer.zone,
        verify_url=verify_url(NO_NUMBER),
        signatories=(Signatory(_("Whoever decides"), _("Decision-maker")),),
    )
    return dressed(plain, template)


def specimen_picture(template: CertificateTemplate, *, name: str, today: date) -> bytes:
    """Return the page as PNG. Raises CannotBeSet."""
    return _set("picture", template, specimen(template, name=name, today=today), ppi=PPI)


def specimen_pdf(template: CertificateTemplate, *, name: str, today: date) -> bytes:
    """Return the page as PDF, unsigned. Raises CannotBeSet."""
    page = specimen(template, name=name, today=today)
    return _set("pdf", template, page, standards=pdf.STANDARDS)


def try_the_fullest(template: CertificateTemplate, *, today: date) -> None:
    """Raise CannotBeSet unless the longest name and the longest scope fit beside these words."""
    name = ("Maximiliane " * LONGEST_NAME)[:LONGEST_NAME].strip()
    scope = ("in a team of three " * LONGEST_SCOPE)[:LONGEST_SCOPE].strip()
    page = specimen(template, name=name, today=today, scope=scope)
    _set("pdf", template, page, standards=pdf.STANDARDS)


def _set(call: str, template: CertificateTemplate, page: CertificateSnapshot, **options) -> bytes:
    inputs = pdf.page_inputs(page, logo=bytes(template.logo or b""), specimen=True)
    variants = [{"density": density} for density in pdf.DENSITIES]
    return typeset_apart(call, pdf.PAGE, inputs, variants=variants, **options)
