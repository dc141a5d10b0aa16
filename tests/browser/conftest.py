"""A real browser against a real server: Debian's Chromium, driven by Playwright, checked by axe."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from tests.sign_in import sign_in as signing_in

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Milliseconds: for a machine with much else to do. What is there at once is not waited for.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
# Without preload: axe would fetch the style sheets again, from addresses that are not theirs.
AXE = {"resultTypes": ["violations"], "preload": False}
# Colours are judged when what fades in (Wagtail's messages) has done so.
STILL = """Promise.all(document.getAnimations()
  .filter((one) => one.playState === "running" && one.effect.getComputedTiming().endTime < 5000)
  .map((one) => one.finished.catch(() => {})))"""
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session", autouse=True)
def _playwright_has_a_loop_of_its_own():
    """Django sees Playwright's event loop in this thread and would refuse the database."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """One person at one browser: a page, and what must never happen on it."""

    def __init__(self, chromium, address: str, **options):
        self._context = chromium.new_context(base_url=address, **options)
        self._context.set_default_timeout(PATIENCE)
        self.page = self._context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._note)
        self.page.on("request", self._stay_here)
        self._address = address

    def open(self, path: str):
        answer = self.page.goto(path)
        assert answer.status < 400, f"{path} answered {answer.status}"
        return self.page

    def take_session_of(self, client):
        """Go on in the session of a test client; the sign-in pages have tests of their own."""
        cookie = client.cookies["sessionid"]
        self._context.add_cookies(
            [{"name": "sessionid", "value": cookie.value, "url": self._address}]
        )

    def settle(self):
        """The whole page is here and nothing on it moves: what it holds can be counted."""
        self.page.wait_for_load_state()
        self.page.evaluate(STILL)

    def check(self):
        """No accessibility violation, no script error, nothing asked of another host."""
        assert self.errors == []
        self.settle()
        found = Axe().run(self.page, options=AXE).response["violations"]
        listing = [
            f"{self.page.url} {violation['id']}: {node['html']}"
            for violation in found
            for node in violation["nodes"]
        ]
        assert listing == []

    def close(self):
        self._context.close()
        assert self.errors == []

    def _note(self, message):
        """The page's own status is the test's to claim; everything else must load."""
        if message.type == "error" and message.location.get("url") != self.page.url:
            self.errors.append(f"{self.page.url}: {message.text}")

    def _stay_here(self, request):
        if not request.url.startswith((self._address, "data:", "blob:")):
            self.errors.append(f"{self.page.url} asked for {request.url}")


@pytest.fixture
def visitor(chromium, live_server):
    """Each call opens another browser: `visitor()`, `visitor(user)`, `visitor(viewport=PHONE)`."""
    opened = []

    def open_browser(user=None, **options):
        one = Visitor(chromium, live_server.url, **({"viewport": DESKTOP} | options))
        opened.append(one)
        if user is not None:
            from django.test import Client

            one.take_session_of(signing_in(Client(), user))
        return one

    yield open_browser
    for one in opened:
        one.close()
