"""Going on exactly where one stopped; and what is not kept about reading."""

import pytest

from courses.actions.enrolment import end_enrolment
from courses.actions.progress import keep_place
from courses.anchors import anchors_of, section_at, sections_of
from courses.models import LessonPage, LessonProgress
from tests.factories.courses import (
    a_body,
    a_course,
    do,
    lessons_in,
    open_one,
    prompt_in,
    version_of,
)
from training_site.audit.models import AuditEvent
from training_site.content.models import Citation, GlossaryTerm

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
HEADED = (
    "Before.</p><h2>What to ask</h2><p>Ask.</p><h3>First [[triad|the triad]] [@X]</h3>"
    '<h2 data-block-key="k">What to ask</h2><p>Again.'
)


def address(lesson, tail: str = "") -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/{tail}"


def publish(lesson: LessonPage, text: str) -> LessonPage:
    lesson.body = a_body(text)
    lesson.save_revision().publish()
    lesson.refresh_from_db()
    return lesson


@pytest.fixture
def lesson(course):
    Citation.objects.create(key="X", title="A source")
    GlossaryTerm.objects.create(slug="triad", term="Triad", definition="Three people.")
    return publish(lessons_in(course)[0], HEADED)


@pytest.fixture
def begun(enrolment, lesson, course):
    return open_one(enrolment, lesson, course)


def place_of(begun) -> str:
    begun.refresh_from_db()
    return begun.place


def test_blocks_and_headings_are_places_and_each_name_is_there_once(lesson, learner_client):
    anchors = [anchor.id for anchor in anchors_of(version_of(lesson).source)]

    assert anchors[1:4] == ["s-what-to-ask", "s-first-the-triad", "s-what-to-ask-2"]
    assert anchors[-1] == f"b-{prompt_in(lesson)}"
    page = learner_client.get(address(lesson)).text
    assert [page.count(f'id="{anchor}"') for anchor in anchors] == [1] * len(anchors)


def test_places_are_named_for_people(lesson):
    source = version_of(lesson).source

    assert [section.title for section in sections_of(source)] == ["What to ask", "Reflection"]
    assert section_at(source, "s-first-the-triad").title == "What to ask"
    assert section_at(source, "s-gone") is None


def test_a_block_keeps_its_place_through_corrections(lesson):
    before = anchors_of(version_of(lesson).source)
    lesson.title = "Titled anew"
    lesson.save_revision().publish()

    assert anchors_of(version_of(lesson).source) == before


def test_the_place_is_kept_and_replaced(learner_client, lesson, begun):
    for place in ("s-what-to-ask", "s-what-to-ask-2"):
        answer = learner_client.post(address(lesson, "place/"), {"version": "2", "place": place})
        assert answer.json() == {"kept": True}

    assert place_of(begun) == "s-what-to-ask-2"
    assert LessonProgress.objects.count() == 1


def test_home_outline_and_lesson_lead_back_to_it(learner_client, lesson, begun, course):
    learner_client.post(address(lesson, "place/"), {"place": "s-what-to-ask"})

    there = f'href="{address(lesson)}#s-what-to-ask"'
    assert there in learner_client.get("/learn/").text
    assert there in learner_client.get(f"/learn/courses/{course.slug}/").text
    page = learner_client.get(address(lesson)).text
    assert "You stopped at “What to ask”." in page
    assert 'href="#s-what-to-ask"' in page


def test_behind_a_content_note_it_leads_there_too(learner_client, lesson, begun):
    learner_client.post(address(lesson, "place/"), {"place": "s-what-to-ask"})
    lesson.content_note, lesson.alternative = "A loss is described.", "Read the summary."
    lesson.save_revision().publish()

    assert 'href="?read=on#s-what-to-ask"' in learner_client.get(address(lesson)).text


@pytest.mark.parametrize("place", ["", "text", "s-gone", "b-", "x" * 5000, "s-What-to-ask"])
def test_an_unknown_place_is_let_go(learner_client, lesson, begun, place):
    answer = learner_client.post(address(lesson, "place/"), {"place": place})

    assert (answer.status_code, answer.json()) == (200, {"kept": False})
    assert place_of(begun) == ""


def test_a_tab_with_an_older_version_is_let_go(learner_client, lesson, begun):
    publish(lesson, "Rewritten.")

    answer = learner_client.post(
        address(lesson, "place/"), {"version": "2", "place": "s-what-to-ask"}
    )

    assert answer.json() == {"kept": False}
    assert place_of(begun) == ""


def test_a_place_that_a_later_version_has_no_more_is_not_offered(learner_client, lesson, begun):
    learner_client.post(address(lesson, "place/"), {"place": "s-what-to-ask"})
    publish(lesson, "Rewritten.")

    page = learner_client.get(address(lesson))

    assert page.status_code == 200
    assert "You stopped at" not in page.text


def test_with_done_the_place_is_gone_and_none_is_kept_any_more(enrolment, lesson, course):
    open_one(enrolment, lesson, course)
    keep_place(enrolment, version_of(lesson), "s-what-to-ask")

    progress = do(enrolment, lesson, course)

    assert progress.place == ""
    assert keep_place(enrolment, version_of(lesson), "s-what-to-ask") is False


def test_who_has_not_opened_it_or_whose_enrolment_ended_keeps_none(
    learner_client, lesson, course, enrolment, now
):
    asked = {"place": "s-what-to-ask"}
    assert learner_client.post(address(lesson, "place/"), asked).json() == {"kept": False}
    open_one(enrolment, lesson, course)

    end_enrolment(enrolment, by=None, now=now)

    assert learner_client.post(address(lesson, "place/"), asked).status_code == 404


def test_nothing_else_about_reading_is_kept(learner_client, lesson, begun):
    events = AuditEvent.objects.count()

    learner_client.get(address(lesson))
    learner_client.post(address(lesson, "place/"), {"place": "s-what-to-ask"})

    assert AuditEvent.objects.count() == events
    kept = {field.name for field in LessonProgress._meta.fields}
    assert kept == {
        "id",
        "enrolment",
        "lesson_uuid",
        "version",
        "opened_at",
        "done_at",
        "minutes",
        "place",
    }


def test_the_page_asks_for_it_only_while_the_lesson_is_under_way(learner_client, lesson):
    assert "data-place=" in learner_client.get(address(lesson)).text

    learner_client.post(address(lesson, "done/"))

    assert "data-place=" not in learner_client.get(address(lesson)).text


def test_keeping_a_place_asks_little_of_the_database(learner_client, lesson, begun, count_queries):
    a_course(lessons=5)

    with count_queries(at_most=8):
        learner_client.post(address(lesson, "place/"), {"place": "s-what-to-ask"})
