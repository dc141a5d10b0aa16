"""Single keys, the keyboard alone, definitions by key, pointer and finger."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE
from tests.browser.player.world import address
from tests.factories.courses import lessons_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# A key that leads to another page has begun to when the browser is done with the key.
NOTE_GOING = "window.gone = 0; navigation.addEventListener('navigate', () => window.gone++)"


def test_single_keys_do_what_links_do_and_rest_while_one_writes(visitor, course, learner, lesson):
    first, second, *_others = lessons_in(course)
    page = visitor(learner).open(address(second))

    page.keyboard.press("n")
    page.wait_for_url(f"**{address(lesson)}")
    page.locator("textarea").first.fill("")
    page.keyboard.type("npo?")
    assert page.locator("textarea").first.input_value() == "npo?"
    page.locator("textarea").first.fill("")
    page.locator("h1").click()
    page.evaluate(NOTE_GOING)
    page.keyboard.press("Alt+n")
    assert page.evaluate("window.gone") == 0
    page.keyboard.press("o")
    page.wait_for_url(f"**/learn/courses/{course.slug}/")
    page.goto(address(second))
    page.keyboard.press("p")
    page.wait_for_url(f"**{address(first)}")


def test_keys_are_explained_and_can_be_switched_off(visitor, learner, lesson):
    reader = visitor(learner)
    page = reader.open(address(lesson))
    dialog = page.get_by_role("dialog", name="Keys")

    page.keyboard.press("?")
    expect(dialog).to_be_visible()
    reader.check()
    dialog.get_by_text("Off", exact=True).click()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    for _ in range(2):
        page.evaluate(NOTE_GOING)
        page.keyboard.press("o")
        assert page.evaluate("window.gone") == 0
        page.reload()
    page.get_by_role("button", name="Keys").click()
    expect(dialog).to_be_visible()


def test_with_the_keyboard_alone(visitor, course, learner, lesson):
    """From the address bar to a bookmark, a definition and the next lesson."""
    page = visitor(learner).open(address(lesson))

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the lesson")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "lesson"
    term = page.locator("a.term").first
    tab_to(page, term)
    card = page.locator(f"#{term.get_attribute('aria-describedby')}")
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(term).to_be_focused()
    done = page.get_by_role("button", name="Mark done and go on")
    tab_to(page, done)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address(lessons_in(course)[3])}")


def tab_to(page, target):
    """As somebody without a mouse: as many tabs as it takes, each of them seen."""
    for _ in range(150):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getClientRects().length"), page.evaluate(
            "document.activeElement.outerHTML"
        )
    raise AssertionError("never reached")


def test_a_definition_stays_while_the_pointer_is_on_it(visitor, learner, lesson):
    reader = visitor(learner)
    page = reader.open(address(lesson))
    term = page.locator("a.term").first
    card = page.locator(f"#{term.get_attribute('aria-describedby')}")

    term.hover()
    expect(card).to_be_visible()
    card.hover()
    reader.settle()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.mouse.move(0, 0)
    expect(card).to_be_hidden()


def test_a_finger_opens_a_definition_before_it_follows_the_link(visitor, learner, lesson):
    page = visitor(learner, viewport=PHONE, has_touch=True).open(address(lesson))
    term = page.locator("a.term").first
    card = page.locator(f"#{term.get_attribute('aria-describedby')}")

    term.tap()

    expect(card).to_be_visible()
    assert page.url.endswith(address(lesson))
    term.tap()
    page.wait_for_url("**/learn/glossary/**")


def test_the_glossary_narrows_while_one_types(visitor, learner, enrolment):
    page = visitor(learner).open("/learn/glossary/")
    field, status = page.get_by_label("Find a term"), page.locator("[data-found]")

    field.press_sequentially("triad", delay=20)
    expect(page.locator("#triad")).to_be_visible()
    expect(page.locator("#closure")).to_be_hidden()
    expect(status).to_have_text("1 term")
    field.fill("qqqq")
    expect(status).to_contain_text("No term holds these words.")
    field.fill("")
    expect(page.locator("#closure")).to_be_visible()
