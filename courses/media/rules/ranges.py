"""Which bytes of a file were asked for: one range, as a player asks to seek."""

import re
from dataclasses import dataclass

ONE_RANGE = re.compile(r"bytes=(\d{0,19})-(\d{0,19})", re.ASCII)


@dataclass(frozen=True)
class Part:
    """First and last byte, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class NoSuchPart(ValueError):
    """What was asked for lies behind the end."""


def part_of(size: int, header: str) -> Part | None:
    """None: all of it, also where several ranges or none that can be read were asked for."""
    found = ONE_RANGE.fullmatch(header.replace(" ", ""))
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:  # the last so many bytes
        if int(last) == 0:
            raise NoSuchPart
        return Part(max(0, size - int(last)), size - 1)
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise NoSuchPart
    return Part(int(first), min(int(last), size - 1) if last else size - 1)
