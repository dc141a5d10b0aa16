"""Loading again is safe, follows the files, and never overwrites an editor."""

import re
import time
from pathlib import Path

import pytest
from wagtail.models import Page, Revision

from assessments.models import Assessment, ItemVersion
from courses.models import LessonPage, LessonVersion
from tests.factories.accounts import a_person
from training_site.content.models import (
    Citation,
    GlossaryTerm,
    HomePage,
    LearningOutcome,
    PolicyVersion,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_course_loaded")]


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


def test_a_second_load_changes_nothing_and_is_quick(load, count_queries):
    before, start = counts(), time.monotonic()

    with count_queries(at_most=150):
        report, _said = load()

    assert counts() == before
    assert report.counts == {}
    assert time.monotonic() - start < 3


def test_a_changed_file_is_followed(load, files):
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
    lesson().unpublish()
    retitle(files, "2-1", "As the file has it")

    load()

    assert lesson().live is False


def test_a_page_deleted_in_the_cms_is_not_brought_back(load, files):
    lesson("2.8").delete()
    retitle(files, "2-8", "Anew")

    load()

    assert not LessonPage.objects.filter(number="2.8").exists()


def test_a_source_edited_in_the_cms_is_left(load, files):
    Citation.objects.filter(key="I8").update(note="Seen again by an instructor.")
    edit(files / "bibliography.yaml", "key: I8", "key: I8\n  size: One page")

    report, said = load()

    assert Citation.objects.get(key="I8").note == "Seen again by an instructor."
    assert report.counts == {"left": 1}
    assert "bibliography.yaml#I8" in said


def test_a_corrected_source_reaches_the_lessons_that_cite_it(load, files):
    edit(files / "bibliography.yaml", "key: I8", "key: I8\n  size: One page")

    load()

    version = LessonVersion.objects.of(lesson().lesson_uuid).current().get()
    assert version.number == 2
    assert "One page" in [source["size"] for source in version.source["sources"]]


def test_a_signed_version_of_a_policy_is_never_rewritten(load, files):
    before = PolicyVersion.objects.get(policy="code-of-ethics").body
    with (files / "policies/code-of-ethics/1.md").open("a") as file:
        file.write("\nOne paragraph more.\n")

    report, said = load()

    assert PolicyVersion.objects.get(policy="code-of-ethics").body == before
    assert report.counts == {"refused": 1}
    assert "give the file a new number" in said


def test_a_journal_stays_with_its_prompt_when_the_file_changes(load, files):
    before = [block.id for block in lesson().body if block.block_type == "reflection"]
    retitle(files, "2-1", "Anew")

    load()

    assert [block.id for block in lesson().body if block.block_type == "reflection"] == before


def test_instructors_may_write_after_loading(load, client, sign_in):
    from tests.factories.accounts import a_person
    from training_site.accounts.roles import Role

    sign_in(client, a_person(Role.INSTRUCTOR))

    assert client.get(f"/admin/pages/{lesson().pk}/edit/").status_code == 200
    assert client.get(f"/admin/pages/{HomePage.objects.get().pk}/edit/").status_code == 302


def test_settings_made_in_the_cms_are_left_and_named(load, now):
    Assessment.objects.filter(slug="ethics-exam").update(
        minutes=50, settled_by=a_person(), settled_at=now
    )

    report, said = load()

    assert report.counts["left"] == 1
    assert "ethics/items.yaml, the settings of its assessment" in said
    assert Assessment.objects.get(slug="ethics-exam").minutes == 50
