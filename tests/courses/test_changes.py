"""What changed since a learner did a lesson, and that what they did stands."""

from uuid import uuid4

import pytest
from wagtail.rich_text import RichText

from courses.comparing import as_text, changed_facts
from courses.models import LessonPage, LessonVersion
from tests.factories.courses import do, lessons_in, open_one, version_of

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def lesson(course):
    return lessons_in(course)[0]


def address(lesson, tail: str = "changes/") -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/{tail}"


def rewrite(lesson: LessonPage, text: str, **fields) -> None:
    """Another text in the same blocks, as an editor would."""
    lesson.body[0].value = RichText(text)
    for name, value in fields.items():
        setattr(lesson, name, value)
    lesson.save_revision().publish()


def test_both_versions_stand_against_each_other(learner_client, lesson, course, enrolment, now):
    rewrite(lesson, "<p>A client says yes.</p><p>You wait.</p>")
    do(enrolment, lesson, course, now)
    rewrite(lesson, "<p>A client says yes, quickly.</p><p>Ask again.</p>", minutes=35)

    page = learner_client.get(address(lesson)).text

    assert "What you did stands: 20 min count as they did" in page
    assert "You read version 2" in page
    assert "This is version 3" in page
    assert "<del>20 min</del>" in page
    assert "<ins>35 min</ins>" in page
    for word in ("Changed", "New", "Removed"):
        assert f">{word}</p>" in page
    assert "1 paragraph as before" in page or "paragraphs as before" in page


def test_the_lesson_leads_there_after_a_major_change_only(
    learner_client, lesson, course, enrolment
):
    do(enrolment, lesson, course)
    rewrite(lesson, "<p>A corrected comma.</p>")
    assert address(lesson) not in learner_client.get(address(lesson, "")).text

    rewrite(lesson, "<p>Taught otherwise.</p>", minutes=35)

    assert f'href="{address(lesson)}"' in learner_client.get(address(lesson, "")).text


def test_a_lesson_that_did_not_change_says_so(learner_client, lesson, course, enrolment):
    do(enrolment, lesson, course)

    page = learner_client.get(address(lesson)).text

    assert "Word for word as you read it." in page
    assert "What it teaches and counts for" not in page


def test_a_content_note_stands_above_what_changed(learner_client, lesson, course, enrolment):
    do(enrolment, lesson, course)
    rewrite(lesson, "<p>A loss.</p>", content_note="A loss is described.", alternative="Skip it.")

    page = learner_client.get(address(lesson)).text

    assert page.index("A loss is described.") < page.index("<ins>")


def test_it_is_there_for_those_who_did_it(learner_client, lesson, course, enrolment):
    assert learner_client.get(address(lesson)).status_code == 404
    open_one(enrolment, lesson, course)
    assert learner_client.get(address(lesson)).status_code == 404
    assert learner_client.get(f"/learn/lessons/{uuid4()}/changes/").status_code == 404


def test_the_text_is_what_a_reader_reads(lesson):
    source = {
        "summary": "In <short>.",
        "terms": {"triad": {"term": "Triad", "definition": "Three people."}},
        "body": [
            {"id": "1", "type": "prose", "value": "<p>The [[triad|three]] agree [@X1].</p>"},
            {"id": "2", "type": "definition", "value": {"term": "triad"}},
            {
                "id": "3",
                "type": "check",
                "value": {"stem": "Who?", "options": [{"text": "You", "correct": True}]},
            },
        ],
    }

    assert as_text(source) == (
        "<p>The three agree.</p><p>Triad: Three people.</p><p>Who?</p><p>You</p>"
        "<p>In &lt;short&gt;.</p>"
    )


def test_only_facts_that_changed_are_named(lesson):
    rewrite(lesson, "<p>x</p>", minutes=35, title="Titled anew")
    before, after = LessonVersion.objects.of(lesson.lesson_uuid).order_by("number")

    assert [fact.name for fact in changed_facts(before, after)] == ["Title", "Time"]
    assert changed_facts(after, version_of(lesson)) == []
