"""Every kind of question in a real browser: by keyboard alone, kept while typing, fit to be looked at."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from assessments.models import Accommodation, Assessment, Attempt
from assessments.rules.review import PRESETS
from assessments.views.questions import field_name
from tests.browser.attempts import (
    address,
    browsers,
    cut,
    mend,
    open_page,
    state,
    stored,
    tab_to,
)
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories.accounts import a_registrar
from tests.factories.assessments import a_learner
from tests.factories.examinations import (
    an_attempt_at,
    of_every_kind,
    positions,
    the_right_fields,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def enter(chromium, live_server):
    with browsers(chromium, live_server) as enter:
        yield enter


def press_until(page, key, holds, most=12):
    for _ in range(most):
        if holds():
            return
        page.keyboard.press(key)
    assert holds(), key


def give(page, attempt, position):
    """The right answer, with keys alone, whatever the controls are."""
    for field, values in the_right_fields(attempt, position).items():
        name = field_name(position, field)
        for value in values:
            set_control(page, name, value)


def set_control(page, name, value):
    first = page.locator(f'[name="{name}"]').first
    kind = first.evaluate("(one) => one.type")
    if kind == "checkbox":
        tab_to(page, f'[name="{name}"][value="{value}"]')
        page.keyboard.press("Space")
    elif kind == "radio":
        tab_to(page, f'[name="{name}"]')
        page.keyboard.press("Space")
        wanted = page.locator(f'[name="{name}"][value="{value}"]')
        press_until(page, "ArrowDown", wanted.is_checked)
    elif kind == "select-one":
        tab_to(page, f'[name="{name}"]')
        press_until(page, "ArrowDown", lambda: first.input_value() == value)
    else:
        tab_to(page, f'[name="{name}"]')
        page.keyboard.type(value)


def put_in_order(page, attempt, position):
    """By the buttons: each element, from the first on, moved up until it is at its place."""
    right = the_right_fields(attempt, position)
    tab_to(page, f"#question-{position} [data-order-as-is]")
    page.keyboard.press("Enter")
    for field, (place,) in sorted(right.items(), key=lambda one: int(one[1][0])):
        name = field_name(position, field)
        select = page.locator(f'[name="{name}"]')
        row = f'[data-ordering-row]:has([name="{name}"])'
        tab_to(page, f'{row} [data-move="-1"]')
        press_until(page, "Enter", lambda: select.input_value() == place)  # noqa: B023
        assert page.evaluate("document.activeElement.dataset.move") == "-1"


@pytest.mark.lesson(5, 10, 66)
def test_every_kind_is_answered_and_submitted_by_keyboard_alone(enter):
    attempt = an_attempt_at(of_every_kind(page_size=5), now=timezone.now())
    page = open_page(enter(attempt.learner), attempt)
    for kind, position in sorted(positions(attempt).items(), key=lambda one: one[1]):
        if position == 6:
            tab_to(page, '[name="go"][value="next"]')
            page.keyboard.press("Enter")
            expect(page.get_by_text("page 2 of 2")).to_be_visible()
        if kind == "ordering":
            put_in_order(page, attempt, position)
        else:
            give(page, attempt, position)
    tab_to(page, '.attempt-bar [name="submit"]')
    page.keyboard.press("Enter")
    expect(page.get_by_text("All 10 questions are answered and saved.")).to_be_visible()
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(page.get_by_text("you hear by mail when they are marked")).to_be_visible()

    ended = Attempt.objects.get()
    wrong = [
        item.item_version.kind
        for item in ended.items.select_related("item_version")
        if item.marks != item.item_version.marks and item.item_version.kind != "essay"
    ]
    assert wrong == []


@pytest.mark.lesson(2)
def test_typed_words_survive_a_reload_before_any_save_arrived(enter):
    attempt = an_attempt_at(of_every_kind("essay"), now=timezone.now())
    page = open_page(enter(attempt.learner), attempt)
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()) }")
    page.locator("textarea").press_sequentially("Two words")
    expect(page.locator("[data-word-count]")).to_have_text("2")
    expect(state(page)).to_have_text("Not saved yet")
    assert stored(attempt) == ""

    page.reload()

    expect(page.locator("textarea")).to_have_value("Two words")
    expect(state(page)).to_have_text("All answers saved")
    assert stored(attempt) == "Two words"


@pytest.mark.lesson(4, 10)
def test_a_jump_to_another_page_saves_first_or_stays(enter):
    attempt = an_attempt_at(of_every_kind("single", "essay", page_size=1), now=timezone.now())
    essay = positions(attempt)["essay"]
    context = enter(attempt.learner)
    page = context.new_page()
    page.goto(f"{address(attempt)}?page={essay}")
    page.evaluate("setTimeout = ((real) => (go, ms) => real(go, Math.min(ms, 800)))(setTimeout)")
    cut(context)
    page.locator("textarea").press_sequentially("Kept")
    other = page.locator(f'[data-link="{3 - essay}"]')
    other.click()
    expect(state(page)).to_contain_text("could not be saved yet")
    expect(page.locator(f'[data-link="{essay}"]')).to_have_attribute("data-unsaved", "yes")

    mend(context)
    expect(state(page)).to_have_text("All answers saved")
    other.click()

    expect(page.locator("textarea")).to_have_count(0)
    expect(page.locator(f'[data-link="{essay}"]')).to_have_attribute("data-answered", "yes")
    assert stored(attempt, essay) == "Kept"


def test_forward_only_is_forward_only(enter):
    assessment = of_every_kind("single", "numeric", page_size=1, navigation="sequential")
    attempt = an_attempt_at(assessment, now=timezone.now())
    page = open_page(enter(attempt.learner), attempt)
    give(page, attempt, 1)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("page 2 of 2")).to_be_visible()

    page.go_back()

    expect(page.get_by_text("page 2 of 2")).to_be_visible()
    assert page.locator('[data-link="1"]').evaluate("(one) => one.tagName") == "SPAN"


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"]
)
def test_every_page_of_an_attempt_is_accessible_and_fits(visitor, scheme, viewport):
    assessment = of_every_kind(minutes=40, feedback="immediate")
    Assessment.objects.update(review=PRESETS["practice"].to_document())
    learner = a_learner(assessment)
    Accommodation.objects.create(
        learner=learner, minutes=20, reason="-", given_by=a_registrar(), given_at=timezone.now()
    )
    reader = visitor(learner, viewport=viewport, color_scheme=scheme)
    page = reader.open(address_of_entrance(assessment))
    expect(page.get_by_text("60 min (40 + accommodation)")).to_be_visible()
    look(reader, page, viewport)
    page.get_by_role("button", name="Begin").click()
    attempt = Attempt.objects.get()
    single = positions(attempt)["single"]
    set_right = the_right_fields(attempt, single)[""][0]
    page.locator(f'[name="answer-{single}"][value="{set_right}"]').check()
    page.locator(f'button[name="check"][value="{single}"]').click()
    expect(page.locator("[data-feedback]")).to_contain_text("keeps the agreement")
    look(reader, page, viewport)
    page.locator('.attempt-bar [name="submit"]').click()
    page.get_by_role("button", name="Submit now").wait_for()
    look(reader, page, viewport)
    page.get_by_role("button", name="Submit now").click()
    expect(page.get_by_role("heading", name="Passed")).to_be_visible()
    look(reader, page, viewport)


def address_of_entrance(assessment):
    return f"/learn/assessments/{assessment.public_id}/"


def look(reader, page, viewport):
    reader.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
