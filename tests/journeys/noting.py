"""What she searches for, writes for herself, and shows to her mentor."""

from django.urls import reverse

from tests.journeys.studying import REFLECTION
from tests.journeys.town import Town

SOUGHT = "boundar"
NOTE, OTHER = "Ask what the letter is for.", "Ask whom the letter is for."


def she_searches(town: Town) -> None:
    """By the form; the address of what was found says no word of it, and opens for her alone."""
    page = town.thea.opens("search").send("Search", words="x", answering=422)
    page = page.says("at least 2 letters").send("Search", words=SOUGHT)
    page.says(town.course.title)
    assert SOUGHT not in page.path
    town.author.opens(page.path).says("can't be opened again").says_nothing_of(town.course.title)
    page.follow("2.").says("What you will be able to do")


def she_notes_and_erases(town: Town) -> None:
    """At one place of a lesson; it is on her list, on nobody else's, and gone when she says so."""
    place = _lesson(town).send("Write there").says("Note at")
    place.send("Keep it", text="A word, and no more.").says("Kept. Only you can read it.")
    page = town.thea.opens("notes").says("A word, and no more.")
    town.author.opens("notes").says("Nothing written yet")
    assert "A word" in town.thea.fetches(reverse("export_journal")).content.decode()
    page.follow("Erase").send("Erase it").says("Nothing written yet")


def two_windows_write(town: Town) -> None:
    """The one that keeps second is shown both texts, and decides."""
    first, second = _lesson(town), _lesson(town)
    _keeps_note(first, NOTE).says("Kept. Only you can read it.")
    page = _keeps_note(second, OTHER, answering=409).says("Another window kept", NOTE)
    page.send("Keep it", text=OTHER).says("Kept.")
    page = town.thea.opens("notes").says(OTHER).says_nothing_of(NOTE)
    page.follow("Change").send("Keep it", text=NOTE).says(NOTE)


def she_shares_one_with_her_mentor(town: Town) -> None:
    """Who reads it while she lets her; nobody besides."""
    town.mentor.opens("shared").says("nothing at present")
    page = town.thea.opens("notes").follow("Share").says(town.mentor.name)
    page.send("Share it", mentor=town.mentor.user.public_id).says("can read this, since")
    page = town.thea.opens("reflections").follow("Share")
    page.send("Share it", mentor=town.mentor.user.public_id).says("can read this, since")

    page = town.mentor.opens("supervision").follow("What interns shared with you")
    page = page.follow(town.thea.name).says(NOTE, REFLECTION)
    for stranger in (town.author, town.registrar, town.clinician):
        stranger.opens(page.path, answering=403).says_nothing_of(REFLECTION)

    town.thea.opens("reflections").send("Take back").says("Taken back.")
    town.mentor.opens(page.path).says(NOTE).says_nothing_of(REFLECTION)


def _lesson(town: Town):
    outline = town.thea.opens("course_outline", args=[town.course.slug])
    return outline.follow("2.1")


def _keeps_note(page, text: str, *, answering: int = 200):
    """The note beside a lesson: the last of the page's places to write."""
    [form] = page.all(".notebook form.writing")
    held = {one["name"]: one.get("value", "") for one in form.select("input[name]")}
    return page.visitor.posts(form["action"], held | {"text": text}, answering=answering)
