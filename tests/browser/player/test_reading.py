"""Every page of the player with axe; going on elsewhere; without JavaScript; on paper."""

import pytest
from playwright.sync_api import expect

from courses.models import Bookmark, LessonPage, LessonProgress
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.player.world import address
from tests.factories.courses import lessons_in, open_one, version_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = {"width": 1440, "height": 900}


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [(WIDE, "dark"), (DESKTOP, "light"), (PHONE, "light"), (PHONE, "dark")],
    ids=["wide dark", "desktop light", "phone light", "phone dark"],
)
def test_every_page_of_the_player_is_accessible_and_fits(
    visitor, course, learner, enrolment, lesson, viewport, scheme
):
    done = lessons_in(course)[0]
    done.minutes += 5
    done.save_revision().publish()
    Bookmark.objects.create(
        learner=learner, lesson_uuid=lesson.lesson_uuid, marked_at=enrolment.enrolled_at
    )
    reader = visitor(learner, viewport=viewport, color_scheme=scheme)

    for path in (
        "/learn/",
        f"/learn/courses/{course.slug}/",
        address(lesson),
        address(done),
        address(done, "changes/"),
        "/learn/bookmarks/",
        "/learn/glossary/",
        "/appearance/",
        "/curriculum/",
    ):
        page = reader.open(path)
        reader.check()
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path


def test_reading_goes_on_where_it_stopped_on_another_device(visitor, learner, lesson):
    page = visitor(learner).open(address(lesson))
    heading = page.locator(".lesson h2[id^='s-']").nth(1)

    with page.expect_response(lambda answer: answer.url.endswith("/place/")) as kept:
        heading.evaluate("place => place.scrollIntoView({ block: 'start' })")

    assert kept.value.status == 200
    place = LessonProgress.objects.get(lesson_uuid=lesson.lesson_uuid).place
    assert place == heading.get_attribute("id")
    telephone = visitor(learner, viewport=PHONE).open("/learn/")
    telephone.get_by_role("link", name="Go on where you were").click()
    telephone.wait_for_url(f"**/#{place}")
    assert abs(telephone.locator(f"#{place}").bounding_box()["y"]) < PHONE["height"] / 2


def test_a_reader_who_only_opens_a_lesson_sends_nothing(visitor, learner, lesson):
    page = visitor(learner).page
    page.clock.install()
    sent = []
    page.on("request", lambda request: sent.append(request.method))

    page.goto(address(lesson))
    page.clock.run_for(60_000)
    page.wait_for_load_state("networkidle")

    assert sent
    assert "POST" not in sent


def test_without_javascript_all_of_it_works(visitor, learner, enrolment, lesson, course):
    open_one(enrolment, lesson, course)
    page = visitor(learner, java_script_enabled=False).open(address(lesson))

    page.get_by_role("button", name="Bookmark: The whole lesson").click()
    expect(page.get_by_role("button", name="Remove the bookmark: The whole lesson")).to_be_visible()
    page.locator("a.term").first.click()
    expect(page.get_by_role("heading", name="Glossary")).to_be_visible()
    page.get_by_role("link", name="Back to where you were reading").click()
    page.wait_for_url("**/#t-1")
    page.goto("/learn/bookmarks/")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Nothing marked yet")).to_be_visible()
    page.goto("/appearance/")
    page.locator("[name=theme][value=dark]").first.check()
    page.get_by_role("button", name="Keep these choices").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_chosen_theme_is_there_before_the_first_paint(visitor, learner, lesson):
    """It stands in the page as it comes, so no script can be late for it."""
    page = visitor(learner, color_scheme="light").open("/appearance/")
    page.get_by_role("group", name="Appearance").first.get_by_text("Dark").click()

    page.goto(address(lesson), wait_until="commit")

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_on_paper_a_lesson_is_its_text_with_everything_open(visitor, learner, lesson):
    page = visitor(learner).open(address(lesson))

    page.emulate_media(media="print")

    for seen in (".vignette .choice__body", ".check .choice__body", ".sources li", ".on-paper"):
        for one in page.locator(seen).all():
            expect(one).to_be_visible()
    for unseen in (
        ".site-header",
        ".site-footer",
        ".reading__side",
        ".reading__tools",
        ".reading__foot",
        ".reflection form",
        ".mark",
    ):
        for one in page.locator(unseen).all():
            expect(one).to_be_hidden()
    assert (
        version_of(LessonPage.objects.get(pk=lesson.pk)).label
        in page.locator(".on-paper").inner_text()
    )
    assert page.pdf()[:4] == b"%PDF"
