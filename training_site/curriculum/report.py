"""What a load did, told as it goes."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path


class Report:
    """Counts what happened and says what a person should know."""

    def __init__(self, say: Callable[[str], None] = lambda line: None):
        self._say = say
        self.counts = Counter()

    def added(self, path: str) -> None:
        self.counts["added"] += 1

    def changed(self, path: str) -> None:
        self.counts["changed"] += 1
        self._say(f"  changed   {path}")

    def drafted(self, path: str) -> None:
        self.counts["drafted"] += 1
        self._say(f"  draft     {path}: edited in the CMS, so the file became a draft there")

    def left(self, path: str) -> None:
        self.counts["left"] += 1
        self._say(f"  left      {path}: edited in the CMS, so the file was not followed")

    def refused(self, path: str) -> None:
        self.counts["refused"] += 1
        self._say(
            f"  refused   {path}: this version may have been signed; give the file a new number"
        )

    def written(self, path: Path) -> None:
        self.counts["written"] += 1

    def left_out(self, what: str, block: str) -> None:
        self.counts["left out"] += 1
        self._say(f"  left out  {what}: no file holds a block of the kind {block!r}")

    def said(self, line: str) -> None:
        self._say(line)

    @property
    def anything(self) -> bool:
        return any(self.counts[name] for name in ("added", "changed", "drafted", "left"))
