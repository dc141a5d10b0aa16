"""Writing in a real browser: autosave, two windows, sharing with a mentor; and searching by key."""

import pytest
from playwright.sync_api import expect

from courses.models import JournalShare, Note
from courses.notes.actions.keeping import keep_note
from tests.browser.conftest import PHONE
from tests.browser.test_journey import fits_a_telephone_in_the_dark
from tests.factories.certification import a_mentor, an_admitted_intern, an_agreement
from tests.factories.courses import a_course, an_enrolment, lessons_in, open_one, version_of
from training_site.content.association import association

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STORED = "Object.keys(localStorage).length + Object.keys(sessionStorage).length"
FIRST, SECOND = "What I noticed first.", "What I noticed later."


@pytest.fixture
def learner():
    association()
    return an_admitted_intern()


@pytest.fixture
def lesson(learner):
    course = a_course(lessons=2)
    lesson = lessons_in(course)[0]
    open_one(an_enrolment(course, learner), lesson, course)
    return lesson


@pytest.fixture
def address(lesson):
    return f"/learn/lessons/{lesson.lesson_uuid}/"


def note_in(page):
    return page.locator("#text-note")


def state_of(page):
    return page.locator(".notebook [data-status]")


def test_a_note_keeps_itself_and_leaves_nothing_in_the_browser(visitor, learner, address):
    one = visitor(learner)
    page = one.open(address)
    page.clock.install()
    note_in(page).fill(FIRST)
    expect(state_of(page)).to_have_text("Not kept yet.")
    assert not Note.objects.exists()

    page.clock.run_for(10_500)

    expect(state_of(page)).to_have_text("Kept.")
    assert Note.objects.get().text == FIRST
    note_in(page).fill(SECOND)
    note_in(page).blur()
    expect(state_of(page)).to_have_text("Kept.")
    assert Note.objects.get().text == SECOND
    assert page.evaluate(STORED) == 0
    one.check()


def test_unchanged_text_is_not_sent_again(visitor, learner, address):
    page = visitor(learner).open(address)
    note_in(page).fill(FIRST)
    note_in(page).blur()
    expect(state_of(page)).to_have_text("Kept.")
    sent = []
    page.on(
        "request", lambda request: sent.append(request.url) if "/note/" in request.url else None
    )

    note_in(page).fill(f"{FIRST} ")
    note_in(page).fill(FIRST)
    note_in(page).blur()
    page.wait_for_load_state("networkidle")

    assert sent == []


def test_a_second_window_is_never_overwritten_unseen(visitor, learner, address):
    one, other = visitor(learner), visitor(learner)
    here, there = one.open(address), other.open(address)
    note_in(there).fill(SECOND)
    note_in(there).blur()
    expect(state_of(there)).to_have_text("Kept.")

    note_in(here).fill(FIRST)
    note_in(here).blur()
    expect(here.locator(".notebook [data-conflict-text]")).to_have_text(SECOND)
    assert note_in(here).input_value() == FIRST
    assert Note.objects.get().text == SECOND
    one.errors.clear()  # browsers write every 409 to their console
    one.check()

    here.get_by_role("button", name="Keep mine").click()
    expect(state_of(here)).to_have_text("Kept.")
    assert Note.objects.get().text == FIRST

    note_in(there).fill("Once more.")
    note_in(there).blur()
    there.get_by_role("button", name="Take the other one").click()
    expect(note_in(there)).to_have_value(FIRST)
    assert Note.objects.get().text == FIRST
    other.errors.clear()


def test_a_lost_connection_is_said_and_the_text_goes_out_later(visitor, learner, address):
    one = visitor(learner)
    page = one.open(address)
    page.clock.install()
    page.route("**/note/", lambda route: route.abort())
    note_in(page).fill(FIRST)
    note_in(page).blur()
    expect(state_of(page)).to_contain_text("Not kept yet. Your text is still here")
    page.unroute("**/note/")

    page.clock.run_for(13_000)

    expect(state_of(page)).to_have_text("Kept.")
    assert Note.objects.get().text == FIRST
    one.errors.clear()  # the request that was cut off


def test_leaving_quickly_keeps_the_note_and_nothing_else(visitor, learner, address):
    """Nobody waits long for it on leaving; here the clock stands still, however busy the machine."""
    page = visitor(learner).open(address)
    page.clock.install(time=0)
    page.clock.pause_at(1)
    note_in(page).fill(FIRST)

    page.get_by_role("button", name="Leave quickly").click()
    page.wait_for_url("**/left/**")

    assert Note.objects.get().text == FIRST
    assert page.evaluate(STORED) == 0


def test_signing_out_leaves_nothing(visitor, learner, address):
    page = visitor(learner).open(address)
    note_in(page).fill(FIRST)
    note_in(page).blur()
    expect(state_of(page)).to_have_text("Kept.")

    page.locator(".account-menu summary, [data-menu] summary").last.click()
    page.get_by_role("button", name="Sign out").first.click()
    page.wait_for_url(lambda url: address not in url)

    assert page.evaluate(STORED) == 0


def test_a_reflection_is_shared_read_and_taken_back(visitor, learner, lesson, address):
    mentor = a_mentor()
    an_agreement(learner, mentor=mentor)
    own, theirs = visitor(learner), visitor(mentor)
    page = own.open(address)
    page.get_by_label("Your reflection").fill(FIRST)
    page.get_by_label("Your reflection").blur()
    expect(page.locator(".reflection [data-status]")).to_have_text("Kept.")

    page = own.open("/learn/reflections/")
    own.check()
    page.get_by_role("link", name="Share").click()
    own.check()
    page.get_by_role("button", name="Share it").click()
    expect(page.get_by_text(f"{mentor.name} can read this, since")).to_be_visible()
    own.check()

    read = theirs.open("/supervision/")
    read.get_by_role("link", name="What interns shared with you").click()
    theirs.check()
    read.get_by_role("link", name=learner.name).click()
    expect(read.get_by_text(FIRST)).to_be_visible()
    theirs.check()

    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    read.reload()
    expect(read.get_by_text("Nothing is shared at present")).to_be_visible()
    assert not JournalShare.objects.exists()
    fits_a_telephone_in_the_dark(visitor, learner, address, "/learn/reflections/")


def test_without_a_script_all_of_it_works(visitor, learner, lesson, address, now):
    page = visitor(learner, java_script_enabled=False, viewport=PHONE).open(address)
    note_in(page).fill(FIRST)
    keep_note(learner, version_of(lesson), "", text=SECOND, now=now)

    page.locator(".notebook").get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Another window kept a different text")).to_be_visible()
    expect(page.get_by_text(SECOND)).to_be_visible()
    page.get_by_role("button", name="Keep it").click()

    expect(page.get_by_text("Kept. Only you can read it.")).to_be_visible()
    assert Note.objects.get().text == FIRST


def test_searching_begins_with_a_key_and_comes_back(visitor, learner, address):
    one = visitor(learner)
    page = one.open(address)
    page.keyboard.press("/")
    page.wait_for_url("**/learn/search/")
    page.keyboard.type("lesson")
    one.check()
    page.keyboard.press("Enter")
    page.wait_for_url("**/learn/search/?s=**")
    one.check()
    assert "lesson" not in page.url.partition("?")[2]

    page.locator(".found__list a").first.click()
    page.go_back()
    expect(page.locator(".found__list a").first).to_be_visible()
    assert page.get_by_label("Search lessons and glossary").input_value() == "lesson"
    fits_a_telephone_in_the_dark(visitor, learner, "/learn/search/")
