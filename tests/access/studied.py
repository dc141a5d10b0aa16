"""What a trainee marked, and a lesson that is done: chapters of a story."""

from courses.bookmarks.actions import mark
from courses.models import Bookmark, LessonPage
from tests.factories.courses import a_course, do, lessons_in, version_of


def a_bookmark(story, at) -> Bookmark:
    return mark(story.enrolment.learner, version_of(story.lesson), "", now=at)


def a_lesson_done(story, at) -> LessonPage:
    """Of another course, so that the first stays as it is."""
    another = a_course(story.course.get_parent().specific, lessons=1, public=False)
    [lesson] = lessons_in(another)
    do(story.enrolment, lesson, another, at=at)
    return lesson
