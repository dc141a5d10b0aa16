"""A draft as a learner meets it, at a chosen progress, without a trace."""

import pytest
from django.apps import apps
from django.urls import reverse

from courses.authoring.previews import COURSE_MODES, LESSON_MODES, OUTLINE_MODES
from courses.models import CoursePage, LessonPage, ModulePage
from tests.courses.authoring.forms import lesson_form
from tests.factories.assessments import an_assessment
from tests.factories.authoring import an_instructor, written
from tests.factories.courses import lessons_in

pytestmark = pytest.mark.django_db
TRACELESS = [
    model
    for model in apps.get_models()
    if model._meta.app_label in ("courses", "assessments", "audit", "jobs", "certification")
]


@pytest.fixture
def editor(client, sign_in):
    return sign_in(client, an_instructor())


@pytest.fixture
def draft(course):
    """The second of two lessons, with a content note, being written."""
    lesson = lessons_in(course)[1]
    written(
        lesson,
        None,
        "A title in the making",
        content_note="A grief is told.",
        alternative="A summary without the scene.",
    )
    return lesson


def preview(client, page, mode):
    return client.get(f"/admin/pages/{page.pk}/view_draft/?mode={mode}")


def rows():
    return {model._meta.label: model._default_manager.count() for model in TRACELESS}


@pytest.mark.parametrize("mode", [mode for mode, _label in LESSON_MODES])
def test_no_mode_leaves_a_record(editor, draft, mode):
    before = rows()

    answer = preview(editor, draft, mode)

    assert answer.status_code == 200
    assert rows() == before


@pytest.mark.parametrize(
    ("mode", "shown", "not_shown"),
    [
        ("", "A title in the making", "Mark done"),
        ("reached", "Mark done", "is not open yet"),
        ("starting", "is not open yet", "A lesson."),
        ("done", "Done on", "Mark done"),
        ("note", "Take the alternative", "A lesson."),
        ("alternative", "A summary without the scene.", "Take the alternative"),
        ("dark", 'data-theme="dark"', "is not open yet"),
    ],
)
def test_each_mode_shows_what_that_learner_would_see(editor, draft, mode, shown, not_shown):
    page = preview(editor, draft, mode).text

    assert shown in page
    assert not_shown not in page


def test_a_reflection_says_who_could_read_it(editor, draft):
    assert "Only you can read this" in preview(editor, draft, "reached").text


def test_the_form_being_filled_in_is_previewed_before_it_is_saved(editor, draft):
    address = f"/admin/pages/{draft.pk}/edit/preview/?mode=reached"
    editor.post(address, lesson_form(draft, title="Not saved yet", text="Typed a moment ago."))

    page = editor.get(address).text

    assert "Not saved yet" in page
    assert "Typed a moment ago." in page
    assert LessonPage.objects.get(pk=draft.pk).draft_title == "A title in the making"


def test_a_lesson_is_previewed_before_it_exists(editor, course):
    module = ModulePage.objects.child_of(course).get()
    address = f"/admin/pages/add/courses/lessonpage/{module.pk}/preview/?mode=reached"
    given = lesson_form(lessons_in(course)[0], title="A new one", number="99.9", slug="new")
    editor.post(address, given)

    page = editor.get(address).text

    assert "A new one" in page
    assert not LessonPage.objects.filter(slug="new").exists()


@pytest.mark.parametrize("kind", [CoursePage, ModulePage])
@pytest.mark.parametrize(
    ("mode", "progress"), [("begun", "0 of 2"), ("halfway", "1 of 2"), ("complete", "2 of 2")]
)
def test_an_outline_at_a_chosen_progress(editor, course, kind, mode, progress):
    course.assessment = an_assessment()
    course.save()
    page = kind.objects.descendant_of(course, inclusive=True).get()
    before = rows()

    shown = preview(editor, page, mode)

    assert progress in shown.text
    assert ("Completed on" in shown.text) == (mode == "complete")
    assert rows() == before


def test_the_public_page_of_a_course_is_a_preview_too(editor, course):
    course.summary = "Written anew."
    course.save_revision()

    assert "Written anew." in preview(editor, course, "").text


def test_modes_have_names():
    labels = [str(label) for _mode, label in [*LESSON_MODES, *COURSE_MODES, *OUTLINE_MODES]]

    assert all(labels)


def test_nothing_in_a_preview_can_be_sent_off(editor, draft):
    before = rows()

    answer = editor.post(reverse("lesson_done", args=[draft.lesson_uuid]), {"version": "2"})

    assert answer.status_code == 404
    assert rows() == before
