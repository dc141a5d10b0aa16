"""Every drawing is there for the eye and in words, and asks for no colour of its own."""

import re

import pytest

from courses.blocks import DiagramBlock
from courses.diagrams import DIAGRAMS
from courses.models import LessonPage
from tests.factories.courses import a_course, a_lesson, an_enrolment, prose

each_drawing = pytest.mark.parametrize("name", DIAGRAMS)


def drawn(name: str) -> str:
    block = DiagramBlock()
    return block.render(block.to_python({"name": name, "caption": "What <you> see"}))


@each_drawing
def test_a_drawing_has_a_name_a_caption_and_its_words(name):
    html = drawn(name)
    picture, words = html.split("</svg>")

    assert 'role="img" aria-label="What &lt;you&gt; see"' in picture
    assert "<figcaption>What &lt;you&gt; see</figcaption>" in words
    assert len(re.findall(r"<li>", words)) >= 3


@each_drawing
def test_a_drawing_follows_light_and_dark(name):
    assert not re.search(r"\b(style|fill|stroke)=|#[0-9a-f]{3}|<script", drawn(name))


@each_drawing
def test_all_that_is_drawn_lies_inside_its_frame(name):
    html = drawn(name)
    height = int(re.search(r'viewBox="0 0 440 (\d+)"', html)[1])

    assert all(0 <= float(x) <= 440 for x in re.findall(r'\bc?x="([\d.]+)"', html))
    assert all(0 <= float(y) <= height for y in re.findall(r'\bc?y="([\d.]+)"', html))


@pytest.mark.django_db
@pytest.mark.parametrize("drawn", [True, False])
def test_only_a_lesson_with_a_drawing_asks_for_its_style(client, sign_in, drawn):
    module = a_course(lessons=0).get_children().get().specific
    blocks = LessonPage._meta.get_field("body").stream_block
    diagram = {"type": "diagram", "value": {"name": "triad", "caption": "Three"}, "id": "d"}
    raw = [prose("A lesson.") | {"id": "p"}, *([diagram] if drawn else [])]
    lesson = a_lesson(module, body=blocks.to_python(raw))
    learner = an_enrolment(module.get_parent().specific).learner
    sign_in(client, learner, second_factor=False)

    page = client.get(f"/learn/lessons/{lesson.lesson_uuid}/").text

    assert ("/style/pictures/" in page) is drawn
