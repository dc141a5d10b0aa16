"""A cohort of two, and an instructor in whose programme they study."""

from dataclasses import dataclass

import pytest

from courses.actions.editors import open_to_instructors
from courses.models import Cohort, ProgrammePage
from tests.factories.cohorts import a_cohort_of, an_enrolment_in, programme_of
from tests.factories.courses import a_course
from tests.factories.live_days import an_instructor
from training_site.accounts.models import User


@dataclass
class Group:
    programme: ProgrammePage
    cohort: Cohort
    ann: User
    ben: User
    instructor: User


@pytest.fixture
def group() -> Group:
    course = a_course(lessons=1)
    cohort = a_cohort_of(course, days=[0])
    ann, ben = (an_enrolment_in(cohort).learner for _one in range(2))
    open_to_instructors(programme_of(course))
    return Group(cohort.programme, cohort, ann, ben, an_instructor())
