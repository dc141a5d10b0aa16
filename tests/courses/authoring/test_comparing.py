"""Two states of a lesson side by side: what was said, and what is said now, for every block."""

import pytest

from courses.authoring import examples
from courses.models import LessonPage
from tests.factories.authoring import an_instructor
from training_site.content.models import Citation, GlossaryTerm

pytestmark = pytest.mark.django_db
KINDS = ["prose", "vignette", "content_note", "reflection", "check", "note", "diagram"]


def marked(value, word):
    """The example with a word of its own at the end of every text."""
    if isinstance(value, str):
        return f"<p>{word} {value}</p>" if value.startswith("<") else f"{word} {value}"
    if isinstance(value, list):
        return [
            {"type": "item", "id": f"i{at}", "value": marked(one, word)}
            for at, one in enumerate(value)
        ]
    if isinstance(value, dict):
        return {
            name: inner if name == "name" else marked(inner, word) for name, inner in value.items()
        }
    return value


def body(kind, word):
    blocks = LessonPage._meta.get_field("body").stream_block
    value = marked(getattr(examples, kind)(), word)
    return blocks.to_python([{"type": kind, "id": "1", "value": value}])


@pytest.mark.parametrize("kind", KINDS)
def test_a_comparison_shows_both_texts(client, sign_in, lesson, kind):
    sign_in(client, an_instructor())
    revisions = []
    for word in ("Formerly", "Nowadays"):
        page = LessonPage.objects.get(pk=lesson.pk)
        page.body = body(kind, word)
        page.title = f"{word} called"
        revisions.append(page.save_revision().pk)

    answer = client.get("/admin/pages/{}/revisions/compare/{}...{}/".format(lesson.pk, *revisions))

    assert answer.status_code == 200
    assert answer.text.count("Formerly") >= 2
    assert answer.text.count("Nowadays") >= 2


def test_a_block_that_came_and_one_that_went(client, sign_in, lesson):
    GlossaryTerm.objects.create(term="Consent", slug="consent", definition="It means this.")
    Citation.objects.create(key="A1", title="A source of ours")
    blocks = LessonPage._meta.get_field("body").stream_block
    sign_in(client, an_instructor())
    revisions = []
    for raw in (
        [{"type": "definition", "id": "1", "value": {"term": "consent"}}],
        [{"type": "citation", "id": "2", "value": {"source": "A1", "finding": "<p>Found.</p>"}}],
    ):
        page = LessonPage.objects.get(pk=lesson.pk)
        page.body = blocks.to_python(raw)
        revisions.append(page.save_revision().pk)

    answer = client.get("/admin/pages/{}/revisions/compare/{}...{}/".format(lesson.pk, *revisions))

    assert answer.status_code == 200
    assert "Found." in answer.text
    assert "object-deleted" in answer.text or "deletion" in answer.text
