"""Every way of publishing freezes a version; the same content freezes none."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from courses.models import LessonPage, LessonVersion
from tests.factories.courses import a_body, a_course, lessons_in, version_of
from training_site.content.models import Citation

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson():
    return lessons_in(a_course(lessons=1))[0]


def publish(lesson, **changes):
    for name, value in changes.items():
        setattr(lesson, name, value)
    lesson.save_revision().publish()
    lesson.refresh_from_db()


def test_publishing_freezes_what_a_reader_sees(lesson):
    version = version_of(lesson)

    assert (version.number, version.major) == (1, True)
    assert version.page == lesson
    assert version.outcome_codes == [lesson.outcome.code]
    assert "A lesson." in version.html
    assert version.source["body"][0]["value"] == "<p>A lesson.</p>"


def test_publishing_the_same_again_adds_no_version(lesson):
    publish(lesson)

    assert LessonVersion.objects.of(lesson.lesson_uuid).count() == 1


def test_a_changed_text_is_a_minor_version_and_supersedes_the_one_before(lesson):
    publish(lesson, body=a_body("Another text."))

    first, second = LessonVersion.objects.of(lesson.lesson_uuid).order_by("number")
    assert (second.number, second.major) == (2, False)
    assert first.superseded_at is not None
    assert version_of(lesson) == second
    assert "A lesson." in first.html


def test_changed_minutes_are_a_major_version(lesson):
    publish(lesson, minutes=35)

    assert version_of(lesson).major is True


def test_a_draft_makes_no_version(lesson):
    lesson.title = "Not yet"
    lesson.save_revision()

    assert version_of(lesson).title != "Not yet"


def test_a_scheduled_publication_freezes_a_version(lesson):
    lesson.title = "On time"
    lesson.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = lesson.save_revision(approved_go_live_at=lesson.go_live_at)

    call_command("publish_scheduled")

    assert revision.content["title"] == "On time"
    assert version_of(lesson).title == "On time"


def test_publishing_in_bulk_freezes_versions(client, sign_in):
    from tests.factories.accounts import a_person
    from tests.factories.authoring import approved
    from training_site.accounts.roles import Role

    lessons = lessons_in(a_course(lessons=2))
    for lesson in lessons:
        lesson.title = f"Revised {lesson.number}"
        lesson.save_revision()
        approved(lesson, a_person(Role.INSTRUCTOR))
    editor = a_person(Role.INSTRUCTOR)
    editor.is_superuser = True
    editor.save()
    sign_in(client, editor)
    ids = "&".join(f"id={lesson.pk}" for lesson in lessons)

    answer = client.post(f"/admin/bulk/wagtailcore/page/publish/?{ids}&next=/admin/")

    assert answer.status_code == 302
    assert [version_of(lesson).title for lesson in lessons] == [
        f"Revised {lesson.number}" for lesson in lessons
    ]


def test_a_copy_is_another_lesson_with_versions_of_its_own(lesson):
    copy = lesson.copy(update_attrs={"slug": "lesson-copy"}, keep_live=True)

    assert copy.lesson_uuid != lesson.lesson_uuid
    assert version_of(copy).number == 1
    assert copy.get_latest_revision_as_object().lesson_uuid == copy.lesson_uuid


def test_deleting_the_page_leaves_its_versions(lesson):
    version = version_of(lesson)

    LessonPage.objects.get(pk=lesson.pk).delete()

    version.refresh_from_db()
    assert version.page is None
    assert "A lesson." in version.html


def test_a_version_keeps_its_sources_as_they_were(lesson):
    Citation.objects.create(key="X1", title="As first known", size="12 people")
    publish(lesson, body=a_body("A claim [@X1]."))

    Citation.objects.filter(key="X1").update(title="As known later")

    assert version_of(lesson).source["sources"][0]["title"] == "As first known"
    assert 'href="#source-1"' in version_of(lesson).html


def test_an_unknown_citation_is_refused_when_the_page_is_checked(lesson):
    from django.core.exceptions import ValidationError

    lesson.body = a_body("A claim [@NOPE].")

    with pytest.raises(ValidationError, match="NOPE"):
        lesson.full_clean()


def test_a_content_note_needs_its_alternative(lesson):
    from django.core.exceptions import ValidationError

    lesson.content_note = "A loss is described."

    with pytest.raises(ValidationError, match="alternative"):
        lesson.full_clean()
