"""Loading is repeatable, follows its files, and never overwrites an editor."""

import re
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from wagtail.models import Page, Revision, Site

from assessments.models import Assessment, ItemVersion
from courses.models import CoursePage, LessonPage, LessonVersion, ModulePage, ProgrammePage
from tests.factories.accounts import a_person
from tests.training_site.curriculum.files import LESSONS
from training_site.content.models import (
    Citation,
    GlossaryTerm,
    HomePage,
    InformationPage,
    LearningOutcome,
    PolicyVersion,
)
from training_site.curriculum.loading import CURRICULUM, load_curriculum
from training_site.curriculum.reading import read_yaml

pytestmark = pytest.mark.django_db
COURSES = read_yaml(CURRICULUM / "programme.yaml")["courses"]
NUMBERS = {lesson.number for lesson in LESSONS if lesson.path.split("/")[0] in COURSES}


@pytest.fixture
def load(files, now):
    def run():
        said = []
        report = load_curriculum(now, said.append, root=files)
        return report, "\n".join(said)

    return run


def lesson(number="2.1") -> LessonPage:
    return LessonPage.objects.get(number=number)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def retitle(files: Path, name: str, title: str) -> None:
    path = files / f"ethics/lessons/{name}.md"
    text, found = re.subn(r"^title: .*$", f"title: {title}", path.read_text(), count=1, flags=re.M)
    assert found
    path.write_text(text)


def counts() -> dict:
    models = [
        Page,
        Revision,
        LessonVersion,
        Citation,
        GlossaryTerm,
        LearningOutcome,
        PolicyVersion,
        ItemVersion,
    ]
    return {model.__name__: model.objects.count() for model in models}


def test_everything_is_there_after_the_first_load():
    said = StringIO()

    call_command("load_curriculum", stdout=said)

    assert "added" in said.getvalue()
    assert Site.objects.get(is_default_site=True).root_page.specific == HomePage.objects.get()
    assert ProgrammePage.objects.get().url == "/curriculum/"
    course = CoursePage.objects.get(code="ethics")
    assert (course.url, course.public) == ("/curriculum/course-2/", True)
    assert course.assessment.slug == "ethics-exam"
    assert [page.code for page in CoursePage.objects.live().order_by("path")] == COURSES
    assert ModulePage.objects.descendant_of(course).count() == 4
    assert {page.number for page in LessonPage.objects.live()} == NUMBERS
    assert ProgrammePage.objects.get().assessment.draws_by_outcome().keys() == NUMBERS
    assert lesson("2.4").url == "/curriculum/course-2/module-2/lesson-2-4/"
    assert LessonVersion.objects.current().count() == len(NUMBERS)
    assert {page.slug for page in InformationPage.objects.all()} == {
        "privacy",
        "terms",
        "accessibility",
    }
    assert all(page.complete_before_opening for page in InformationPage.objects.all())
    assert PolicyVersion.objects.filter(policy="code-of-ethics", number="1").exists()


def test_every_page_of_the_loaded_site_answers(client):
    call_command("load_curriculum", stdout=StringIO())

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


def test_a_second_load_changes_nothing_and_is_quick(load, count_queries):
    load()
    before, start = counts(), time.monotonic()

    with count_queries(at_most=150):
        report, _said = load()

    assert counts() == before
    assert report.counts == {}
    assert time.monotonic() - start < 3


def test_a_changed_file_is_followed(load, files):
    load()
    edit(
        files / "ethics/lessons/2-1.md", "title: Title and triad", "title: The title and the triad"
    )

    report, said = load()

    assert lesson().title == "The title and the triad"
    assert lesson().live_revision == lesson().latest_revision
    assert LessonVersion.objects.of(lesson().lesson_uuid).count() == 2
    assert report.counts["changed"] == 1
    assert "2-1.md" in said


def test_a_page_edited_in_the_cms_is_not_overwritten(load, files):
    load()
    page = lesson()
    page.title = "As the instructor has it"
    page.save_revision().publish()
    retitle(files, "2-1", "As the file has it")

    report, said = load()

    page = lesson()
    assert page.title == "As the instructor has it"
    assert page.get_latest_revision_as_object().title == "As the file has it"
    assert page.has_unpublished_changes
    assert report.counts == {"drafted": 1}
    assert "edited in the CMS" in said
    assert load()[0].counts == {}


