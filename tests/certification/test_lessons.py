"""Each fault of progress, certificates and hours, and each worked example, has a test that proves it.

The lessons are those about what counts towards a certificate, about certificates and their checking,
about renewal, and about hours (35 to 62); the examples are those that the engine's rules were
written down with (1 to 10).
"""

import ast
import re

import pytest

from tests.assessments.test_lessons import proofs
from tests.sources import ROOT

LESSONS = range(35, 63)
EXAMPLES = range(1, 11)
EXAMPLE = re.compile(r"test_example_([0-9]+)_")


def examples() -> set[int]:
    """The numbers in the names of the engine's tests."""
    names = (
        node.name
        for path in (ROOT / "tests/certification/scheme/rules").glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
    )
    return {int(found[1]) for name in names if (found := EXAMPLE.match(name))}


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_lesson_has_a_test_that_proves_it(lesson):
    assert proofs().get(lesson)


def test_each_worked_example_has_its_test():
    assert examples() == set(EXAMPLES)
