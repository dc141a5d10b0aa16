"""Answers in a real browser: saved as given, kept through dead lines, two windows and reloads."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from assessments.models import Attempt, Response
from tests.browser.conftest import DESKTOP, PATIENCE, PHONE
from tests.factories.assessments import an_assessment, an_attempt, an_entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(chromium, live_server, sign_in):
    """A browser whose lines may fail on purpose: enter(user, java_script_enabled=False)."""
    contexts = []

    def open_context(user, **options):
        value = sign_in(Client(), user).cookies["sessionid"].value
        context = chromium.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        context.close()


@pytest.fixture
def attempt():
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    return an_attempt(an_assessment(items), now=timezone.now())


def address(attempt):
    return reverse("attempt", args=[attempt.assessment.public_id, attempt.public_id])


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


def test_an_answer_is_saved_as_it_is_given_and_survives_a_reload(enter, attempt):
    page = open_page(enter(attempt.learner), attempt)

    choose(page, 1, "b")
    expect(page.locator("#question-1 [data-state]")).to_have_text("Saved")
    page.reload()

    assert stored(attempt) == ["b"]
    expect(page.locator('[name="answer-1"][value="b"]')).to_be_checked()
    expect(page.locator("[data-answered]").first).to_have_text("1")


def test_without_a_connection_nothing_is_submitted_and_all_is_sent_later(enter, attempt):
    context = enter(attempt.learner)
    page = open_page(context, attempt)
    context.set_offline(True)

    choose(page, 1, "b")
    expect(state(page)).to_contain_text("no connection")
    assert stored(attempt) == []
    context.set_offline(False)

    expect(state(page)).to_have_text("All answers saved")
    assert stored(attempt) == ["b"]


def test_what_could_not_be_saved_is_restored_after_a_reload(enter, attempt):
    context = enter(attempt.learner)
    page = open_page(context, attempt)
    context.route("**/answers/*/", lambda route: route.abort())
    choose(page, 1, "c")
    expect(state(page)).to_contain_text("no connection")

    context.unroute("**/answers/*/")
    page.reload()

    expect(state(page)).to_have_text("All answers saved")
    assert stored(attempt) == ["c"]


def test_a_lost_acknowledgement_is_no_conflict(enter, attempt):
    context = enter(attempt.learner)
    page = open_page(context, attempt)

    def arrive_and_break(route):
        route.fetch()
        route.abort()

    context.route("**/answers/*/", arrive_and_break, times=1)
    choose(page, 1, "a")
    expect(state(page)).to_contain_text("no connection")
    choose(page, 1, "d")

    expect(state(page)).to_have_text("All answers saved")
    assert stored(attempt) == ["d"]
    expect(page.locator(".conflict")).to_have_count(0)


@pytest.mark.parametrize(("keep", "kept"), [("mine", ["b"]), ("saved", ["a"])])
def test_two_windows_are_told_apart_and_the_learner_decides(enter, attempt, keep, kept):
    context = enter(attempt.learner)
    first, second = open_page(context, attempt), open_page(context, attempt)
    choose(first, 1, "a")
    expect(state(first)).to_have_text("All answers saved")

    choose(second, 1, "b")
    expect(second.locator(".conflict")).to_contain_text("was answered elsewhere")
    second.locator(f'[data-keep="{keep}"]').click()

    expect(state(second)).to_have_text("All answers saved")
    assert stored(attempt) == kept


def test_submitting_at_once_takes_the_last_answer_along(enter, attempt):
    page = open_page(enter(attempt.learner), attempt)
    for position in (1, 2, 3):
        choose(page, position, "a")

    page.get_by_role("button", name="Submit").click()

    expect(page.get_by_text("All 3 questions are answered and saved.")).to_be_visible()
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Passed")).to_be_visible()
    assert Attempt.objects.get().marks == 3


def test_signing_out_elsewhere_keeps_the_answer_on_the_device(enter, attempt):
    context = enter(attempt.learner)
    page = open_page(context, attempt)
    cookies = context.cookies()
    context.clear_cookies(name="sessionid")

    choose(page, 1, "b")
    expect(state(page)).to_contain_text("signed out")
    context.add_cookies(cookies)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(state(page)).to_have_text("All answers saved")
    assert stored(attempt) == ["b"]


def test_without_scripts_the_form_does_it_all(enter, attempt):
    page = open_page(enter(attempt.learner, java_script_enabled=False), attempt)
    choose(page, 1, "b")
    page.get_by_role("button", name="Save and stay").click()
    expect(page.get_by_text("Your answers are saved.")).to_be_visible()
    choose(page, 2, "b")
    page.get_by_role("button", name="Submit").click()

    expect(page.get_by_role("link", name="Question 3")).to_be_visible()
    assert (stored(attempt, 1), stored(attempt, 2)) == (["b"], ["b"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_page_of_an_attempt_is_accessible_and_fits(visitor, attempt, scheme, viewport):
    learner = visitor(attempt.learner, viewport=viewport, color_scheme=scheme)

    page = learner.open(reverse("assessment", args=[attempt.assessment.public_id]))
    for name in ("Go on", "Submit", "Submit now"):
        button = page.locator("main").get_by_text(name, exact=True)
        button.wait_for()
        learner.check()
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        button.click()
    expect(page.get_by_role("heading", name="Not passed yet")).to_be_visible()
    learner.check()
