"""An instructor of one programme finds nothing of the other's drafts, questions, cohorts and files."""

from collections.abc import Collection
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from assessments.models import Item
from courses.actions.editors import files_of
from courses.authoring.actions.teams import give_team, join, leave, take_team
from courses.authoring.scope import ProgrammeScope
from courses.models import Cohort, LessonPage, ModulePage, ProgrammePage
from tests.access.addresses import all_addresses
from tests.access.wagtail_values import Values
from tests.factories.accounts import an_administrator
from tests.factories.assessments import a_learner_who_used_all_attempts, an_assessment
from tests.factories.authoring import an_instructor, under_review, written
from tests.factories.courses import a_cohort, a_course, lessons_in
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the temporary file of a rendition to the garbage collector.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <function SpooledTemporaryFile"),
]
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
# Titles hold both words; what is asked for is echoed, so the other one is looked for. No time zone
# is called by it.
CANARY, ASKED = "kestrel", "zq4"
# The first would end the crawl, the second is Wagtail's test of its own error page.
NOT_ASKED = ("wagtailadmin_logout", "wagtailadmin_error_test")
TITLE = f"{ASKED} {CANARY}"
HAVE_CANARIES = (
    "item_bank",
    "attempts_used_up",
    "wagtailadmin_explore",
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:workflow",
    "wagtailimages:index",
    "wagtaildocs_chooser:choose",
    "wagtailadmin_home",
)


class Elsewhere:
    """A programme with a team of its own, and everything in it that nobody else should read."""

    def __init__(self):
        self.course = a_course(lessons=1, public=False, title=f"{TITLE} course")
        self.programme = under_review(self.course)
        [self.lesson] = lessons_in(self.course)
        self.author = an_instructor("Ann Elsewhere")
        give_team(self.programme, by=None, now=NOW)
        self.cast = {"trainee": self.author}
        self.cohort = a_cohort(self.programme)
        Cohort.objects.update(title=f"{TITLE} cohort")
        self.assessment = an_assessment(title=f"{TITLE} assessment")
        self.course.assessment = self.assessment
        self.course.save()
        learner = a_learner_who_used_all_attempts(self.assessment, now=NOW)
        learner = getattr(learner, "learner", learner)
        type(learner).objects.filter(pk=learner.pk).update(name=f"{TITLE} learner")
        written(self.lesson, self.author, f"{TITLE} draft", summary=TITLE)
        for place in (self.course, ModulePage.objects.child_of(self.course).get()):
            page = place.get_latest_revision_as_object()
            page.title = f"{TITLE} {page._meta.verbose_name}"
            page.save_revision(user=self.author, log_action=True)
        self.lesson = LessonPage.objects.get(pk=self.lesson.pk)
        self.lesson.get_workflow().start(self.lesson, self.author)
        files = files_of(self.programme)
        self.image = Image.objects.create(
            title=f"{TITLE} image", file=get_test_image_file(), collection=files
        )
        self.document = Document.objects.create(
            title=f"{TITLE} document", file=get_test_image_file(), collection=files
        )
        self.item = Item.objects.first()
        for version in self.item.versions.all():
            type(version).objects.create(
                item=version.item,
                number=version.number + 1,
                stem=TITLE,
                kind=version.kind,
                options=version.options,
                written_at=NOW,
            )


@pytest.fixture
def elsewhere():
    return Elsewhere()


@pytest.fixture
def here(elsewhere):
    """Another programme, with its own team of one."""
    course = a_course(lessons=1)
    programme = under_review(course)
    give_team(programme, by=None, now=NOW)
    person = an_instructor("Ben Here")
    join(person, programme, by=None, now=NOW)
    return person, course


