"""An examination with every kind of question: its bank and terms, a sitting, three markers."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Drawing

from assessments.actions.loading import load_items
from assessments.models import Assessment, Attempt, Item
from tests.factories.assessments import a_learner
from tests.journeys.pages import Page
from tests.journeys.town import Town
from training_site.content.models import LearningOutcome
from training_site.curriculum.reading import read_yaml
from training_site.demo.stages.examining import CASEWORK, OUTCOMES

CASES = "Working through cases"
GIFT = (
    b"::fresh-one:: What comes first? {=Ask ~Act}\n\n::fresh-two:: What ends it? {=A no ~A bell}\n"
)
ESSAY = (CASEWORK / "trainee4.txt").read_text().strip()


def cases_are_loaded(town: Town) -> Assessment:
    """With two who may sit them; one of them reads with a screen reader and gets more time."""
    for code, text in OUTCOMES.items():
        LearningOutcome.objects.create(code=code, course_code="casework", text=text)
    load_items(read_yaml(CASEWORK / "items.yaml"), now=town.clock.now)
    assessment = Assessment.objects.get(slug="case-examination")
    town.settles("lena", a_learner(assessment, name="Lena Brandt"))
    town.settles("milo", a_learner(assessment, name="Milo Santos"))
    page = town.registrar.opens("accommodations").send("Find", q="Lena").follow("Lena Brandt")
    page.send("Give it", factor="1.25", reason="Agreed on enrolment.").says("Given.")
    return assessment


def its_terms_are_settled(town: Town) -> None:
    """Feedback while it goes on, and two marks apart are still one opinion."""
    page = town.author.opens("assessments_settings").follow(CASES)
    page = page.send("Tick these", preset="practice")
    terms = {"settings-feedback": "immediate", "settings-tolerance": "2"}
    page.send("Save the settings", **terms).says("The settings are saved.", "Settled here by")


def questions_come_and_go(town: Town) -> None:
    """A bank taken along, and a file brought in: told of first, then written as drafts."""
    page = town.author.opens("items_exchange").follow(f"From {CASES}")
    page.send("See what it leaves out", format="gift").says("What the file would not carry")
    address = page.path
    taken = town.author.client.post(address, {"format": "gift"})
    assert b"::case-001::" in taken.content

    page = town.author.opens("items_exchange").follow(f"Into {CASES}")
    file = SimpleUploadedFile("fresh.gift", GIFT)
    page = page.send("See what would happen", file=file, outcome="C.1").says("2 new")
    assert not Item.objects.filter(ref="fresh-one").exists()
    page.send("Import these as drafts").says("2 drafts were written.")


def a_question_is_begun(town: Town) -> None:
    page = town.author.opens("new_item")
    page = page.send("Begin", bank=CASES, outcome="C.2", kind="numeric", ref="fresh-three")
    page = page.send("Save the draft").says("something is missing")
    words = {"item-stem": "How many minutes are an hour and a half?", "item-value": "90"}
    page.send("Save the draft", **words).says("Another instructor reviews what you wrote.")


def several_move_at_once(town: Town) -> None:
    """Searched for by a word of theirs, which no address tells."""
    page = town.editor.opens("item_bank").send("Show", words="what", state="draft")
    assert "what" not in page.path
    chosen = [one["value"] for one in page.all("td input[aria-label^='fresh-']")]
    page = page.send("Mark as reviewed", item=chosen).says("What will happen")
    page.send("Mark as reviewed: 2 items").says("2 items were moved.")


def a_question_gets_a_picture(town: Town) -> None:
    """Tried as a candidate, compared with the version before, put into use by somebody else."""
    page = town.author.opens("item", args=[_item("case-001").public_id])
    page = page.follow("Write a new version")
    page = page.send("Add the picture", picture_file=_png(), picture_alt="An empty chair")
    page = page.send("Save and preview")
    choice = page.all("input[name='answer-1']")[0]["value"]
    page = page.send("Answer", **{"answer-1": choice}).says("This answer earns")
    page = page.follow("Back to the item").follow("What changed since version 1")
    page.says("An empty chair")
    page = town.editor.opens("item", args=[_item("case-001").public_id])
    page.send("Mark as reviewed").says("Done.").send("Make it live").says("Done.")


def lena_sits_it(town: Town, assessment: Assessment) -> Attempt:
    """Page by page, with a look at the clock and at one answer; the essay waits for its markers."""
    page = town.lena.opens("assessment", args=[assessment.public_id]).send("Begin").says("page 1")
    attempt = Attempt.objects.get(learner=town.lena.user)
    where = [assessment.public_id, attempt.public_id]
    clock = town.lena.fetches(reverse("attempt_clock", args=where)).json()
    assert 70 * 60 < clock["seconds_left"] <= 75 * 60
    page = page.send("Check this answer", **_answers(attempt, page)).says("Checked")
    while page.offers("Next"):
        page = page.send("Next", **_answers(attempt, page))
    page = page.send("Previous", **_answers(attempt, page)).says("page 2").send("Submit")
    page = page.says("All 10 questions are answered").send("Submit now")
    page.says("No other attempt opens before what you handed in is marked.")
    page.says_nothing_of("Not passed", "The next attempt opens")
    return attempt


def she_alone_sees_its_picture(town: Town, attempt: Attempt) -> None:
    """Whoever was asked the question; to others it is not there."""
    version = attempt.items.get(item_version__item__ref="case-001").item_version
    digest = version.stem.split("(picture:")[1].split(")")[0]
    address = reverse("attempt_picture", args=[digest])
    assert town.lena.fetches(address).content.startswith(b"\x89PNG")
    assert town.milo.fetches(address).status_code == 404


def two_mark_and_a_third_decides(town: Town, attempt: Attempt) -> None:
    """The first withdraws a slip and marks again; neither of the two sees the other's marks."""
    _marks(town.author, 0, 0, 0)
    page = town.author.opens("marking").follow("Markings of mine").follow("Withdraw")
    page.send("Withdraw the marking", reason="I took it for another.").says("waits to be marked")
    _marks(town.author, 2, 2, 1)
    _marks(town.editor, 1, 1, 0)
    town.author.opens("marking").says("Another marker is needed")
    _marks(town.arbiter, 2, 1, 1)
    where = [attempt.assessment.public_id, attempt.public_id]
    town.lena.opens("attempt_result", args=where).says("Passed", "Read closely.")


