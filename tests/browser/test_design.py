"""The components, the appearance and leaving quickly, in a real browser."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE
from tests.factories.accounts import a_trainee

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.browser.design_urls"),
]
NARROWEST = {"width": 320, "height": 640}  # WCAG 1.4.10: a desktop page at 400 %
HALF_WRITTEN = """
    localStorage.setItem("triad:draft:hours", "1 h 20 min");
    document.addEventListener("triad:leave", (event) =>
      event.detail.waitUntil(Promise.resolve(sessionStorage.setItem("saved", "yes"))));
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE, NARROWEST], ids=["wide", "phone", "narrow"])
def test_every_component_is_accessible_and_fits(visitor, scheme, viewport):
    reader = visitor(viewport=viewport, color_scheme=scheme)

    page = reader.open("/styleguide/")

    reader.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_a_chosen_appearance_holds_on_the_next_page(visitor):
    page = visitor().open("/styleguide/")

    page.get_by_text("Dark", exact=True).click()
    page.get_by_text("Larger", exact=True).click()
    page.goto("/accounts/login/")

    html = page.locator("html")
    assert html.get_attribute("data-theme") == "dark"
    assert html.get_attribute("data-text") == "larger"


def test_leaving_saves_wipes_and_cannot_be_undone_by_going_back(visitor):
    page = visitor(a_trainee()).open("/accounts/you/")
    page.evaluate(HALF_WRITTEN)

    page.get_by_role("button", name="Leave quickly").click()
    page.wait_for_url("**/accounts/left/")

    assert page.evaluate("localStorage.getItem('triad:draft:hours')") is None
    page.go_back()
    assert "/accounts/you/" not in page.url


def test_leaving_waits_for_what_is_being_saved(visitor):
    page = visitor(a_trainee()).open("/accounts/you/")
    page.evaluate(HALF_WRITTEN)

    page.get_by_role("button", name="Leave quickly").click()
    page.wait_for_url("**/accounts/left/")

    assert page.evaluate("sessionStorage.getItem('saved')") == "yes"


def test_leaving_works_without_javascript(visitor):
    page = visitor(a_trainee(), java_script_enabled=False).open("/accounts/you/")

    page.get_by_role("button", name="Leave quickly").click()

    page.wait_for_url("**/accounts/left/")


def test_the_first_key_leads_past_the_header(visitor):
    page = visitor(a_trainee()).open("/accounts/you/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"
