"""Two people on one page: the later one is told, and what either wrote is kept as a revision."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.models import EditingSession

from courses.models import LessonPage
from tests.courses.authoring.forms import lesson_form
from tests.factories.courses import do, prompt_in

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


@pytest.fixture
def both(sign_in, author, peer):
    return sign_in(Client(), author), sign_in(Client(), peer)


def revision_of(lesson):
    return LessonPage.objects.get(pk=lesson.pk).latest_revision


def autosave(client, lesson, seen, **changes):
    """As the editor saves by itself: with the revision that it was opened with."""
    loaded = {
        "loaded_revision_id": seen.pk,
        "loaded_revision_created_at": seen.created_at.isoformat(),
    }
    address = f"/admin/pages/{lesson.pk}/edit/"
    return client.post(address, lesson_form(lesson, **changes) | loaded, headers=JSON)


def test_what_saves_itself_never_goes_over_somebody_elses_words(both, lesson):
    ann, ben = both
    seen = revision_of(lesson)
    assert autosave(ann, lesson, seen, title="Ann's title").json()["success"]

    refused = autosave(ben, lesson, seen, title="Ben's title").json()

    assert (refused["success"], refused["error_code"]) == (False, "invalid_revision")
    assert "newer version" in refused["error_message"]
    assert revision_of(lesson).content["title"] == "Ann's title"


def test_nobody_overwrites_a_revision_of_somebody_else(both, lesson):
    ann, ben = both
    autosave(ann, lesson, revision_of(lesson), title="Ann's title")
    hers = revision_of(lesson)

    form = lesson_form(lesson, title="Ben's title") | {"overwrite_revision_id": hers.pk}
    answer = ben.post(f"/admin/pages/{lesson.pk}/edit/", form, headers=JSON).json()

    assert not answer["success"]
    hers.refresh_from_db()
    assert hers.content["title"] == "Ann's title"


def test_what_is_saved_over_on_purpose_stays_as_a_revision(both, author, peer, lesson):
    ann, ben = both
    for client, title in ((ann, "Ann's title"), (ben, "Ben's title")):
        client.post(f"/admin/pages/{lesson.pk}/edit/", lesson_form(lesson, title=title))

    kept = lesson.revisions.order_by("pk").values_list("user", "content__title")
    assert list(kept)[-2:] == [(author.pk, "Ann's title"), (peer.pk, "Ben's title")]
    history = ben.get(f"/admin/pages/{lesson.pk}/history/").text
    assert "Ann Author" in history
    assert "Ben Peer" in history


def test_the_editor_says_who_else_is_on_the_page(both, lesson):
    ann, ben = both
    for client in (ann, ben):
        client.get(f"/admin/pages/{lesson.pk}/edit/")
    session = EditingSession.objects.get(user__name="Ben Peer")

    ping = reverse(
        "wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", lesson.pk, session.pk]
    )
    ann_at = EditingSession.objects.get(user__name="Ann Author")
    ann.post(
        reverse(
            "wagtailadmin_editing_sessions:ping",
            args=["wagtailcore", "page", lesson.pk, ann_at.pk],
        )
    )
    told = ben.post(ping)

    assert "Ann Author" in told.text


@pytest.fixture
def studied(course, lesson, client, sign_in):
    """A learner who did the lesson, signed in; the lesson is archived since."""
    from tests.factories.courses import an_enrolment

    enrolment = an_enrolment(course)
    do(enrolment, lesson, course)
    LessonPage.objects.get(pk=lesson.pk).unpublish()
    return sign_in(client, enrolment.learner, second_factor=False), enrolment


def test_an_archived_lesson_is_read_by_who_studied_it(studied, lesson):
    client, enrolment = studied

    page = client.get(reverse("lesson", args=[lesson.lesson_uuid]))

    assert page.status_code == 200
    assert "no longer part of the course" in page.text
    assert "A lesson." in page.text
    assert "<form" not in page.text.split("<article")[1].split("</article>")[0]
    assert enrolment.progress.get().done_at


def test_nothing_is_written_in_an_archived_lesson(studied, lesson):
    client, _enrolment = studied
    prompt = prompt_in(lesson)

    for name, args in (("lesson_done", []), ("save_reflection", [prompt])):
        answer = client.post(reverse(name, args=[lesson.lesson_uuid, *args]), {"text": "Late."})
        assert answer.status_code == 404


def test_to_others_an_archived_lesson_is_not_there(studied, client, sign_in, course, lesson):
    from tests.factories.courses import an_enrolment

    other = an_enrolment(course)
    sign_in(client, other.learner, second_factor=False)

    assert client.get(reverse("lesson", args=[lesson.lesson_uuid])).status_code == 404
