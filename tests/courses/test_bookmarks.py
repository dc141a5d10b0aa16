"""Bookmarks: one's own, of a lesson or a section, without JavaScript; nobody else's business."""

from uuid import uuid4

import pytest

from courses.models import Bookmark
from tests.factories.accounts import a_trainee
from tests.factories.courses import a_body, a_course, an_enrolment, lessons_in, open_one
from training_site.audit.models import AuditEvent

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
SECTION = "s-what-to-ask"


@pytest.fixture
def lesson(course):
    lesson = lessons_in(course)[0]
    lesson.body = a_body("Before.</p><h2>What to ask</h2><p>Ask.")
    lesson.save_revision().publish()
    return lesson


def address(lesson, tail: str = "") -> str:
    return f"/learn/lessons/{lesson.lesson_uuid}/{tail}"


def marks(client, lesson, anchor="", **more):
    return client.post(address(lesson, "bookmark/"), {"anchor": anchor} | more)


def test_the_lesson_lists_its_sections_each_with_a_mark_to_set(learner_client, lesson):
    page = learner_client.get(address(lesson)).text

    assert f'href="#{SECTION}"' in page
    assert "Bookmark: What to ask" in page
    assert "Bookmark: The whole lesson" in page


def test_marking_leads_back_to_the_same_place_and_shows_it(learner_client, lesson):
    answer = marks(learner_client, lesson, SECTION, read="alternative")

    assert answer["Location"] == f"{address(lesson)}?read=alternative#{SECTION}"
    page = learner_client.get(address(lesson)).text
    assert "Remove the bookmark: What to ask" in page
    assert "Bookmark: The whole lesson" in page


def test_marking_twice_marks_once(learner_client, lesson):
    for _ in range(2):
        assert marks(learner_client, lesson).status_code == 302

    assert Bookmark.objects.count() == 1


def test_the_list_leads_to_each_place_in_order(learner_client, lesson, course, enrolment):
    later = lessons_in(course)[1]
    for one, anchor in ((later, ""), (lesson, SECTION), (lesson, "")):
        assert marks(learner_client, one, anchor).status_code == 302

    page = learner_client.get("/learn/bookmarks/").text

    links = [f'{address(lesson)}"', f'{address(lesson)}#{SECTION}"', f'{address(later)}"']
    places = [page.index(f'<a href="{link}') for link in links]
    assert places == sorted(places)


def test_an_empty_list_says_how_it_begins(learner_client):
    assert "Nothing marked yet" in learner_client.get("/learn/bookmarks/").text


def test_removing_from_the_list_and_from_the_lesson(learner_client, lesson):
    for more, leads_to in (({}, "/learn/bookmarks/"), ({"in_lesson": "yes"}, address(lesson))):
        marks(learner_client, lesson, SECTION)
        bookmark = Bookmark.objects.get()

        answer = learner_client.post(f"/learn/bookmarks/{bookmark.public_id}/remove/", more)

        assert answer["Location"].split("#")[0] == leads_to
        assert not Bookmark.objects.exists()


def test_a_section_that_is_gone_says_so_and_leads_to_the_lesson(learner_client, lesson):
    marks(learner_client, lesson, SECTION)
    lesson.body = a_body("Rewritten.")
    lesson.save_revision().publish()

    page = learner_client.get("/learn/bookmarks/").text

    assert "the section you marked is no longer in it" in page
    assert f"#{SECTION}" not in page


@pytest.mark.parametrize("anchor", ["s-gone", "x" * 4000, "b-1"])
def test_a_place_that_the_lesson_does_not_have_is_a_404(learner_client, lesson, anchor):
    assert marks(learner_client, lesson, anchor).status_code == 404
    assert not Bookmark.objects.exists()


def test_somebody_else_s_bookmark_and_course_do_not_exist(client, sign_in, lesson):
    owner = a_trainee()
    theirs = Bookmark.objects.create(
        learner=owner, lesson_uuid=lesson.lesson_uuid, marked_at=lesson.first_published_at
    )
    elsewhere = an_enrolment(a_course())
    sign_in(client, elsewhere.learner, second_factor=False)

    for bookmark in (theirs.public_id, uuid4()):
        assert client.post(f"/learn/bookmarks/{bookmark}/remove/").status_code == 404
    assert marks(client, lesson).status_code == 404
    assert lesson.title not in client.get("/learn/bookmarks/").text
    assert Bookmark.objects.get() == theirs


def test_a_bookmark_is_no_event_of_the_record(learner_client, lesson):
    before = AuditEvent.objects.count()

    marks(learner_client, lesson)

    assert AuditEvent.objects.count() == before


def test_the_list_asks_the_same_however_long_it_is(
    learner_client, course, enrolment, count_queries
):
    first, *others = lessons_in(course)
    open_one(enrolment, first, course)
    marks(learner_client, first)
    learner_client.get("/learn/bookmarks/")
    with count_queries() as short:
        learner_client.get("/learn/bookmarks/")
    for lesson in others:
        marks(learner_client, lesson)

    with count_queries(exactly=len(short)):
        learner_client.get("/learn/bookmarks/")
