"""Two windows of one learner against each other on real locks."""

from functools import partial

import pytest

from assessments.models import Grant
from courses.actions.progress import mark_done
from tests.factories.assessments import an_assessment
from tests.factories.courses import a_course, an_enrolment, lessons_in, open_one, version_of
from tests.races import race

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]
ROUNDS = 5


def test_two_last_lessons_done_at_once_open_the_assessment(now):
    course = a_course(lessons=2, free_order=True, assessment=an_assessment())
    lessons = lessons_in(course)
    for _round in range(ROUNDS):
        enrolment = an_enrolment(course)
        for lesson in lessons:
            open_one(enrolment, lesson, course)

        outcomes = race(
            *(
                partial(mark_done, enrolment, version_of(lesson), course, now=now)
                for lesson in lessons
            )
        )

        assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
        assert Grant.objects.filter(learner=enrolment.learner).exists()
