"""The curriculum as delivered, by the rules that hold for whoever writes in it."""

import pytest

from courses.authoring.facts import findings_of
from courses.models import CoursePage, LessonPage, ProgrammePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("curriculum_loaded")]


def test_the_curriculum_as_delivered_is_without_errors():
    found = {
        str(page): [finding.reason for finding in findings_of(page) if finding.is_error]
        for page in [*LessonPage.objects.all(), *CoursePage.objects.all()]
    }

    assert found
    assert {page: reasons for page, reasons in found.items() if reasons} == {}


def test_the_curriculum_as_loaded_is_published_and_under_review():
    programme = ProgrammePage.objects.get()

    assert programme.has_workflow
    assert not programme.get_descendants().filter(live=False).exists()