def its_rubric_is_sharpened(town: Town) -> None:
    """What it changes is looked at first; what was marked stays as it was."""
    page = town.author.opens("rubric", args=[_item("case-010").public_id])
    page = page.follow("Write a new version")
    page = page.send("See what it changes", **{"form-2-text": "Clear, kind and short."})
    page = page.says("Rescore").send("Write this version", rescore="none")
    page.says("Version 2 is in use.")


def _marks(marker, *levels: int) -> Page:
    page = marker.opens("marking").follow("Mark 1 answer").says(ESSAY[:40])
    chosen = {f"level-{number}": str(level) for number, level in enumerate(levels)}
    page = page.send("Save and next", comment="Read closely.", **chosen)
    return page.says("No answer to this question waits for you now.")


def _answers(attempt: Attempt, page: Page) -> dict[str, list[str] | str]:
    """The right ones for the questions of this page, as its form names them."""
    shown = {int(one["data-question"]) for one in page.all("[data-question]")}
    given: dict[str, list[str] | str] = {}
    for item in attempt.items.select_related("item_version").filter(position__in=shown):
        for field, values in _right(item).items():
            name = f"answer-{item.position}" + (f"-{field}" if field else "")
            given[name] = values[0] if len(values) == 1 else values
    return given


def _right(item) -> dict[str, list[str]]:
    version = item.item_version
    kind = version.behaviour
    return {"": [ESSAY]} if kind.by_hand else kind.fields(kind.right(version.wording))


def _item(ref: str) -> Item:
    return Item.objects.get(ref=ref)


def _png() -> SimpleUploadedFile:
    png = BytesIO()
    Drawing.new("RGB", (120, 80), "teal").save(png, "PNG")
    return SimpleUploadedFile("chair.png", png.getvalue())
