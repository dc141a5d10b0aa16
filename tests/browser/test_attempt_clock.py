"""The time left on the page: the server's, whatever the device believes; said aloud, hidden on wish."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from assessments.models import Attempt
from tests.browser.attempts import browsers, choose, open_page, state, stored
from tests.factories.assessments import an_assessment, an_attempt, an_entry
from tests.factories.examinations import an_attempt_at, of_every_kind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

A_DAY_OFF = """{
  const Real = Date;
  const off = %d * 86_400_000;
  window.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + off); }
    static now() { return Real.now() + off; }
  };
}"""


@pytest.fixture
def enter(chromium, live_server):
    with browsers(chromium, live_server) as enter:
        yield enter


def ends_in(attempt, **time):
    Attempt.objects.filter(pk=attempt.pk).update(ends_at=timezone.now() + timedelta(**time))


@pytest.mark.lesson(20)
@pytest.mark.parametrize("days", [1, -1])
def test_a_device_whose_clock_is_a_day_off_shows_the_time_that_is_left(enter, days):
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    attempt = an_attempt(an_assessment(items, minutes=30), now=timezone.now())
    context = enter(attempt.learner)
    context.add_init_script(A_DAY_OFF % days)
    page = open_page(context, attempt)

    expect(page.get_by_role("timer")).to_have_text("30 mins")
    choose(page, 1, "b")

    expect(state(page)).to_have_text("All answers saved")
    assert stored(attempt) == ["b"]


@pytest.mark.lesson(23, 66)
def test_the_time_is_said_hidden_remembered_and_added_to(enter):
    items = [an_entry("one"), an_entry("two"), an_entry("three", "9.2")]
    attempt = an_attempt(an_assessment(items, minutes=30), now=timezone.now())
    ends_in(attempt, seconds=64)
    page = open_page(enter(attempt.learner), attempt)
    said = page.locator("[data-clock-said]")

    expect(said).to_have_text("2 minutes left in this attempt")
    expect(said).to_have_text("1 minute left in this attempt")
    page.get_by_role("button", name="Hide the time").click()
    ends_in(attempt, minutes=40)
    choose(page, 1, "b")
    expect(said).to_have_text("Time was added to this attempt.")
    page.reload()

    expect(page.get_by_role("button", name="Show the time")).to_be_visible()
    expect(page.locator("[data-clock-left]")).to_be_hidden()
    page.get_by_role("button", name="Show the time").click()
    expect(page.get_by_role("timer")).to_have_text("40 mins")


@pytest.mark.lesson(11)
def test_what_is_being_typed_when_the_time_is_up_is_saved(enter):
    attempt = an_attempt_at(of_every_kind("essay", minutes=30), now=timezone.now())
    page = open_page(enter(attempt.learner), attempt)
    page.locator("textarea").press_sequentially("Almost done")
    ends_in(attempt, seconds=2)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(page.locator("[data-clock-said]")).to_have_text("The time is up. What was saved counts.")
    assert stored(attempt) == "Almost done"
