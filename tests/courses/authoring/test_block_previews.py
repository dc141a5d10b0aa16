"""Every block says what it is for and shows itself, in the learner's own type."""

import pytest
from django.urls import reverse

from courses.models import LessonPage
from tests.factories.authoring import an_instructor
from training_site.content.models import Citation, GlossaryTerm

pytestmark = pytest.mark.django_db
BLOCKS = LessonPage._meta.get_field("body").stream_block.child_blocks
SHOWN = {
    "prose": "What a closing meeting is for",
    "vignette": "The client brings a present",
    "content_note": "A bereavement is told",
    "reflection": "Only you can read this",
    "definition": "A term of ours",
    "figure": "A caption says what to see",
    "diagram": "<svg",
    "citation": "A source of ours",
    "check": "Who hears of a change in the plan?",
    "note": "A remark beside the text",
    "media": "Here stands the player",
    "download": "A sheet to fill in",
}


@pytest.fixture
def shelf():
    GlossaryTerm.objects.create(term="A term of ours", slug="a-term", definition="It means this.")
    Citation.objects.create(key="A1", title="A source of ours")


def preview(client, block):
    return client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_shows_itself(client, sign_in, shelf, name):
    block = BLOCKS[name]
    sign_in(client, an_instructor())

    answer = preview(client, block)

    assert answer.status_code == 200
    assert SHOWN[name] in answer.text
    assert "study" in answer.text  # the learner's stylesheet
    assert "style-src 'self'" in answer.headers["Content-Security-Policy"]
    assert block.is_previewable
    assert block.get_description()


def test_a_shelf_that_is_still_empty_breaks_no_preview(client, sign_in):
    sign_in(client, an_instructor())

    assert {preview(client, block).status_code for block in BLOCKS.values()} == {200}
