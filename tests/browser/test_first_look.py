"""The pages that a stranger meets first, in a real browser."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STRANGERS_PAGES = ["/accounts/login/", "/accounts/password/reset/"]


@pytest.mark.parametrize("path", STRANGERS_PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_strangers_pages_are_accessible_and_fit(visitor, path, scheme, viewport):
    stranger = visitor(viewport=viewport, color_scheme=scheme)

    page = stranger.open(path)

    stranger.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
