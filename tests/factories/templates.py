"""Certificate templates for tests, reached by the site's actions."""

import io
from datetime import timedelta

from PIL import Image, ImageDraw

from certification.credentials.actions import templates as actions
from certification.credentials.models import CertificateTemplate
from tests.factories.accounts import a_registrar
from tests.factories.decisions import NOW

WORDING = (
    "By decision of its committee, the {association} certifies that\n{name}\nhas met scheme version"
    " {scheme_version} and is, until {valid_until},\n{title}\n{scope}"
)
PEOPLE = [
    {"name": "Dr. Amara Okonkwo-Lindqvist", "role": "President"},
    {"name": "Jean-Baptiste Delacroix", "role": "Chair, certification committee"},
]


def a_picture(kind: str = "PNG", size=(300, 120), **saved) -> bytes:
    """A disc and a bar, as somebody would upload it."""
    image = Image.new("RGB", size, "#ffffff")
    draw = ImageDraw.Draw(image)
    draw.ellipse((5, 5, size[1] - 5, size[1] - 5), fill="#12565b")
    draw.rectangle((size[1] + 20, 30, size[0] - 5, size[1] - 30), fill="#c85a1e")
    out = io.BytesIO()
    image.save(out, format=kind, **saved)
    return out.getvalue()


def some_words(**differs) -> actions.Words:
    words = {
        "heading": "Certificate of practice",
        "wording": WORDING,
        "closing": "The holder is bound by the code of ethics.",
        "signatories": PEOPLE,
        "logo": actions.clean_logo(a_picture()),
        "logo_alt": "A disc beside a bar",
    }
    return actions.Words(**words | differs)


def a_draft(*, by=None, now=NOW, **differs) -> CertificateTemplate:
    by = by or a_registrar()
    draft = actions.begin_draft(by=by, now=now)
    return actions.change_draft(
        draft, some_words(**differs), seen=draft.written_at, by=by, now=now + timedelta(minutes=1)
    )


def a_published_template(*, by=None, now=NOW, **differs) -> CertificateTemplate:
    draft = a_draft(by=by, now=now, **differs)
    return actions.publish(
        draft, seen=draft.written_at, by=by or a_registrar(), now=now + timedelta(minutes=2)
    )
