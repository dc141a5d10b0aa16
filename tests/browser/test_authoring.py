"""An instructor writes and submits, is refused their own approval; another approves and publishes."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from courses.models import LessonPage
from tests.browser.conftest import AXE
from tests.factories.authoring import an_instructor, under_review
from tests.factories.courses import a_course, lessons_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OURS = ".triad-checks"
# What Wagtail's editor says of itself: that it looks for edits from now on, that a preview is shown.
NOTE_EVENTS = """
  addEventListener("w-unsaved:watch-edits", () => document.documentElement.dataset.watching = "yes");
  addEventListener("w-preview:updated", () => document.documentElement.dataset.previewed = "yes");
"""


@pytest.fixture
def lesson():
    course = a_course(lessons=2)
    under_review(course)
    return lessons_in(course)[1]


def edit(lesson):
    return f"/admin/pages/{lesson.pk}/edit/"


def more_actions(page):
    page.get_by_role("button", name="More actions").last.click()


def has_no_fault(visitor):
    found = Axe().run(visitor.page, context=OURS, options=AXE).response["violations"]
    assert found == []
    assert visitor.errors == []


def test_two_instructors_publish_a_lesson(visitor, lesson):
    ann, ben = (visitor(an_instructor(name)) for name in ("Ann Author", "Ben Peer"))

    writes_and_previews(ann, lesson)
    submits(ann, lesson)
    cannot_approve(ann, lesson)
    approves_and_publishes(ben, lesson)

    assert LessonPage.objects.get(pk=lesson.pk).title == "Said together"


def writes_and_previews(ann, lesson):
    """Each step waits for the one before: Wagtail forgets a mode that is chosen while a preview is
    on its way, and shows no edit from before it looks for edits."""
    ann.page.add_init_script(NOTE_EVENTS)
    page = ann.open(edit(lesson))
    page.locator("[data-side-panel-toggle=preview]").first.click()
    expect(page.locator("html[data-watching][data-previewed]")).to_be_attached()
    page.locator("[name=preview_mode]").select_option("reached")
    shown = page.frame_locator("iframe[title=Preview]").first
    expect(shown.get_by_role("button", name=re.compile("Mark done"))).to_be_visible()
    page.locator("#id_title").fill("Said together")
    expect(shown.get_by_role("heading", name="Said together")).to_be_visible()
    expect(shown.get_by_role("button", name=re.compile("Mark done"))).to_be_visible()


def submits(ann, lesson):
    page = ann.page
    page.locator("[data-side-panel-toggle=checks]").first.click()
    expect(page.locator(OURS).last).to_be_visible()
    has_no_fault(ann)
    more_actions(page)
    page.locator("[name=action-submit]").click()
    expect(page.get_by_text("has been submitted for moderation")).to_be_visible()


def cannot_approve(ann, lesson):
    page = ann.open(edit(lesson))
    expect(page.get_by_text("Somebody else is to read this.")).to_be_visible()
    expect(page.get_by_text("Ben Peer can.").first).to_be_attached()
    assert page.locator("[data-workflow-action-name], [name=action-publish]").count() == 0
    has_no_fault(ann)


def approves_and_publishes(ben, lesson):
    page = ben.open(edit(lesson))
    has_no_fault(ben)
    for done in ("Approve", "Publish"):
        page.locator("[data-workflow-action-name=approve]", has_text=done).first.click()
        expect(page.get_by_text(re.compile("has been updated|has been published"))).to_be_visible()
        page = ben.open(edit(lesson))