class Keys(Values):
    def __init__(self, name, world):
        super().__init__(name, world)
        for area, row in {
            "wagtailimages": world.image,
            "wagtaildocs": world.document,
            "wagtailadmin_collections": files_of(world.programme),
        }.items():
            if name.startswith(area):
                self.update(dict.fromkeys(("pk", "image_id", "document_id"), row.pk))
                self.update(image_id=world.image.pk, document_id=world.document.pk)
        ours = {
            "item": world.item.public_id,
            "assessment": world.assessment.public_id,
            "learner": world.assessment.grants.first().learner.public_id,
            "public_id": world.cohort.public_id,
            "app_label": "courses",
            "month": "2026-11",
        }
        self.update(ours)


def leaks(client, world, among: Collection[str] = ()) -> list[str]:
    found = []
    for address in all_addresses():
        if not address.route.startswith("admin/") or address.name in NOT_ASKED:
            continue
        if among and address.name not in among:
            continue
        path = address.path(Keys(address.name, world))
        for query in ("", f"?q={ASKED}&search={ASKED}"):
            answer = client.get(path + query, headers={"x-requested-with": "XMLHttpRequest"})
            body = b"".join(answer) if answer.streaming else answer.content
            assert "_auth_user_id" in client.session, address.label
            if CANARY.encode() in body.lower():
                found.append(f"{address.name} {path}{query}")
    return found


def test_no_page_of_the_admin_shows_what_is_elsewhere(client, sign_in, elsewhere, here):
    person, _course = here
    client.raise_request_exception = False

    found = leaks(sign_in(client, person), elsewhere)

    assert not found, "\n".join(found)


def test_the_canaries_are_there_to_be_found(client, sign_in, elsewhere, here):
    """What the crawl looks for stands in these pages, for those whose it is."""
    client.raise_request_exception = False

    found = " ".join(leaks(sign_in(client, elsewhere.author), elsewhere, HAVE_CANARIES))

    for name in HAVE_CANARIES:
        assert name in found, name


def test_with_one_programme_there_is_nothing_to_set_up(course):
    scope = ProgrammeScope(an_instructor())

    assert scope.is_everything
    assert scope.courses().get() == course


def test_a_team_begins_with_those_who_wrote_before(course):
    programme, before = ProgrammePage.objects.get(), an_instructor()

    give_team(programme, by=None, now=NOW)
    after = an_instructor()

    assert ProgrammeScope(before).programmes.get() == programme
    assert not ProgrammeScope(after).programmes.exists()
    with pytest.raises(Refused, match="programme_has_a_team"):
        give_team(programme, by=None, now=NOW)
    take_team(programme, by=None, now=NOW)
    assert ProgrammeScope(type(after).objects.get(pk=after.pk)).programmes.get() == programme


def test_who_leaves_a_team_is_out_on_the_next_request(client, sign_in, here):
    person, course = here
    address = f"/admin/pages/{lessons_in(course)[0].pk}/edit/"
    sign_in(client, person)
    assert client.get(address).status_code == 200

    leave(person, course.get_parent().specific, by=None, now=NOW)

    assert client.get(address).status_code == 404
    verbs = AuditEvent.objects.filter(subject_id=person.public_id).values_list("verb", flat=True)
    assert {"courses.programme.joined", "courses.programme.left"} <= set(verbs)


def test_a_team_is_of_instructors(here):
    _person, course = here

    with pytest.raises(Refused, match="team_is_of_instructors"):
        join(an_administrator(), course.get_parent().specific, by=None, now=NOW)


def test_a_second_programme_starts_with_nobody_in_it(client, sign_in, course):
    writer = an_instructor()
    sign_in(client, an_administrator())
    form = {"title": "Second way", "slug": "second", "code": "second", "summary": "Another."}
    form |= {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    home = course.get_parent().get_parent()

    client.post(reverse("wagtailadmin_pages:add", args=["courses", "programmepage", home.pk]), form)

    second = ProgrammePage.objects.get(slug="second")
    assert not second.permissions_for_user(writer).can_edit()
    assert lessons_in(course)[0].permissions_for_user(writer).can_edit()
