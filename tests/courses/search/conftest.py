"""A programme with two courses; in the first a learner has the first lesson open, and no more."""

import pytest

from courses.models import CoursePage, ModulePage, ProgrammePage
from tests.factories.courses import a_body, a_course, a_lesson, an_enrolment
from training_site.content.models import GlossaryTerm


@pytest.fixture
def course():
    course = a_course(lessons=0, title="Ground rules", summary="About the seagull.")
    module = ModulePage.objects.child_of(course).get()
    a_lesson(
        module, number="1.1", title="The open one", body=a_body("Touch is <b>naïve</b> today.")
    )
    a_lesson(module, number="1.2", title="Shut canarytitle", body=a_body("A canarytext of touch."))
    return course


@pytest.fixture
def elsewhere():
    """A course of another programme, whose outline nobody sees."""
    closed = a_course(lessons=0, title="Canarycourse", summary="Touch.", public=False)
    module = ModulePage.objects.child_of(closed).get()
    a_lesson(module, number="8.1", title="Canaryelsewhere", body=a_body("Touch."))
    return closed


@pytest.fixture
def draft(course):
    """A lesson nobody published, and one that was taken back."""
    module = ModulePage.objects.child_of(course).get()
    taken_back = a_lesson(module, number="1.3", title="Canaryback", body=a_body("Touch."))
    taken_back.unpublish()
    written = a_lesson(module, number="1.4", title="Canarydraft", body=a_body("Touch."))
    written.body = a_body("Touch and canarychange.")
    written.save_revision()
    return written


@pytest.fixture
def term():
    return GlossaryTerm.objects.create(
        term="Touch", slug="touch", definition="What <i>hands</i> do."
    )


@pytest.fixture
def enrolment(course):
    return an_enrolment(course)


@pytest.fixture
def programme(course):
    return ProgrammePage.objects.get(path=course.programme_path)


@pytest.fixture
def second(programme):
    """A course more, so that there are groups."""
    course = CoursePage.objects.get(pk=a_course(programme, lessons=0, title="Hands").pk)
    module = ModulePage.objects.child_of(course).get()
    a_lesson(module, number="2.1", title="Another", body=a_body("On touching."))
    return course


@pytest.fixture
def learner_client(client, sign_in, enrolment):
    return sign_in(client, enrolment.learner, second_factor=False)