def test_a_draft_in_the_cms_counts_as_edited(load, files):
    load()
    page = lesson()
    page.title = "Not yet published"
    page.save_revision()
    retitle(files, "2-1", "As the file has it")

    report, _said = load()

    assert report.counts == {"drafted": 1}
    assert lesson().title not in {"Not yet published", "As the file has it"}
    titles = {revision.content["title"] for revision in lesson().revisions.all()}
    assert "Not yet published" in titles


def test_an_offered_draft_stays_an_offer_until_it_is_published(load, files):
    load()
    page = lesson()
    page.title = "Mine"
    page.save_revision().publish()
    retitle(files, "2-1", "Second")
    load()
    retitle(files, "2-1", "Third")

    assert load()[0].counts == {"drafted": 1}
    assert lesson().title == "Mine"

    lesson().latest_revision.publish()
    retitle(files, "2-1", "Fourth")
    assert load()[0].counts == {"changed": 1}
    assert lesson().title == "Fourth"


def test_a_page_taken_down_in_the_cms_is_not_published_again(load, files):
    load()
    lesson().unpublish()
    retitle(files, "2-1", "As the file has it")

    load()

    assert lesson().live is False


def test_a_page_deleted_in_the_cms_is_not_brought_back(load, files):
    load()
    lesson("2.8").delete()
    retitle(files, "2-8", "Anew")

    load()

    assert not LessonPage.objects.filter(number="2.8").exists()


def test_a_source_edited_in_the_cms_is_left(load, files):
    load()
    Citation.objects.filter(key="I8").update(note="Seen again by an instructor.")
    edit(files / "bibliography.yaml", "key: I8", "key: I8\n  size: One page")

    report, said = load()

    assert Citation.objects.get(key="I8").note == "Seen again by an instructor."
    assert report.counts == {"left": 1}
    assert "bibliography.yaml#I8" in said


def test_a_corrected_source_reaches_the_lessons_that_cite_it(load, files):
    load()
    edit(files / "bibliography.yaml", "key: I8", "key: I8\n  size: One page")

    load()

    version = LessonVersion.objects.of(lesson().lesson_uuid).current().get()
    assert version.number == 2
    assert "One page" in [source["size"] for source in version.source["sources"]]


def test_a_signed_version_of_a_policy_is_never_rewritten(load, files):
    load()
    before = PolicyVersion.objects.get(policy="code-of-ethics").body
    with (files / "policies/code-of-ethics/1.md").open("a") as file:
        file.write("\nOne paragraph more.\n")

    report, said = load()

    assert PolicyVersion.objects.get(policy="code-of-ethics").body == before
    assert report.counts == {"refused": 1}
    assert "give the file a new number" in said


def test_a_wrong_file_loads_nothing_and_is_named(load, files):
    edit(files / "ethics/lessons/2-3.md", "```reflection", "```poem")

    with pytest.raises(Exception, match="poem"):
        load()

    assert not LessonPage.objects.exists()
    assert not Citation.objects.exists()


def test_a_journal_stays_with_its_prompt_when_the_file_changes(load, files):
    load()
    before = [block.id for block in lesson().body if block.block_type == "reflection"]
    retitle(files, "2-1", "Anew")

    load()

    assert [block.id for block in lesson().body if block.block_type == "reflection"] == before


def test_instructors_may_write_after_loading(load, client, sign_in):
    from tests.factories.accounts import a_person
    from training_site.accounts.roles import Role

    load()
    sign_in(client, a_person(Role.INSTRUCTOR))

    assert client.get(f"/admin/pages/{lesson().pk}/edit/").status_code == 200
    assert client.get(f"/admin/pages/{HomePage.objects.get().pk}/edit/").status_code == 302


def test_settings_made_in_the_cms_are_left_and_named(load, now):
    load()
    Assessment.objects.filter(slug="ethics-exam").update(
        minutes=50, settled_by=a_person(), settled_at=now
    )

    report, said = load()

    assert report.counts["left"] == 1
    assert "ethics/items.yaml, the settings of its assessment" in said
    assert Assessment.objects.get(slug="ethics-exam").minutes == 50
