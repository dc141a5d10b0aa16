"""What the browser tests of attempts share: browsers whose lines may fail, and words for the page."""

from contextlib import contextmanager

from django.test import Client
from django.urls import reverse

from assessments.models import Response
from tests.browser.conftest import PATIENCE
from tests.sign_in import sign_in


@contextmanager
def browsers(chromium, live_server):
    """Each call opens another one, with a sign-in of its own: enter(user, java_script_enabled=False)."""
    contexts = []

    def enter(user, **options):
        value = sign_in(Client(), user).cookies["sessionid"].value
        context = chromium.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
        contexts.append(context)
        return context

    yield enter
    for context in contexts:
        context.close()


def address(attempt, name="attempt"):
    return reverse(name, args=[attempt.assessment.public_id, attempt.public_id])


def open_page(context, attempt):
    page = context.new_page()
    page.goto(address(attempt))
    return page


def choose(page, position, option):
    page.locator(f'[name="answer-{position}"][value="{option}"]').check()


def state(page):
    return page.locator("[data-save-state]")


def stored(attempt, position=1):
    return Response.objects.get(
        attempt_item__attempt=attempt, attempt_item__position=position
    ).answer


def cut(context):
    """No save arrives any more; pages do."""
    context.route("**/answers/*/", lambda route: route.abort())


def mend(context):
    context.unroute("**/answers/*/")


def tab_to(page, selector, most=250):
    """With the keyboard alone, as often round the page as it takes."""
    for _ in range(most):
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"No key leads to {selector}")
