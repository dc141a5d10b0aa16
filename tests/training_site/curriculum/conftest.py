"""The curriculum's files as a test may edit them."""

import re
import shutil
from pathlib import Path

import pytest

from training_site.curriculum.loading import CURRICULUM


@pytest.fixture
def files(tmp_path) -> Path:
    """A copy of the curriculum, with one course, that a test may edit."""
    copy = Path(
        shutil.copytree(CURRICULUM, tmp_path / "curriculum", ignore=shutil.ignore_patterns("*.py*"))
    )
    programme = copy / "programme.yaml"
    text = re.sub(r"^courses: .*$", "courses: [ethics]", programme.read_text(), flags=re.M)
    programme.write_text(text.replace("assessment: final-exam", ""))
    return copy
