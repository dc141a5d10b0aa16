"""The project's own files, as text and as syntax trees, for the house rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODE = ("training_site", "courses", "assessments", "certification")
ELSEWHERE = {".venv", ".git", ".cache", "var", "node_modules", "__pycache__"}


@cache
def files(*suffixes: str) -> tuple[Path, ...]:
    """All of the project's own files with these suffixes."""
    return tuple(sorted(_walk(ROOT, suffixes)))


def _walk(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            if path.name not in ELSEWHERE:
                yield from _walk(path, suffixes)
        elif path.name.endswith(suffixes):
            yield path


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def code() -> tuple[tuple[str, ast.Module], ...]:
    """Each Python file of the site itself (no tests, no migrations) with its tree."""
    return tuple(
        (named(path), ast.parse(path.read_text()))
        for path in files(".py")
        if named(path).startswith(CODE) and "/migrations/" not in named(path)
    )


def words_given_to(*functions: str, position: int = 0) -> Iterator[tuple[str, str]]:
    """Each literal text that code hands to one of these functions: (where, text).

    A function is named as it is called: "no", "audit.record".
    """
    for name, tree in code():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) not in functions:
                continue
            if len(node.args) > position and isinstance(node.args[position], ast.Constant):
                yield f"{name}:{node.lineno}", node.args[position].value
