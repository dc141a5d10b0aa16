"""Clinical review due, lessons without sources, and the first of each on the admin's first page."""

import pytest
from django.urls import reverse

from courses.models import LessonPage, LessonVersion
from tests.factories.authoring import an_instructor, approved, written
from tests.factories.courses import a_body, lessons_in
from training_site.content.models import Citation
from training_site.content.templatetags.triad import longdate

pytestmark = pytest.mark.django_db
REVIEW, SOURCES = "clinical_review_report", "citations_report"


def published(lesson: LessonPage, **fields) -> LessonPage:
    page = LessonPage.objects.get(pk=lesson.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return LessonPage.objects.get(pk=lesson.pk)


def rows(client, name: str):
    return client.get(reverse(name)).context["rows"]


def test_a_lesson_for_clinical_review_says_what_and_since_when(instructor, lesson):
    published(lesson, for_clinical_review="Item 8 was not seen.")
    published(lesson, for_clinical_review="Item 9 was not seen.")
    first_to_say_so = LessonVersion.objects.of(lesson.lesson_uuid).get(number=2)

    [row] = rows(instructor, REVIEW)

    assert (row.what, row.since) == ("Item 9 was not seen.", first_to_say_so.published_at)
    page = instructor.get(reverse(REVIEW)).text
    assert longdate(row.since) in page
    assert reverse("wagtailadmin_pages:edit", args=[lesson.pk]) in page


def test_a_review_that_was_done_meanwhile_starts_the_time_again(instructor, lesson):
    published(lesson, for_clinical_review="Item 8 was not seen.")
    published(lesson, for_clinical_review="")
    again = published(lesson, for_clinical_review="Item 9 was not seen.")

    [row] = rows(instructor, REVIEW)

    assert row.since == LessonVersion.objects.of(again.lesson_uuid).current().get().published_at


def test_it_names_who_published_last(instructor, lesson):
    author, peer = an_instructor("Ann Author"), an_instructor("Ben Peer")
    written(lesson, author, for_clinical_review="Item 8 was not seen.")
    approved(lesson, peer)
    LessonPage.objects.get(pk=lesson.pk).get_latest_revision().publish(user=peer)

    [row] = rows(instructor, REVIEW)

    assert row.by == "Ben Peer"


def test_what_was_never_published_comes_last(instructor, course, lesson):
    draft = lessons_in(course)[0]
    published(lesson, for_clinical_review="Item 8 was not seen.")
    LessonPage.objects.filter(pk=draft.pk).update(for_clinical_review="All of it.", live=False)

    assert [row.lesson.pk for row in rows(instructor, REVIEW)] == [lesson.pk, draft.pk]


@pytest.fixture
def sources():
    for key, seen in (("S1", "full"), ("S2", "second-hand"), ("S3", "second-hand")):
        Citation.objects.create(key=key, title=key, seen=seen)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Nothing cited.", [0]),
        ("Known second-hand [@S2].", [1]),
        ("Both second-hand [@S2] [@S3].", [2]),
        ("One was read [@S2] [@S1].", []),
    ],
)
def test_a_lesson_without_a_source_that_was_read_is_listed(
    instructor, lesson, sources, text, listed
):
    published(lesson, body=a_body(text))

    found = [row.sources for row in rows(instructor, SOURCES) if row.lesson.pk == lesson.pk]

    assert found == listed


def test_what_counts_is_how_a_source_was_known_when_it_was_published(instructor, lesson, sources):
    published(lesson, body=a_body("Read [@S1]."))
    Citation.objects.filter(key="S1").update(seen="second-hand")

    assert lesson.pk not in [row.lesson.pk for row in rows(instructor, SOURCES)]


def test_an_archived_lesson_is_not_listed(instructor, lesson):
    lesson.unpublish()

    assert lesson.pk not in [row.lesson.pk for row in rows(instructor, SOURCES)]


def test_a_draft_that_nobody_read_is_looked_up_as_it_is_written(instructor, lesson, sources):
    LessonPage.objects.filter(pk=lesson.pk).update(live=False, first_published_at=None)

    [row] = [row for row in rows(instructor, SOURCES) if row.lesson.pk == lesson.pk]

    assert (row.sources, row.published) == (0, False)


def test_the_first_page_shows_three_of_each(instructor, course, lesson):
    for one in lessons_in(course):
        published(one, for_clinical_review="Item 8 was not seen.")

    page = instructor.get(reverse("wagtailadmin_home")).text

    assert "Where lessons need you" in page
    assert reverse(REVIEW) in page
    assert lesson.title in page
