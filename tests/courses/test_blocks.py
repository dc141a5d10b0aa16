"""Each block is drawn by its template, with what a reader needs and nothing of an editor's."""

from uuid import uuid4

import pytest
from django.core.files.images import ImageFile
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from courses.models import LessonPage
from tests.factories.courses import a_course, lessons_in, version_of
from training_site.content.models import Citation, GlossaryTerm

pytestmark = pytest.mark.django_db


def drawn(*raw: dict) -> str:
    """The HTML that publishing a lesson of these blocks freezes."""
    lesson = lessons_in(a_course(lessons=1))[0]
    blocks = LessonPage._meta.get_field("body").stream_block
    named = [block | {"id": f"block-{n}"} for n, block in enumerate(raw)]
    lesson.body = blocks.to_python(named)
    lesson.save_revision().publish()
    return version_of(lesson).html


def item(**value) -> dict:
    return {"type": "item", "value": value, "id": str(uuid4())}


def test_a_vignette_opens_each_discussion_on_its_own():
    choices = [item(text="Ring at once", discussion="<p>It protects.</p>")]
    choices.append(item(text="Wait", discussion="<p>It risks.</p>"))
    value = {"title": "At ten", "situation": "<p>A message.</p>", "question": "First?"}

    html = drawn({"type": "vignette", "value": value | {"choices": choices}})

    assert html.count("<details") == html.count("<summary") == 2
    for text in ("At ten", "A message.", "First?", "Ring at once", "It protects.", "It risks."):
        assert text in html


def test_a_check_explains_each_answer_and_names_the_best_in_words():
    options = [
        item(text="Yes", correct=True, feedback="<p>Because.</p>"),
        item(text="No", correct=False, feedback="<p>A mistake.</p>"),
    ]

    html = drawn({"type": "check", "value": {"stem": "Is it?", "options": options}})

    assert html.count('name="check-block-0"') == 2
    assert html.count("The best answer") == html.count("Not this one") == 1
    assert "<form" not in html


def test_a_content_note_in_place_keeps_its_text_closed():
    value = {"note": "A death is told.", "alternative": "Skip it.", "text": "<p>She died.</p>"}

    html = drawn({"type": "content_note", "value": value})

    assert html.index("A death is told.") < html.index("Skip it.") < html.index("<details")
    assert html.index("<details") < html.index("She died.")
    assert "<details open" not in html


def test_a_reflection_in_the_frozen_text_is_a_prompt_without_a_form():
    html = drawn({"type": "reflection", "value": {"prompt": "<p>What then?</p>"}})

    assert "What then?" in html
    assert "<form" not in html
    assert "<textarea" not in html


def test_a_definition_is_the_one_of_the_glossary():
    GlossaryTerm.objects.create(term="Triad", slug="triad", definition="Three at work.")

    html = drawn({"type": "definition", "value": {"term": "triad"}})

    assert "<dfn>Triad</dfn>" in html
    assert "Three at work." in html


def test_a_source_set_out_says_design_size_and_limits():
    Citation.objects.create(
        key="L4", title="A study", design="Charts", size="16 women", limits="No control."
    )

    html = drawn({"type": "citation", "value": {"source": "L4", "finding": "<p>Found.</p>"}})

    for text in ("Found.", "A study", "Charts", "16 women", "No control."):
        assert text in html


def test_a_note_is_an_aside():
    html = drawn({"type": "note", "value": {"text": "<p>By the way.</p>"}})

    assert "<aside" in html
    assert "By the way." in html


# Wagtail leaves the temporary file of a new rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_figure_has_its_alternative_text_and_caption():
    image = get_image_model().objects.create(title="A", file=ImageFile(get_test_image_file()))
    value = {"image": image.pk, "alt_text": "Three points joined", "decorative": False}

    html = drawn({"type": "figure", "value": {"image": value, "caption": "<p>The mark.</p>"}})

    assert 'alt="Three points joined"' in html
    assert "<figcaption>" in html


def test_what_an_author_types_as_text_is_escaped():
    options = [item(text="<b>x</b>", correct=n == 0, feedback="<p>y</p>") for n in range(2)]

    html = drawn({"type": "check", "value": {"stem": "<i>z</i>", "options": options}})

    assert "&lt;b&gt;x" in html
    assert "&lt;i&gt;z" in html
