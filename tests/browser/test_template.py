"""A certificate template in a real browser: the page beside the form follows what is typed."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from certification.credentials.actions.templates import begin_draft
from certification.credentials.models import CertificateTemplate
from tests.browser.conftest import AXE, PHONE
from tests.factories.accounts import a_registrar
from tests.factories.decisions import NOW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURE = "[data-template-page] img"


@pytest.fixture
def registrar():
    return a_registrar()


@pytest.fixture
def draft(registrar):
    return begin_draft(by=registrar, now=NOW)


def address(draft) -> str:
    return reverse("certificate_template", args=[draft.public_id])


def test_the_page_follows_what_is_typed_and_nothing_is_stored(visitor, registrar, draft):
    page = visitor(registrar).open(address(draft))
    before = page.locator(PICTURE).get_attribute("src")

    page.get_by_label("Heading").fill("Certificate of practice")

    expect(page.locator(PICTURE)).not_to_have_attribute("src", before)
    page.get_by_label("Line at the foot").fill("A seal 🌱")
    expect(page.locator("[data-template-page]")).to_contain_text("no character for 🌱")
    page.get_by_label("Line at the foot").fill("A seal")
    expect(page.locator(PICTURE)).to_be_visible()
    assert page.get_by_label("Heading").input_value() == "Certificate of practice"
    assert CertificateTemplate.objects.get().heading == "Certificate"


@pytest.mark.parametrize("options", [{}, {"viewport": PHONE}], ids=["desk", "phone"])
def test_form_and_page_can_be_heard_and_reached(visitor, registrar, draft, options):
    one = visitor(registrar, **options)
    page = one.open(address(draft))

    found = Axe().run(page, context=".staff", options=AXE).response["violations"]
    assert [violation["id"] for violation in found] == []
    page.get_by_role("button", name="Save the draft").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved.")).to_be_visible()
    publish = one.open(reverse("publish_certificate_template", args=[draft.public_id]))
    found = Axe().run(publish, context=".staff", options=AXE).response["violations"]
    assert [violation["id"] for violation in found] == []
