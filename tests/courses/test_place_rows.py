"""What the database itself refuses about places and bookmarks."""

import pytest
from django.db import IntegrityError, transaction

from courses.models import Bookmark, LessonProgress
from tests.factories.accounts import a_trainee
from tests.factories.courses import do, lessons_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def test_a_lesson_that_is_done_keeps_no_place(course, enrolment):
    progress = do(enrolment, lessons_in(course)[0], course)

    with pytest.raises(IntegrityError), transaction.atomic():
        LessonProgress.objects.filter(pk=progress.pk).update(place="b-1")


def test_a_place_is_marked_once(course, now):
    learner, lesson = a_trainee(), lessons_in(course)[0]
    Bookmark.objects.create(learner=learner, lesson_uuid=lesson.lesson_uuid, marked_at=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Bookmark.objects.create(learner=learner, lesson_uuid=lesson.lesson_uuid, marked_at=now)
