"""The editors' side: deletion refused, previews, permissions on the tree."""

import pytest

from courses.actions.editors import open_to_instructors
from courses.models import LessonPage, ProgrammePage
from tests.factories.accounts import a_person
from tests.factories.courses import a_course, a_programme, an_enrolment, lessons_in, open_one
from training_site.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return a_course(lessons=2)


@pytest.fixture
def editor(client, sign_in):
    """May do everything in Wagtail, and still not delete what was studied."""
    person = a_person(Role.INSTRUCTOR)
    person.is_superuser = True
    person.save()
    return sign_in(client, person)


def studied(course):
    enrolment, lesson = an_enrolment(course), lessons_in(course)[0]
    open_one(enrolment, lesson, course)
    return lesson


def test_a_studied_lesson_is_archived_not_deleted(editor, course):
    lesson = studied(course)

    answer = editor.post(f"/admin/pages/{lesson.pk}/delete/", follow=True)

    assert answer.redirect_chain[0][0] == f"/admin/pages/{lesson.pk}/unpublish/"
    assert "Archive it instead" in answer.text
    assert LessonPage.objects.filter(pk=lesson.pk).exists()


@pytest.mark.parametrize("above", [1, 2, 3])
def test_neither_is_anything_above_it(editor, course, above):
    page = studied(course)
    for _step in range(above):
        page = page.get_parent()

    editor.post(f"/admin/pages/{page.pk}/delete/")

    assert type(page).objects.filter(pk=page.pk).exists()


def test_deleting_in_bulk_is_refused_as_a_whole(editor, course):
    lesson, other = studied(course), lessons_in(course)[1]

    editor.post(f"/admin/bulk/wagtailcore/page/delete/?id={lesson.pk}&id={other.pk}&next=/admin/")

    assert LessonPage.objects.count() == 2


def test_a_lesson_nobody_opened_can_be_deleted(editor, course):
    lesson = lessons_in(course)[1]

    editor.post(f"/admin/pages/{lesson.pk}/delete/")

    assert not LessonPage.objects.filter(pk=lesson.pk).exists()


def test_an_instructor_writes_below_the_programme_only(client, sign_in, course):
    other = a_programme()
    open_to_instructors(ProgrammePage.objects.get(path=course.programme_path))
    open_to_instructors(ProgrammePage.objects.get(path=course.programme_path))
    sign_in(client, a_person(Role.INSTRUCTOR))

    assert client.get(f"/admin/pages/{lessons_in(course)[0].pk}/edit/").status_code == 200
    assert client.get(f"/admin/pages/{other.pk}/edit/").status_code == 404


def test_a_preview_shows_the_draft_as_a_reader_would_see_it(editor, course):
    lesson = lessons_in(course)[0]
    lesson.title = "A title in the making"
    revision = lesson.save_revision()

    page = editor.get(f"/admin/pages/{lesson.pk}/revisions/{revision.pk}/view/")

    assert "A title in the making" in page.text
    assert "A lesson." in page.text
