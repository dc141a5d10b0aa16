"""What was studied can't be rewritten, past every model and action."""

import pytest
from django.db import DatabaseError, connection, transaction

from courses.models import LessonVersion
from tests.factories.courses import a_body, a_course, lessons_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def sql(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE courses_lessonversion SET html = 'Other words.'",
        "UPDATE courses_lessonversion SET minutes = 600",
        "UPDATE courses_lessonversion SET source = '{}'",
        "DELETE FROM courses_lessonversion",
    ],
)
def test_a_lesson_version_is_never_changed(statement):
    a_course(lessons=1)

    with pytest.raises(DatabaseError, match="never"):
        sql(statement)


def test_a_version_is_superseded_once():
    lesson = lessons_in(a_course(lessons=1))[0]
    lesson.body = a_body("Another text.")
    lesson.save_revision().publish()

    with pytest.raises(DatabaseError, match="never"):
        sql("UPDATE courses_lessonversion SET superseded_at = NULL WHERE number = 1")
    assert LessonVersion.objects.current().get().number == 2


def test_a_page_that_goes_leaves_its_versions():
    lesson = lessons_in(a_course(lessons=1))[0]
    lesson.delete()

    assert LessonVersion.objects.get(lesson_uuid=lesson.lesson_uuid).page is None
