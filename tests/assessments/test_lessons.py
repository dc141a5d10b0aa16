"""Every fault of others that this subject can have is proved absent by a test that names its number.

The numbers are those of the lessons: answers, time, edits, regrades and marking (1 to 34), imports and
access by keyboard (63 to 66). Read from the source, so that tests left out of a run count as well.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from tests.sources import ROOT

LESSONS = [*range(1, 35), *range(63, 67)]


def _numbers(node: ast.AST) -> list[int]:
    """The numbers of one `pytest.mark.lesson(…)`, or none."""
    is_mark = (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "lesson"
    )
    return [argument.value for argument in node.args] if is_mark else []


def _marked_in(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """(test, lesson): by its own marks, by those of its cases, and by those of the whole file."""
    of_the_file = [
        number
        for statement in tree.body
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "pytestmark"
        for node in ast.walk(statement)
        for number in _numbers(node)
    ]
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef) and function.name.startswith("test_"):
            marks = [node for mark in function.decorator_list for node in ast.walk(mark)]
            own = [number for node in marks for number in _numbers(node)]
            yield from ((function.name, number) for number in {*own, *of_the_file})


@cache
def proofs() -> dict[int, list[str]]:
    """The tests of each lesson, as `path::name`."""
    found = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for test, number in _marked_in(ast.parse(path.read_text())):
            found[number].append(f"{path.relative_to(ROOT)}::{test}")
    return found


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_lesson_has_a_test_that_proves_it(lesson):
    assert proofs().get(lesson)


def test_a_mark_is_found_wherever_it_stands():
    source = """
pytestmark = [pytest.mark.django_db, pytest.mark.lesson(1)]
@pytest.mark.lesson(2, 3)
def test_one(): ...
@pytest.mark.parametrize("n", [pytest.param(1, marks=pytest.mark.lesson(4))])
def test_two(n): ...
"""

    assert sorted(_marked_in(ast.parse(source))) == [
        ("test_one", 1),
        ("test_one", 2),
        ("test_one", 3),
        ("test_two", 1),
        ("test_two", 4),
    ]
