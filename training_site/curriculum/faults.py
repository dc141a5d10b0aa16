"""What is wrong with a file, in words that lead to the place: file, line, fault."""

from pathlib import Path

import yaml


class Unreadable(ValueError):
    """A file that does not keep the format. Nothing of the curriculum is loaded then.

    `line` counts from one; None where the fault is of the file as a whole.
    """

    def __init__(self, fault: str, *, line: int | None = None, file: str = ""):
        self.fault, self.line, self.file = fault, line, file
        where = ", ".join(filter(None, [file, f"line {line}" if line else ""]))
        super().__init__(f"{where}: {fault}" if where else fault)

    def at(self, *, file: str = "", below: int = 0) -> "Unreadable":
        """The same fault, seen from the file around it: `below` lines stand above the part read."""
        line = self.line + below if self.line else below + 1 if below else None
        return Unreadable(self.fault, line=line, file=file or self.file)


def of_yaml(error: yaml.YAMLError) -> Unreadable:
    """A YAML error as one sentence."""
    mark = getattr(error, "problem_mark", None)
    fault = getattr(error, "problem", None) or str(error)
    return Unreadable(f"not YAML: {fault}", line=mark.line + 1 if mark else None)


def line_of(text: str, needle: str) -> int | None:
    """The line on which something stands for the first time."""
    at = text.find(needle)
    return None if at < 0 else text.count("\n", 0, at) + 1


def named(path: Path, root: Path) -> str:
    """A file as its author knows it: from the folder of the curriculum on."""
    return str(path.relative_to(root)) if path.is_relative_to(root) else path.name
