"""Stopping in the middle and going on; marking; looking back; pages as one likes them."""

from django.urls import reverse

from courses.models import LessonPage, LessonProgress
from tests.journeys.pages import Page
from tests.journeys.town import Town


def she_stops_and_goes_on(town: Town, page: Page) -> Page:
    """What the page's own script sends while she reads; from home she is led back to the place."""
    [text] = page.all("#text[data-place]")
    place = page.all("#text [id^='s-']")[0]["id"]
    sent = {"version": text["data-version"], "place": place}
    town.thea.posts(text["data-place"], sent)
    assert LessonProgress.objects.under_way().get().place == place

    page = town.thea.opens("learn")
    assert page.link("Go on where you were").endswith(f"#{place}")
    return page.follow("Go on where you were")


def she_marks_a_lesson(town: Town) -> None:
    lesson = _first_lesson(town)
    page = town.thea.opens("lesson", args=[lesson.lesson_uuid])
    page.send("Bookmark: The whole lesson").says("Remove the bookmark: The whole lesson")
    page = town.thea.opens("bookmarks").says(lesson.title)
    page.send("Remove").says("The bookmark is gone.", "Nothing marked yet")


def she_looks_what_changed(town: Town) -> None:
    address = reverse("lesson_changes", args=[_first_lesson(town).lesson_uuid])
    town.thea.opens(address).says("What you did stands", "Word for word as you read it.")


def a_stranger_reads_in_the_dark(town: Town) -> None:
    stranger = town.stranger()
    stranger.opens("public_glossary").says("The words of this curriculum")
    stranger.opens("appearance").send("Keep these choices", theme="dark").says(
        "Kept in this browser"
    )
    [html] = stranger.opens("verify").all("html")
    assert html["data-theme"] == "dark"


def _first_lesson(town: Town) -> LessonPage:
    return LessonPage.objects.descendant_of(town.course).order_by("path").first()
