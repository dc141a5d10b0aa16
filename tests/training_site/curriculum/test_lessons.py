"""Every lesson file keeps the guide: sources that resolve, one decision, one reflection, plain words."""

import re

import pytest

from courses.shortcodes import CITATION, TERM, cited_keys, named_terms
from tests.training_site.curriculum.files import (
    CURRICULUM,
    DEFINED,
    FILES,
    LESSONS,
    SOURCES,
    TERMS,
    UNSOURCED,
    strings,
)
from training_site.content.areas import ContentArea
from training_site.curriculum.reading import FENCE, read_front_matter, read_yaml

TAGS = re.compile(r"<[^>]+>")
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)


def blocks(lesson, kind):
    return [block["value"] for block in lesson.body if block["type"] == kind]


def words(html) -> int:
    text = TERM.sub(lambda match: match[2] or match[1], CITATION.sub("", TAGS.sub(" ", html)))
    return len(re.findall(r"[\w’'-]+", text))


def prose_words(lesson) -> int:
    """The body with its notes, and the vignette with its discussions."""
    told = [*blocks(lesson, "prose"), *(note["text"] for note in blocks(lesson, "note"))]
    for vignette in blocks(lesson, "vignette"):
        told += [vignette["situation"], vignette["question"]]
        told += [c["value"]["text"] + " " + c["value"]["discussion"] for c in vignette["choices"]]
    return sum(words(text) for text in told)


def everything(lesson) -> str:
    return " ".join(strings([lesson.front, [block["value"] for block in lesson.body]]))


def test_the_outline_names_each_lesson_once():
    for path in CURRICULUM.glob("*/course.yaml"):
        listed = [number for module in read_yaml(path)["modules"] for number in module["lessons"]]
        held = {read_front_matter(file)[0]["number"] for file in path.parent.glob("lessons/*.md")}
        assert len(listed) == len(set(listed))
        assert set(listed) == held


@each_lesson
def test_the_front_says_what_it_is(lesson):
    front = lesson.front

    assert front["content_area"] in ContentArea.values
    assert 10 <= front["minutes"] <= 60
    assert front["outcome"]["code"] == lesson.number
    assert front["outcome"]["text"].startswith(("Given", "For"))
    assert front["title"]


@each_lesson
def test_the_outcome_is_something_that_can_be_seen(lesson):
    text = lesson.outcome["text"].lower()

    assert not re.search(r"\b(understand|be aware|know about|appreciate)\b", text)
    assert re.search(r"\b(decide|word|plan|distinguish|explain|state|find|record)\b", text)


@each_lesson
def test_it_is_as_long_as_a_lesson(lesson):
    assert 700 <= prose_words(lesson) <= 1200


@each_lesson
def test_the_summary_is_three_to_five_sentences(lesson):
    assert 3 <= len(re.findall(r"[.?]”?(?=\s|$)", lesson.front["summary"].strip())) <= 5


@each_lesson
def test_one_vignette_with_two_to_four_choices_each_discussed(lesson):
    (vignette,) = blocks(lesson, "vignette")

    assert 2 <= len(vignette["choices"]) <= 4
    assert all(words(choice["value"]["discussion"]) >= 30 for choice in vignette["choices"])


@each_lesson
def test_one_reflection_that_says_who_can_read_it(lesson):
    (reflection,) = blocks(lesson, "reflection")

    assert "only you can read this" in reflection["prompt"].lower()


@each_lesson
def test_one_or_two_checks_with_one_key_and_a_reason_for_each_answer(lesson):
    checks = blocks(lesson, "check")

    assert len(checks) in {1, 2}
    for check in checks:
        options = [option["value"] for option in check["options"]]
        assert sum(option["correct"] for option in options) == 1
        assert all(words(option["feedback"]) >= 5 for option in options)


@each_lesson
def test_it_cites_at_least_two_sources_and_all_are_in_the_bibliography(lesson):
    keys = cited_keys([block["value"] for block in lesson.body])

    assert lesson.number in UNSOURCED or len(keys) >= 2
    assert set(keys) <= SOURCES


@each_lesson
def test_the_terms_it_names_are_in_the_glossary(lesson):
    assert set(named_terms([block["value"] for block in lesson.body])) <= TERMS


@each_lesson
def test_a_content_note_comes_with_an_alternative(lesson):
    note = lesson.front["content_note"]

    assert note is None or (note["text"].strip() and note["alternative"].strip())


@each_lesson
def test_what_has_no_source_is_written_for_review(lesson):
    assert lesson.number not in UNSOURCED or lesson.front["for_clinical_review"].strip()


@each_lesson
@pytest.mark.parametrize(
    "forbidden",
    [r"\bsex surrogates?\b", r"!", r"let[’']s\b", r"\bdive in\b", r"\bsexual history\b"],
)
def test_the_voice_is_kept(lesson, forbidden):
    assert not re.search(forbidden, everything(lesson), re.I)


@each_lesson
def test_no_sign_of_markup_is_left_in_the_text(lesson):
    body = " ".join(strings([block["value"] for block in lesson.body]))

    assert "```" not in body
    assert "**" not in body
    assert '"' not in TAGS.sub("", body)


def test_every_term_is_defined_once():
    assert len(TERMS) == len(DEFINED)


def test_no_two_lessons_open_alike():
    openings = [TAGS.sub("", blocks(lesson, "prose")[0])[:25] for lesson in LESSONS]

    assert len(set(openings)) == len(openings)


def test_every_fence_is_closed():
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert text.count("```") == 2 * len(FENCE.findall(text)), path.name
