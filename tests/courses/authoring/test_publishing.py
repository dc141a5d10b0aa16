"""Nobody publishes their own work, whichever way they try; somebody else can, in two steps."""

import pytest
from wagtail.models import Page, TaskState

from courses.models import Approval, LessonPage, ModulePage
from tests.courses.authoring.forms import edit, lesson_form, module_form, title_of
from tests.factories.authoring import an_instructor, approved, written
from tests.factories.courses import lessons_in, version_of
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def submit(client, lesson, **changes):
    form = lesson_form(lesson, **changes)
    return client.post(edit(lesson), form | {"action-submit": "1"}, follow=True)


def step(client, lesson, action="approve"):
    given = {"action-workflow-action": "1", "workflow-action-name": action}
    form = lesson_form(lesson) | given | {"workflow-action-extra-data": '{"comment": "Read."}'}
    return client.post(edit(lesson), form, follow=True)


def test_the_whole_way_with_two_people(as_author, as_peer, author, peer, lesson):
    submit(as_author, lesson, title="Said better")
    step(as_peer, lesson)
    step(as_peer, lesson)

    assert title_of(lesson) == version_of(lesson).title == "Said better"
    approval = Approval.objects.get()
    assert (approval.by, bool(approval.published_at)) == (peer, True)
    verbs = AuditEvent.objects.filter(target_id=approval.public_id).values_list("verb", "actor_id")
    assert set(verbs) == {
        ("courses.page.approved", peer.public_id),
        ("courses.page.published", None),
    }
    told = Notice.objects.values_list("person", "event")
    assert (peer.pk, "courses.review_waits") in told
    assert (author.pk, "courses.published") in told
    assert (author.pk, "courses.review_waits") not in told


@pytest.mark.parametrize("is_superuser", [False, True])
def test_the_author_is_offered_neither_approval_nor_publishing(
    as_author, author, lesson, is_superuser
):
    author.is_superuser = is_superuser
    author.save()
    submit(as_author, lesson, title="Mine")

    for_her = as_author.get(edit(lesson)).text
    step(as_author, lesson)
    as_author.post(edit(lesson), lesson_form(lesson) | {"action-publish": "1"})

    assert 'name="action-publish"' not in for_her
    assert "workflow-action-name" not in for_her.replace("workflow-action-name-", "")
    assert title_of(lesson) != "Mine"
    assert not Approval.objects.exists()


def test_the_editor_tells_each_what_is_theirs_to_do(as_author, as_peer, lesson):
    submit(as_author, lesson, title="To read")

    assert "It waits for you" in as_peer.get(edit(lesson)).text
    hers = as_author.get(edit(lesson)).text
    assert "It waits for you" not in hers
    assert "Somebody else is to read this." in hers
    assert "Take it back" in hers


def test_what_is_approved_is_still_not_the_authors_to_publish(as_author, author, peer, lesson):
    written(lesson, author)
    approved(lesson, peer)

    as_author.post(edit(lesson), lesson_form(lesson) | {"action-publish": "1"})

    assert title_of(lesson) != "Said otherwise"


def test_changes_sent_along_with_publishing_are_kept_and_explained(
    as_author, as_peer, author, peer, lesson
):
    as_author.post(edit(lesson), lesson_form(lesson, title="Said otherwise"))
    approved(lesson, peer)

    form = lesson_form(lesson, title="A word of my own")
    answer = as_peer.post(edit(lesson), form | {"action-publish": "1"}, follow=True)

    assert "You wrote part of this" in answer.text
    assert title_of(lesson) not in ("Said otherwise", "A word of my own")
    assert LessonPage.objects.get(pk=lesson.pk).get_latest_revision_as_object().title == (
        "A word of my own"
    )


