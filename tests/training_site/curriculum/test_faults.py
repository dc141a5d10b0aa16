"""A malformed file is named with its line and its fault, and nothing of the curriculum is loaded."""

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from courses.models import LessonPage
from training_site.content.models import Citation, GlossaryTerm
from training_site.curriculum.faults import Unreadable
from training_site.curriculum.loading import load_curriculum

pytestmark = pytest.mark.django_db
LESSON = "ethics/lessons/2-3.md"
# (file, what stands there, what stands there instead, what is said, the words of the line it names)
FAULTS = [
    (LESSON, "```reflection", "```poem", "no block is called 'poem'", "```poem"),
    (LESSON, "minutes: ", "minutes: about ", "minutes are a whole number", "minutes: about"),
    (LESSON, 'number: "2.3"', "number: 2.3", "between quotation marks", "number: 2.3"),
    (LESSON, "content_area: ", "content_area: un", "no content area of that name", "content_area:"),
    (LESSON, "\nsummary:", "\nsummery:", "needs 'summary'", "---"),
    (LESSON, "[@I8]", "[@I88]", "the bibliography has no source I88", "[@I88]"),
    (LESSON, "[[competence]]", "[[competency]]", "no glossary defines competency", "[[competency]]"),
    (LESSON, "question: ", "asked: ", "a vignette needs 'question'", "```vignette"),
    (LESSON, "choices:", "choices: [", "not YAML", None),
    ("ethics/course.yaml", '"2.3"', '"2.33"', "no file holds the lesson 2.33", '"2.33"'),
    ("ethics/course.yaml", "slug: ", "slog: ", "a course needs 'slug'", "code: ethics"),
    ("ethics/items.yaml", '"2.1"\n    kind', '"2.9"\n    kind', "which no lesson has", "eth-001"),
    ("ethics/items.yaml", "correct: true", "correct: false", "at least one right", "eth-001"),
    ("bibliography.yaml", "- key: seed000", "- key: seed000\n - nonsense: [", "not YAML", None),
]  # fmt: skip


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(("file", "old", "new", "said", "on"), FAULTS, ids=lambda value: None)
def test_a_fault_is_named_and_nothing_is_loaded(files, now, file, old, new, said, on):
    spoil(files / file, old, new)

    with pytest.raises(Unreadable) as raised:
        load_curriculum(now, lambda line: None, root=files)

    fault = raised.value
    assert said in str(fault)
    assert fault.file == file
    assert str(fault).startswith(f"{file}, line {fault.line}: ")
    if on:
        assert on in (files / file).read_text().splitlines()[fault.line - 1]
    assert not LessonPage.objects.exists()
    assert not Citation.objects.exists()
    assert not GlossaryTerm.objects.exists()


def test_two_files_of_one_number_are_named(files, now):
    shutil.copy(files / LESSON, files / "ethics/lessons/2-30.md")

    with pytest.raises(Unreadable, match=r"2-30\.md: lesson 2\.3 is ethics/lessons/2-3\.md"):
        load_curriculum(now, lambda line: None, root=files)


def test_a_missing_file_is_named(files, now):
    (files / "ethics/items.yaml").unlink()

    with pytest.raises(Unreadable, match=r"items\.yaml: there is no such file"):
        load_curriculum(now, lambda line: None, root=files)


def test_a_binary_file_is_named(files, now):
    (files / LESSON).write_bytes(b"\xff\xfe\x00")

    with pytest.raises(Unreadable, match=r"2-3\.md: not UTF-8 text"):
        load_curriculum(now, lambda line: None, root=files)


def test_the_command_says_it_without_a_traceback(files):
    spoil(files / LESSON, "```reflection", "```poem")

    with pytest.raises(CommandError) as raised:
        call_command("load_curriculum", "--from", str(files))

    assert "no block is called 'poem'" in str(raised.value)
    assert str(raised.value).endswith("Nothing was loaded.")


def test_scripts_in_a_file_become_no_scripts(files, now):
    spoil(files / LESSON, "## Another licence", "<script>alert(1)</script>\n\n## Another licence")

    load_curriculum(now, lambda line: None, root=files)

    body = str(LessonPage.objects.get(number="2.3").body.get_prep_value())
    assert "script" not in body
