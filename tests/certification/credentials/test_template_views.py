"""The screens of the certificate template: writing, looking, publishing; and what hostile words do."""

import base64
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from certification.credentials import specimens
from certification.credentials.actions import templates as actions
from certification.credentials.models import CertificateTemplate
from certification.credentials.views import templates as views
from tests.factories.accounts import a_person
from tests.factories.templates import WORDING, a_draft, a_picture, a_published_template
from training_site.accounts.roles import Role
from training_site.content.typesetting_apart import TooSlow

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar(client, sign_in):
    registrar = a_person(Role.REGISTRAR)
    sign_in(client, registrar)
    return registrar


@pytest.fixture
def draft(registrar, now) -> CertificateTemplate:
    return actions.begin_draft(by=registrar, now=now)


def address(template) -> str:
    return reverse("certificate_template", args=[template.public_id])


def typed(template, **differs) -> dict:
    """The form as a browser would send it."""
    people = {f"{part}_{place}": "" for part in ("name", "role") for place in (1, 2, 3)}
    fields = {"heading": "Certificate", "wording": WORDING, "closing": "", "logo_alt": ""}
    return {**people, **fields, "seen": template.written_at.isoformat(), "act": "save", **differs}


def an_upload(content: bytes, name="logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_draft_is_begun_once_and_saved(client, registrar):
    first = client.post(reverse("certificate_templates"))
    again = client.post(reverse("certificate_templates"))
    draft = CertificateTemplate.objects.get()

    saved = client.post(first.url, typed(draft, heading="Certificate of practice"))

    draft.refresh_from_db()
    assert first.url == again.url == saved.url == address(draft)
    assert draft.heading == "Certificate of practice"
    assert draft.written_by == registrar


def test_the_page_stands_beside_the_form(client, draft):
    page = client.get(address(draft))

    assert base64.b64decode(shown(page)).startswith(b"\x89PNG")


def shown(page) -> str:
    return re.search(r"data:image/png;base64,([^\"]+)", page.text)[1]


def test_looking_stores_nothing_and_shows_what_is_typed(client, draft):
    before = shown(client.get(address(draft)))

    page = client.post(address(draft), typed(draft, act="preview", heading="Another heading"))

    assert shown(page) != before
    assert 'value="Another heading"' in page.text
    draft.refresh_from_db()
    assert draft.heading == "Certificate"


@pytest.mark.parametrize("sample", specimens.NAMES)
def test_each_sample_name_can_be_looked_at(client, draft, sample):
    page = client.post(address(draft), typed(draft, act="preview", sample=sample))

    assert shown(page)


def test_the_page_is_there_as_pdf_and_says_that_it_is_a_specimen(client, draft):
    answer = client.post(address(draft), typed(draft, act="pdf", sample="arabic"))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert b"credential.json" not in answer.content


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("wording", WORDING.replace("{name}", "{nmae}"), "There is no {nmae}."),
        ("wording", "{title}\n{scope}", "Every certificate says {name}."),
        ("wording", "{name} {title}\n{scope}", "{name} is set large"),
        ("wording", WORDING + "\n🌱", "no character for 🌱"),
        ("heading", "🌱 Certificate", "no character for 🌱"),
        ("closing", "Seal ᚠ", "no character for ᚠ"),
        ("name_2", "Ana ⌛", "no character for ⌛"),
        ("name_1", "", "Write whose role this is"),
        ("heading", "x" * 81, "at most 80 characters"),
        ("wording", "x" * 1201, "at most 1200 characters"),
        ("seen", "", "Open this page anew"),
    ],
)
def test_what_is_amiss_is_said_at_its_field_and_nothing_is_lost(client, draft, field, value, said):
    alone = {"role_1": "Chair"} if field == "name_1" else {}
    page = client.post(address(draft), typed(draft, closing="Kept words", **alone) | {field: value})

    form = page.context["form"]
    assert said in str(form.errors[field])
    assert form["closing"].value() == (value if field == "closing" else "Kept words")
    assert shown_none(page)
    draft.refresh_from_db()
    assert draft.heading == "Certificate"


def shown_none(page) -> bool:
    return "data:image/png" not in page.text


def turned_sideways() -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "secret remark"
    return a_picture("JPEG", exif=exif)