def test_another_publishes_what_is_approved_without_becoming_its_author(
    as_author, as_peer, author, peer, lesson
):
    as_author.post(edit(lesson), lesson_form(lesson, title="Said otherwise"))
    approved(lesson, peer)

    as_peer.post(edit(lesson), lesson_form(lesson) | {"action-publish": "1"}, follow=True)

    assert title_of(lesson) == "Said otherwise"


def test_asking_for_changes_goes_back_with_the_comment(as_author, as_peer, author, lesson):
    submit(as_author, lesson, title="Said better")
    step(as_peer, lesson, "reject")

    assert TaskState.objects.get().status == TaskState.STATUS_REJECTED
    assert Notice.objects.filter(person=author, event="courses.changes_asked").exists()
    submit(as_author, lesson, title="Said still better")
    step(as_peer, lesson)
    step(as_peer, lesson)

    assert title_of(lesson) == "Said still better"


def test_what_changes_after_the_approval_is_read_again_before_it_is_published(
    as_author, as_peer, author, peer, lesson
):
    submit(as_author, lesson, title="Read")
    step(as_peer, lesson)
    written(lesson, author, "Slipped in afterwards")

    with pytest.raises(Refused):
        lesson.revisions.order_by("pk").last().publish()
    step(as_peer, lesson)

    assert title_of(lesson) == "Slipped in afterwards"
    assert Approval.objects.filter(by=peer).count() == 2


def test_publishing_in_bulk_leaves_out_what_nobody_read(as_author, author, peer, course):
    read, unread = lessons_in(course)
    writer = an_instructor()
    for one in (read, unread):
        written(one, writer, f"Revised {one.number}")
    approved(read, peer)

    ids = "&".join(f"id={one.pk}" for one in (read, unread))
    as_author.post(f"/admin/bulk/wagtailcore/page/publish/?{ids}&next=/admin/")

    assert title_of(read) == f"Revised {read.number}"
    assert title_of(unread) != f"Revised {unread.number}"


def test_publishing_what_is_below_in_bulk_leaves_it_out_too(as_author, author, course):
    draft = lessons_in(course)[0]
    draft.unpublish()
    written(draft, author)
    module = ModulePage.objects.child_of(course).get()
    module.save_revision()

    as_author.post(
        f"/admin/bulk/wagtailcore/page/publish/?id={module.pk}&next=/admin/",
        {"include_descendants": "on"},
    )

    assert not LessonPage.objects.get(pk=draft.pk).live


def test_a_new_page_is_not_published_as_it_is_made(as_author, course):
    given = module_form(ModulePage(title="New", slug="module-9", number=9))

    as_author.post(
        f"/admin/pages/add/courses/modulepage/{course.pk}/", given | {"action-publish": "1"}
    )

    assert not ModulePage.objects.get(slug="module-9").live


@pytest.mark.parametrize("way", ["publish_copies", "alias"])
def test_a_copy_is_a_draft(as_author, lesson, way):
    form = {
        "new_title": "A copy",
        "new_slug": "a-copy",
        "new_parent_page": lesson.get_parent().pk,
        way: "on",
    }

    as_author.post(f"/admin/pages/{lesson.pk}/copy/", form)

    assert not Page.objects.filter(slug="a-copy", live=True).exists()


def test_a_form_that_saves_itself_while_its_reader_approves_makes_nobody_an_author(
    as_author, as_peer, peer, lesson
):
    submit(as_author, lesson, title="Said better")
    latest = LessonPage.objects.get(pk=lesson.pk).latest_revision_id
    form = lesson_form(lesson) | {"action-workflow-action": "1", "workflow-action-name": "approve"}

    saved = as_peer.post(edit(lesson), form, headers={"accept": "application/json"})

    assert (saved.status_code, saved.json()["success"]) == (400, False)
    assert LessonPage.objects.get(pk=lesson.pk).latest_revision_id == latest
    step(as_peer, lesson)
    step(as_peer, lesson)
    assert Approval.objects.get().by == peer
    assert title_of(lesson) == "Said better"
