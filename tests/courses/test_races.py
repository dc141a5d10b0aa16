"""Two windows of one learner against each other on real locks."""

import threading
from functools import partial

import pytest
from django.db import connection

from assessments.models import Grant
from courses.actions.progress import mark_done
from tests.factories.assessments import an_assessment
from tests.factories.courses import a_course, an_enrolment, lessons_in, open_one, version_of

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]
ROUNDS = 5


def at_once(*runners) -> None:
    barrier = threading.Barrier(len(runners))

    def go(run):
        barrier.wait()
        try:
            run()
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=[run]) for run in runners]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_last_lessons_done_at_once_open_the_assessment(now):
    course = a_course(lessons=2, free_order=True, assessment=an_assessment())
    lessons = lessons_in(course)
    for _round in range(ROUNDS):
        enrolment = an_enrolment(course)
        for lesson in lessons:
            open_one(enrolment, lesson, course)

        at_once(
            *(
                partial(mark_done, enrolment, version_of(lesson), course, now=now)
                for lesson in lessons
            )
        )

        assert Grant.objects.filter(learner=enrolment.learner).exists()
