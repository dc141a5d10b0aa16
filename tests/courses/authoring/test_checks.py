"""The checks as the editor shows them, and as publishing refuses by them."""

import pytest
from wagtail.images.tests.utils import get_test_image_file

from courses.authoring.facts import course_facts, findings_of, lesson_facts
from courses.models import LessonPage, ModulePage
from tests.courses.authoring.forms import lesson_form
from tests.factories.assessments import an_assessment
from tests.factories.authoring import approved, written
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def body(*raw):
    blocks = LessonPage._meta.get_field("body").stream_block
    return blocks.to_python([{"type": kind, "value": value} for kind, value in raw])


def reasons(page):
    return {finding.reason for finding in findings_of(page)}


def test_what_is_read_from_a_lesson(lesson):
    from wagtail.images.models import Image

    image = Image.objects.create(title="Image", file=get_test_image_file())
    lesson.body = body(
        ("prose", "<p>Five words stand here [@X1], [[consent|agreed]].</p>"),
        ("content_note", {"note": "What.", "alternative": "", "text": "<p>Two words</p>"}),
        ("figure", {"image": {"image": image.pk, "alt_text": "", "decorative": False}}),
        ("figure", {"image": {"image": image.pk, "alt_text": "", "decorative": True}}),
        ("figure", {"image": {"image": image.pk, "alt_text": "A chair", "decorative": False}}),
        ("check", {"stem": "So?", "options": [{"type": "item", "value": {"text": "No"}}]}),
        ("reflection", {"prompt": "<p>What?</p>"}),
    )

    facts = lesson_facts(lesson)

    assert facts.images_without_text == 1
    assert facts.unresolved == ["X1", "consent"]
    assert facts.checks_without_right_answer == 1
    assert (facts.reflections, facts.cited) == (1, 1)
    assert ("What.", "") in facts.notes
    assert {"check_image_without_text", "check_note_without_alternative"} <= reasons(lesson)


def test_what_is_read_from_a_course(course):
    course.assessment = an_assessment()
    hidden = ModulePage.objects.child_of(course).get()
    hidden.unpublish()

    facts = course_facts(course)

    assert facts.live_lessons == 0
    assert len(facts.hidden_lessons) == 2
    assert sum(facts.asked.values()) == facts.draws
    assert "check_lessons_hidden" in reasons(course) & reasons(hidden)


def test_the_editor_lists_what_was_found_and_who_can_go_on(client, sign_in, author, peer, lesson):
    written(lesson, author, minutes=240)
    sign_in(client, author)

    page = client.get(f"/admin/pages/{lesson.pk}/edit/")

    assert page.text.count("It says 240 minutes") == 2  # in the form and in the side panel
    assert "You wrote part of this" in page.text
    assert "Ben Peer can." in page.text
    assert "css/authoring.css" in page.text


def test_a_page_that_is_not_saved_yet_says_so(client, sign_in, author, course):
    sign_in(client, author)
    module = ModulePage.objects.child_of(course).get()

    page = client.get(f"/admin/pages/add/courses/lessonpage/{module.pk}/")

    assert "Save a draft first" in page.text


def test_other_pages_have_no_such_list(client, sign_in, author, course):
    from tests.factories.accounts import an_administrator

    sign_in(client, an_administrator())
    home = course.get_parent().get_parent()

    assert "Before publishing" not in client.get(f"/admin/pages/{home.pk}/edit/").text


def test_an_error_is_refused_at_publishing_even_when_approved(
    client, sign_in, author, peer, lesson
):
    written(lesson, author, body=body(("note", {"text": ""})))
    approved(lesson, peer)
    sign_in(client, peer)

    assert not LessonPage.objects.get(pk=lesson.pk).permissions_for_user(peer).can_publish()
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={lesson.pk}&next=/admin/")

    assert LessonPage.objects.get(pk=lesson.pk).title != "Said otherwise"


def test_advice_refuses_nothing(author, peer, lesson):
    written(lesson, author, minutes=240)
    approved(lesson, peer)

    assert "check_minutes_are_off" in reasons(
        LessonPage.objects.get(pk=lesson.pk).get_latest_revision_as_object()
    )
    assert LessonPage.objects.get(pk=lesson.pk).permissions_for_user(peer).can_publish()


def test_a_reviewer_does_not_approve_an_error(client, sign_in, author, peer, lesson):
    sign_in(client, author)
    address = f"/admin/pages/{lesson.pk}/edit/"
    client.post(address, lesson_form(lesson, title="To read") | {"action-submit": "1"})
    written(lesson, author, body=body(("note", {"text": ""})))
    task = LessonPage.objects.get(pk=lesson.pk).current_workflow_task_state

    with pytest.raises(Refused):
        task.task.specific.on_action(task, peer, "approve")
    assert not lesson.peer_approvals.exists()
