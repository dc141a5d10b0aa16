"""The curriculum as delivered: all of it is there, answers, and leaves as files that load again."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Site

from assessments.actions.versions import content_of
from courses.models import CoursePage, LessonPage, LessonVersion, ModulePage, ProgrammePage
from tests.training_site.curriculum.files import CURRICULUM, LESSONS, without_ids
from training_site.audit.models import AuditEvent
from training_site.content.models import HomePage, InformationPage, PolicyVersion
from training_site.curriculum.loading import load_curriculum
from training_site.curriculum.reading import read_yaml

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("curriculum_loaded")]
COURSES = read_yaml(CURRICULUM / "programme.yaml")["courses"]
NUMBERS = {lesson.number for lesson in LESSONS if lesson.path.split("/")[0] in COURSES}


def test_everything_is_there_after_the_first_load():
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get()
    assert ProgrammePage.objects.get().url == "/curriculum/"
    course = CoursePage.objects.get(code="ethics")
    assert (course.url, course.public) == ("/curriculum/course-2/", True)
    assert course.assessment.slug == "ethics-exam"
    assert [page.code for page in CoursePage.objects.live().order_by("path")] == COURSES
    assert ModulePage.objects.descendant_of(course).count() == 4
    assert {page.number for page in LessonPage.objects.live()} == NUMBERS
    assert ProgrammePage.objects.get().assessment.draws_by_outcome().keys() == NUMBERS
    assert LessonPage.objects.get(number="2.4").url == "/curriculum/course-2/module-2/lesson-2-4/"
    assert LessonVersion.objects.current().count() == len(NUMBERS)
    assert {page.slug for page in InformationPage.objects.all()} == {
        "privacy",
        "terms",
        "accessibility",
    }
    assert all(page.complete_before_opening for page in InformationPage.objects.all())
    assert PolicyVersion.objects.filter(policy="code-of-ethics", number="1").exists()


def test_every_page_of_the_loaded_site_answers(client):
    for path in (
        "/",
        "/curriculum/",
        "/curriculum/course-2/",
        "/privacy/",
        "/terms/",
        "/accessibility/",
    ):
        page = client.get(path)
        assert page.status_code == 200, path
        assert "<title>Code of" not in page.text


def test_what_is_exported_loads_again_and_changes_nothing(tmp_path, now):
    before = {
        page.number: without_ids(page.body.get_prep_value()) for page in LessonPage.objects.all()
    }

    call_command("export_curriculum", str(tmp_path / "out"), stdout=StringIO())
    load_curriculum(now, lambda line: None, root=tmp_path / "out")

    after = {
        page.number: without_ids(page.body.get_prep_value()) for page in LessonPage.objects.all()
    }
    assert after == before
    assert not LessonPage.objects.filter(has_unpublished_changes=True).exists()
    event = AuditEvent.objects.get(verb="courses.curriculum.exported")
    assert event.words.values["files"] > 60
    for path in CURRICULUM.glob("*/items.yaml"):
        ours, theirs = read_yaml(path), read_yaml(tmp_path / "out" / path.parent.name / path.name)
        assert [content_of(entry) for entry in theirs["items"]] == [
            content_of(entry) for entry in sorted(ours["items"], key=lambda entry: entry["id"])
        ]