def with_a_remark() -> bytes:
    info = PngInfo()
    info.add_text("Comment", "secret remark")
    return a_picture(pnginfo=info) + b"secret after the end"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (with_a_remark(), (300, 120)),
        (turned_sideways(), (120, 300)),
        (a_picture("JPEG", exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08secret"), (300, 120)),
        (a_picture(size=(3000, 600)), (1200, 240)),
    ],
)
def test_a_picture_is_kept_as_its_pixels_alone(client, draft, content, size):
    client.post(address(draft), typed(draft, logo=an_upload(content), logo_alt="A disc"))

    draft.refresh_from_db()
    with Image.open(io.BytesIO(bytes(draft.logo))) as kept:
        assert (kept.format, kept.size, kept.info) == ("PNG", size, {})
    assert b"secret" not in bytes(draft.logo)
    assert draft.logo_alt == "A disc"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither a PNG nor a JPEG"),
        (b"GIF89a" + b"\x00" * 40, "neither a PNG nor a JPEG"),
        (a_picture()[:90], "broken"),
        (b"\x89PNG" + b"\x00" * (2 * 1024 * 1024 + 1), "more than 2 MB"),
        (a_picture(size=(4000, 2100)), "more than 8 million pixels"),
        (b"", "empty"),
    ],
)
def test_what_is_no_small_picture_is_refused_at_its_field(client, draft, content, said):
    page = client.post(
        address(draft), typed(draft, logo=an_upload(content, "logo.png"), logo_alt="A disc")
    )

    assert said in str(page.context["form"].errors["logo"])


def test_a_chosen_picture_survives_a_mistake_elsewhere(client, draft):
    wrong = typed(draft, logo=an_upload(a_picture()), logo_alt="", closing="Words")
    page = client.post(address(draft), wrong)
    kept = page.context["form"]["chosen_logo"].value()

    client.post(address(draft), typed(draft, chosen_logo=kept, logo_alt="A disc"))

    assert "Say what the picture shows" in page.text
    draft.refresh_from_db()
    assert bytes(draft.logo) == actions.clean_logo(a_picture())


def test_a_picture_stays_until_it_is_taken_off(client, registrar):
    draft = a_draft()
    client.post(address(draft), typed(draft, logo_alt="Another word for it"))
    draft.refresh_from_db()
    assert draft.logo

    client.post(address(draft), typed(draft, drop_logo="on"))

    draft.refresh_from_db()
    assert (draft.logo, draft.logo_alt, draft.logo_hash) == (None, "", "")


def test_somebody_elses_save_is_not_overwritten(client, draft, now):
    stale = typed(draft, heading="Mine")
    client.post(address(draft), typed(draft, heading="Theirs"))

    page = client.post(address(draft), stale)

    assert "has changed this draft since you opened it" in page.text
    assert 'value="Mine"' in page.text
    draft.refresh_from_db()
    assert draft.heading == "Theirs"


def test_publishing_says_what_it_means_and_asks_for_a_fresh_sign_in(client, sign_in, draft):
    publish = reverse("publish_certificate_template", args=[draft.public_id])
    client.post(address(draft), typed(draft))
    draft.refresh_from_db()
    body = {"seen": draft.written_at.isoformat()}
    page = client.get(publish)
    sign_in(client, a_person(Role.REGISTRAR), fresh=False)
    stale = client.post(publish, body)
    sign_in(client, a_person(Role.ADMINISTRATOR))

    done = client.post(publish, body)

    assert "Certificates already issued stay as they are." in page.text
    assert "has met scheme version" in page.text  # the difference, before it is done
    assert "reauthenticate" in stale.url
    assert done.url == reverse("certificate_templates")
    assert CertificateTemplate.objects.in_use() == draft


def test_a_draft_that_changed_since_is_not_published(client, draft):
    publish = reverse("publish_certificate_template", args=[draft.public_id])
    seen = {"seen": draft.written_at.isoformat()}
    client.post(address(draft), typed(draft))

    page = client.post(publish, seen)

    assert "has changed this draft since you opened it" in page.text
    assert CertificateTemplate.objects.in_use() is None


def test_a_published_version_is_shown_and_takes_nothing(client, registrar):
    published = a_published_template()

    page = client.get(address(published), {"sample": "hebrew"})
    posted = client.post(address(published), typed(published, heading="Other"))
    again = client.get(reverse("publish_certificate_template", args=[published.public_id]))

    assert shown(page)
    assert posted.status_code == 409
    assert again.url == address(published)
    published.refresh_from_db()
    assert published.heading == "Certificate of practice"


def test_the_list_asks_the_same_however_many_versions(client, registrar, count_queries):
    for _ in range(3):
        a_published_template()

    with count_queries(at_most=20):
        page = client.get(reverse("certificate_templates"))

    assert page.text.count("Version ") == 3


def test_whoever_looks_without_pause_waits_and_keeps_what_was_typed(client, draft, monkeypatch):
    monkeypatch.setattr(views, "LIMIT", 1)
    client.post(address(draft), typed(draft, act="preview"))

    page = client.post(address(draft), typed(draft, act="preview", closing="Kept"))
    as_pdf = client.post(address(draft), typed(draft, act="pdf"))

    assert "Wait a minute" in page.text
    assert shown_none(page)
    assert 'value="Kept"' in page.text
    assert as_pdf.status_code == 429


def test_a_page_that_takes_too_long_is_stopped_and_said_so(client, draft, monkeypatch):
    def stopped(*args, **kwargs):
        raise TooSlow("stopped")

    monkeypatch.setattr(specimens, "typeset_apart", stopped)

    assert "took too long" in client.get(address(draft)).text
