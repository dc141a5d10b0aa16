"""What reading or writing a file gives: entries, problems, pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assessments.interchange.reasons import SENTENCES

Document = dict[str, Any]

REFUSED = "refused"
"""The whole file: nothing of it was read."""
SKIPPED = "skipped"
"""One question: it is not among the entries."""
NOTED = "noted"
"""One question came through, something of it did not; or a hint about the file."""


@dataclass(frozen=True)
class Problem:
    """One sentence about the file or a question in it. `line` counts from 1; None: no line to name."""

    line: int | None
    ref: str
    reason: str
    level: str = SKIPPED
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return str(SENTENCES[self.reason]).format(**self.details)


@dataclass(frozen=True)
class Entry:
    """A question as an entry document. `outcome` may be None; then `tags` may name it."""

    line: int
    document: Document
    tags: tuple[str, ...] = ()


@dataclass
class Reading:
    """A file, read. `pictures` go by the name in `![alt](picture:<name>)`."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    encoding: str = ""
    format: str = ""

    @property
    def refused(self) -> bool:
        return any(problem.level == REFUSED for problem in self.problems)


@dataclass(frozen=True)
class Written:
    """A file for another program, and per question what it could not carry."""

    data: bytes
    problems: list[Problem]


class FileRefused(Exception):
    """Nothing of the file is read."""

    def __init__(self, reason: str, line: int | None = None, **details: Any):
        super().__init__(reason)
        self.problem = Problem(line, "", reason, REFUSED, details)


class Unreadable(Exception):
    """This question is not read; the ones around it are."""

    def __init__(self, reason: str, **details: Any):
        super().__init__(reason)
        self.reason = reason
        self.details = details


@dataclass
class Found:
    """A question on its way: what the file says, before it has its id.

    `name` is what the file calls it; `own` is what this site left in the file for itself.
    """

    line: int
    document: Document
    name: str = ""
    tags: list[str] = field(default_factory=list)
    own: Document | None = None
    notes: list[tuple[str, Document]] = field(default_factory=list)

    def note(self, reason: str, **details: Any) -> None:
        if (reason, details) not in self.notes:
            self.notes.append((reason, details))


Item = Found | Problem
