"""What others see of a certificate, in a real browser: axe on each page, the keyboard, no script at all."""

import pytest
from playwright.sync_api import expect

from certification.registry.models import ContactMessage, RegistryListing
from certification.registry.rules.listing import Level
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories import decisions as world
from tests.factories import registry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOKS = [
    pytest.param(DESKTOP, "light", id="wide and light"),
    pytest.param(DESKTOP, "dark", id="wide and dark"),
    pytest.param(PHONE, "light", id="phone and light"),
    pytest.param(PHONE, "dark", id="phone and dark"),
]


@pytest.fixture(autouse=True)
def _plain_documents(monkeypatch):
    monkeypatch.setattr(
        "certification.credentials.actions.issuing.carriers_of",
        lambda one: {kind: kind.encode() for kind in ("pdf", "png", "json", "jwt")},
    )


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_strangers_pages_are_accessible_and_fit(visitor, viewport, scheme):
    listing = registry.a_listing(Level.LETTERS)
    withdrawn = world.a_certificate_showing("withdrawn")
    stranger = visitor(viewport=viewport, color_scheme=scheme)

    for address in (
        "/verify/",
        f"/verify/{listing.certificate.number}/",
        f"/verify/{withdrawn.number}/",
        "/registry/",
        f"/registry/{listing.letterbox}/",
    ):
        looks_well(stranger, address, viewport)


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_the_holders_pages_are_accessible_and_fit(visitor, viewport, scheme):
    listing = registry.a_listing(Level.LETTERS)
    letter = registry.a_letter(listing)
    holder, one = listing.certificate.holder, listing.certificate.public_id
    own = visitor(holder, viewport=viewport, color_scheme=scheme)

    for address in (
        f"/certification/listing/{one}/",
        "/certification/letters/",
        f"/certification/letters/{letter.public_id}/",
        "/certification/out-of-sight/",
        f"/credentials/{one}/",
    ):
        looks_well(own, address, viewport)
    registry.a_suppression(listing.certificate)
    for address in (f"/certification/listing/{one}/", "/certification/out-of-sight/"):
        looks_well(own, address, viewport)


def test_an_empty_list_and_no_letters_are_accessible(visitor):
    stranger = visitor()
    looks_well(stranger, "/registry/", DESKTOP)
    certificate = world.a_certificate_showing()
    looks_well(visitor(certificate.holder), "/certification/letters/", DESKTOP)


def looks_well(browser, address: str, viewport: dict) -> None:
    page = browser.open(address)
    browser.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address


def test_a_choice_shows_at_once_what_a_stranger_will_see(visitor):
    certificate = world.a_certificate_showing()
    page = visitor(certificate.holder).open(f"/certification/listing/{certificate.public_id}/")
    by_number = page.get_by_text("Whoever types your number sees")
    in_list = page.get_by_text("Anybody who opens the list sees")
    expect(by_number).to_be_visible()
    expect(page.get_by_text("They type a name and are told")).to_be_visible()

    page.get_by_label("Show my name to whoever types my number").check()
    expect(page.locator(".sight__name")).to_have_text("Rosa Delgado")
    expect(page.locator(".sight__name")).to_be_visible()
    page.get_by_label("In the public list", exact=False).first.check()
    expect(by_number).not_to_be_visible()
    expect(in_list.first).to_be_visible()
    page.get_by_label("Region").fill("North")
    expect(page.locator(".sight__row dd", has_text="North").first).to_be_visible()
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("you stand in the public list.")).to_be_visible()
    assert RegistryListing.objects.get().region == "North"


def test_hiding_is_two_keys_away_and_needs_no_script(visitor):
    """The skip link, then the first thing of the page that can be pressed."""
    listing = registry.a_listing(Level.LETTERS)
    certificate = listing.certificate
    page = visitor(certificate.holder, java_script_enabled=False).open(
        f"/certification/listing/{certificate.public_id}/"
    )

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.locator("button:focus", has_text="Hide me now").count():
            break
    page.keyboard.press("Enter")

    expect(page.get_by_text("Hidden. From this moment")).to_be_visible()
    assert not RegistryListing.objects.filter(name_shown=True).exists()


def test_a_letter_goes_from_the_list_to_its_reader(visitor):
    listing = registry.a_listing(Level.LETTERS)
    stranger = visitor(java_script_enabled=False)
    page = stranger.open("/registry/")

    page.get_by_role("link", name="Write").click()
    page.get_by_label("Your name and profession").fill(registry.SENDER)
    page.get_by_label("How to reach you").fill(registry.REPLY_TO)
    page.get_by_label("Your message").fill(registry.TEXT)
    expect(page.get_by_label("Leave this field empty")).not_to_be_in_viewport(ratio=0.9)
    page.get_by_role("button", name="Hand it in").click()
    expect(page.get_by_role("heading", name="Handed in")).to_be_visible()

    page = visitor(listing.certificate.holder).open("/certification/letters/")
    page.get_by_role("link", name=registry.SENDER).click()
    expect(page.get_by_text(registry.TEXT)).to_be_visible()
    assert ContactMessage.objects.count() == 1
