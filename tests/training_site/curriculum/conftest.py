"""The curriculum's files as a test may edit them, and a site that followed them once."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from training_site.curriculum.loading import CURRICULUM, load_curriculum

LOADED_AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)  # the day before the tests' own


@pytest.fixture
def files(tmp_path) -> Path:
    """A copy of the curriculum, with one course, that a test may edit."""
    return _one_course(tmp_path / "curriculum")


@pytest.fixture
def load(files, now):
    """Load what `files` are by now; the report, and what was said."""

    def run():
        said = []
        report = load_curriculum(now, said.append, root=files)
        return report, "\n".join(said)

    return run


@pytest.fixture(scope="module")
def one_course_loaded(begin_with, tmp_path_factory):
    """The site after a first load of `files`."""

    def load_it():
        root = _one_course(tmp_path_factory.mktemp("loaded") / "curriculum")
        load_curriculum(LOADED_AT, lambda line: None, root=root)

    begin_with("one_course", load_it)


def _one_course(to: Path) -> Path:
    copy = Path(shutil.copytree(CURRICULUM, to, ignore=shutil.ignore_patterns("*.py*")))
    programme = copy / "programme.yaml"
    text = re.sub(r"^courses: .*$", "courses: [ethics]", programme.read_text(), flags=re.M)
    programme.write_text(text.replace("assessment: final-exam", ""))
    return copy
