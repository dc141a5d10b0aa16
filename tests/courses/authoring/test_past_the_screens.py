"""Publishing past the screens, on a date, anew: the wall holds, and what was approved goes through."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page, Revision

from courses.authoring.actions.approving import approve
from courses.models import LessonPage, ModulePage
from tests.courses.authoring.forms import edit, lesson_form, title_of
from tests.factories.authoring import an_instructor, approved, under_review, written
from tests.factories.courses import a_course
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def test_not_even_past_the_screens(author, lesson):
    revision = written(lesson, author)

    with pytest.raises(Refused):
        revision.publish(user=author, skip_permission_checks=True)
    with pytest.raises(Refused):
        revision.publish()
    with pytest.raises(Refused):
        CopyPageAction(lesson, user=author, update_attrs={"slug": "copied"}).execute(
            skip_permission_checks=True
        )


def test_what_is_approved_goes_live_on_its_date(author, peer, lesson):
    written(lesson, author, go_live_at=timezone.now() + timedelta(hours=1))
    approved(lesson, peer)
    revision = lesson.revisions.order_by("pk").last()
    revision.publish(user=peer)
    assert title_of(lesson) != "Said otherwise"
    Revision.objects.filter(pk=revision.pk).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1),
        content=revision.content | {"go_live_at": None},
    )

    call_command("publish_scheduled", verbosity=0)

    assert title_of(lesson) == "Said otherwise"


def test_nothing_unread_is_given_a_date(author, lesson):
    revision = written(lesson, author)
    revision.approved_go_live_at = timezone.now() + timedelta(hours=1)

    with pytest.raises(Refused):
        revision.save()


def test_going_back_to_an_old_state_is_reviewed_too(as_author, author, peer, lesson):
    first = lesson.latest_revision
    written(lesson, an_instructor(), "Said otherwise")
    approved(lesson, peer)
    lesson.revisions.order_by("pk").last().publish(user=peer)

    form = lesson_form(lesson, title=first.content["title"], revision=first.pk)
    as_author.post(
        f"/admin/pages/{lesson.pk}/revisions/{first.pk}/revert/", form | {"action-publish": "1"}
    )
    as_author.post(edit(lesson), form | {"action-publish": "1"})

    assert title_of(lesson) == "Said otherwise"


def test_an_approval_is_good_for_one_publication(author, peer, lesson):
    old = title_of(lesson)
    for title in ("First", old):
        written(lesson, author, title)
        approve(LessonPage.objects.get(pk=lesson.pk), by=peer, now=timezone.now())
        lesson.revisions.order_by("pk").last().publish(user=peer)

    written(lesson, author, "First")

    with pytest.raises(Refused):
        lesson.revisions.order_by("pk").last().publish()


def test_an_archived_lesson_comes_back_by_somebody_elses_hand(author, peer, lesson):
    written(lesson, author)
    approved(lesson, peer)
    lesson.revisions.order_by("pk").last().publish(user=peer)
    page = LessonPage.objects.get(pk=lesson.pk)
    page.unpublish(user=author)

    with pytest.raises(Refused):
        approve(page, by=author, now=timezone.now() + timedelta(days=900))
    assert not page.permissions_for_user(author).can_publish()


def test_the_files_of_the_curriculum_need_nobody(lesson):
    lesson.title = "As the file says"
    lesson.save_revision().publish()

    assert title_of(lesson) == "As the file says"


def test_a_published_lesson_stays_in_its_programme(as_author, lesson):
    other = a_course(lessons=1)
    under_review(other)
    module = ModulePage.objects.child_of(other).get()

    as_author.post(f"/admin/pages/{lesson.pk}/move/{module.pk}/confirm/")

    assert Page.objects.get(pk=lesson.pk).get_parent().pk != module.pk
