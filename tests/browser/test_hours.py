"""An hour on a telephone in a corridor: kept without a connection, sent once, and its note kept nowhere."""

import pytest
from playwright.sync_api import expect

from certification.practice.models import HoursEntry
from tests.browser.conftest import PHONE
from tests.factories.certification import an_agreement, an_entry
from training_site.content.association import association

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "/practice/hours/new/?category=mentor_individual"
STORED = "Object.entries(localStorage).flat().join(' ')"
NOTE = "Waiting is a skill of its own."


@pytest.fixture
def agreement():
    association()
    return an_agreement()


def fill(page, *, day="2026-11-02", start="10:00", minutes="50"):
    page.get_by_label("Date").fill(day)
    page.get_by_label("Began at").fill(start)
    page.get_by_label("Duration").fill(minutes)
    page.get_by_label("Learning note").fill(NOTE)


@pytest.fixture
def phone(visitor, agreement, now, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    return visitor(agreement.intern, viewport=PHONE)


def test_without_a_connection_an_hour_is_kept_and_sent_when_it_is_back(phone):
    page = phone.open(NEW)
    fill(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page.get_by_text("No connection: kept on this device")).to_be_visible()
    assert not HoursEntry.objects.exists()
    assert "2026-11-02" in page.evaluate(STORED)
    assert NOTE not in page.evaluate(STORED)

    page.context.set_offline(False)

    expect(page.get_by_text("Saved as a draft")).to_be_visible()
    assert HoursEntry.objects.get().note == NOTE
    assert page.evaluate(STORED) == ""
    # The browser may or may not have told of the request that went nowhere; nothing else went wrong.
    assert [one for one in phone.errors if "INTERNET_DISCONNECTED" not in one] == []
    phone.errors.clear()


def test_what_was_left_behind_is_offered_again_without_its_note(phone):
    page = phone.open(NEW)
    fill(page, minutes="1:05")
    phone.open("/practice/")
    page = phone.open(NEW)
    expect(page.get_by_text("You began an hour here that was not saved")).to_be_visible()
    phone.check()

    page.get_by_role("button", name="Bring it back").click()

    expect(page.get_by_label("Duration")).to_have_value("1:05")
    expect(page.get_by_label("Learning note")).to_have_value("")
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page.get_by_text("Saved as a draft")).to_be_visible()
    assert HoursEntry.objects.get().minutes == 65


def test_a_second_sending_after_an_answer_that_was_lost_is_the_same_entry(phone):
    page = phone.open(NEW)
    fill(page)
    answers = []

    def lose_the_first(route):
        answer = route.fetch()
        answers.append(answer.status)
        route.abort() if len(answers) == 1 else route.fulfill(response=answer)

    page.route("**/practice/hours/new/**", lose_the_first)
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page.get_by_text("No connection: kept on this device")).to_be_visible()
    assert HoursEntry.objects.count() == 1

    page.get_by_role("button", name="Keep as a draft").click()

    expect(page.get_by_text("Saved as a draft").first).to_be_visible()
    assert HoursEntry.objects.count() == 1


def test_an_overlap_is_said_at_the_field_while_typing(phone, agreement, now):
    an_entry(agreement, now=now)
    page = phone.open(NEW)

    fill(page, start="10:30")

    expect(page.locator(".field__error")).to_contain_text("overlaps with what you logged")
    phone.check()
    page.get_by_label("Began at").fill("12:00")
    expect(page.locator(".field__error")).to_have_count(0)
    assert HoursEntry.objects.count() == 1


def test_three_taps_on_a_telephone_log_an_hour(phone, agreement, now):
    an_entry(agreement, now=now)
    page = phone.open("/practice/")

    page.get_by_role("link", name="Mentor supervision, individual 1 h 30 min").click()
    phone.check()
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("Saved as a draft")).to_be_visible()
    assert HoursEntry.objects.count() == 2
