"""Answers in a real browser: saved as given, kept through dead lines, two windows and reloads."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from assessments.models import Attempt
from tests.browser.attempts import browsers, choose, cut, mend, open_page, state, stored
from tests.factories.assessments import an_assessment, an_attempt, an_entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(chromium, live_server):
    with browsers(chromium, live_server) as enter:
        yield enter


@pytest.fixture
def attempt():
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    return an_attempt(an_assessment(items), now=timezone.now())


@pytest.mark.lesson(6)
def test_an_answer_is_saved_as_it_is_given_and_survives_a_reload(enter, attempt):
    page = open_page(enter(attempt.learner), attempt)

    choose(page, 1, "b")
    expect(page.locator("#question-1 [data-state]")).to_have_text("Saved")
    page.reload()

    assert stored(attempt) == ["b"]
    expect(page.locator('[name="answer-1"][value="b"]')).to_be_checked()
    expect(page.locator("[data-answered]").first).to_have_text("1")


@pytest.mark.lesson(8, 11)
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


@pytest.mark.lesson(2)
def test_what_could_not_be_saved_is_restored_after_a_reload(enter, attempt):
    context = enter(attempt.learner)
    page = open_page(context, attempt)
    cut(context)
    choose(page, 1, "c")
    expect(state(page)).to_contain_text("no connection")

    mend(context)
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


@pytest.mark.lesson(1)
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


@pytest.mark.lesson(3)
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


@pytest.mark.lesson(8)
def test_what_cannot_be_saved_holds_the_submission_back(enter, attempt):
    context = enter(attempt.learner)
    page = open_page(context, attempt)
    page.evaluate("setTimeout = ((real) => (go, ms) => real(go, Math.min(ms, 800)))(setTimeout)")
    cut(context)
    choose(page, 1, "b")
    page.get_by_role("button", name="Submit").click()

    expect(state(page)).to_contain_text("could not be saved yet")
    assert Attempt.objects.get().is_open
    mend(context)
    expect(state(page)).to_have_text("All answers saved")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("button", name="Submit now")).to_be_visible()


@pytest.mark.lesson(1)
def test_another_device_takes_over_and_gives_back_without_losing_a_word(enter, attempt):
    here, there = enter(attempt.learner), enter(attempt.learner)
    page = open_page(here, attempt)
    open_page(there, attempt)

    choose(page, 1, "b")
    expect(page.locator(".attempt-elsewhere")).to_contain_text("opened on another device")
    expect(state(page)).to_contain_text("kept here")
    assert stored(attempt) == []
    page.get_by_role("button", name="Go on here").click()

    expect(state(page)).to_have_text("All answers saved")
    expect(page.locator(".attempt-elsewhere")).to_have_count(0)
    assert stored(attempt) == ["b"]
