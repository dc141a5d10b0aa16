"""A first load says what it added; where a file is wrong, it adds nothing."""

from io import StringIO

import pytest
from django.core.management import call_command

from courses.models import CoursePage, LessonPage
from training_site.content.models import Citation

pytestmark = pytest.mark.django_db


def test_a_first_load_says_what_it_added(files):
    said = StringIO()

    call_command("load_curriculum", "--from", str(files), stdout=said)

    assert "added" in said.getvalue()
    assert CoursePage.objects.get().code == "ethics"


def test_a_wrong_file_loads_nothing_and_is_named(load, files):
    path = files / "ethics/lessons/2-3.md"
    path.write_text(path.read_text(encoding="utf-8").replace("```reflection", "```poem", 1))

    with pytest.raises(Exception, match="poem"):
        load()

    assert not LessonPage.objects.exists()
    assert not Citation.objects.exists()
