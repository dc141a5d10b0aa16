"""A GIFT file in blocks: what stands between blank lines, with the comments that belong to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assessments.interchange.own import loaded
from assessments.interchange.reading import Document

_ID = re.compile(r"\[id:((?:\\\]|[^\]])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]])+)\]")
_OWN = re.compile(r"//\s*triad:\s*(\{.*\})\s*$")
_CATEGORY = re.compile(r"\$CATEGORY:\s*(.+)")


@dataclass
class Block:
    """One question's text and where it begins; `tags` include the category's path."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    name: str = ""
    tags: list[str] = field(default_factory=list)
    own: Document | None = None

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def blocks(text: str) -> Iterator[Block]:
    category: list[str] = []
    block = Block()
    for number, line in enumerate(
        [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""], 1
    ):
        said = line.strip()
        found = _CATEGORY.match(said)
        if found:
            category = [part for part in found[1].split("/") if not part.startswith("$")]
        elif said.startswith("//"):
            _comment(said, block)
        elif said:
            block.line = block.line or number
            block.lines.append(line)
        elif block.lines:
            block.tags += [tag for tag in category if tag not in block.tags]
            yield block
            block = Block()


def _comment(said: str, block: Block) -> None:
    own = _OWN.match(said)
    if own:
        block.own = loaded(own[1])
        return
    named = _ID.search(said)
    if named:
        block.name = named[1].replace("\\]", "]")
    block.tags += [tag.replace("\\]", "]") for tag in _TAG.findall(said)]
