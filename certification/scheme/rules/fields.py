"""Reading the parameters of one rule, each with its type, its bounds and its line."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

from .faults import SchemeError
from .where import CLOSED_LISTS, KEYS, Where
from .yaml_lines import Listed, Mapped, Text

T = TypeVar("T")
SHARE = re.compile(r"([0-9]{1,6})/([1-9][0-9]{0,5})")
LARGEST_FACTOR = 10
LOOKS_LIKE_A_NUMBER = re.compile(r"[-+.0-9][-+.0-9eE_:]*")


class Fields:
    """The keys of one mapping; what nobody asked for by the end is refused, not ignored."""

    def __init__(self, mapped: object, line: int):
        if not isinstance(mapped, Mapped):
            raise SchemeError("not_a_mapping", line)
        self.mapped = mapped
        self.asked: set[str] = set()

    def line(self, key: str) -> int:
        return self.mapped.lines.get(key, self.mapped.line)

    def refuse(self, reason: str, key: str, **details: object) -> SchemeError:
        return SchemeError(reason, self.line(key), key=key, **details)

    def has(self, key: str) -> bool:
        return self.mapped.get(key) is not None

    def done(self) -> None:
        for key in self.mapped:
            if key not in self.asked:
                raise self.refuse("unknown_key", key)

    def heading(self) -> dict[str, str]:
        """What every rule carries: a stable id, and optionally a title and a source."""
        rule_id = self.text("id")
        return {
            "id": rule_id,
            "title": self.text("title", default=rule_id),
            "source": self.text("source", default=""),
        }

    def text(self, key: str, default: str | None = None) -> str:
        if default is not None and not self.has(key):
            self.asked.add(key)
            return default
        value = self._value(key)
        if type(value) is int or (_bare(value) and LOOKS_LIKE_A_NUMBER.fullmatch(value)):
            raise self.refuse("unquoted", key, value=value)
        if not isinstance(value, str) or not value.strip():
            raise self.refuse("not_text", key)
        return str(value)

    def choice(self, key: str, options: Sequence[str]) -> str:
        value = self._value(key)
        if value not in options:
            raise self.refuse("not_a_choice", key, value=value, options=", ".join(options))
        return str(value)

    def whole(
        self, key: str, *, least: int = 1, most: int = 1_000_000, optional: bool = False
    ) -> int | None:
        """A whole number written as one: 90, not 90.0, "90", 5_0 or 1:30."""
        if optional and not self.has(key):
            self.asked.add(key)
            return None
        value = self._value(key)
        if type(value) is not int:
            raise self.refuse("not_whole", key)
        if not least <= value <= most:
            raise self.refuse("out_of_bounds", key, least=least, most=most)
        return value

    def share(self, key: str) -> Fraction:
        """A quoted fraction, "1/2": unquoted, other YAML readers would make it something else."""
        value = self._value(key)
        match = SHARE.fullmatch(value) if isinstance(value, Text) and not _bare(value) else None
        if not match or Fraction(value) > 1:
            raise self.refuse("not_a_share", key)
        return Fraction(value)

    def factor(self, key: str) -> Fraction:
        """A quoted fraction above 0 and up to ten: "4/3", "1/2", "10/1"."""
        value = self._value(key)
        match = SHARE.fullmatch(value) if isinstance(value, Text) and not _bare(value) else None
        if not match or not 0 < Fraction(value) <= LARGEST_FACTOR:
            raise self.refuse("not_a_factor", key, most=LARGEST_FACTOR)
        return Fraction(value)

    def names(self, key: str, options: Sequence[str] | None = None) -> tuple[str, ...]:
        """A list of words; one word alone is a list of one."""
        value = self._value(key)
        if isinstance(value, Text):
            value = [value]
        if not isinstance(value, list) or not value:
            raise self.refuse("not_a_list", key)
        for position, item in enumerate(value):
            _check_name(item, key, self._item_line(key, position), options)
        return tuple(str(item) for item in value)

    def where(self, key: str = "where", *, required: bool = False) -> Where:
        if key not in self.mapped and not required:
            self.asked.add(key)
            return Where()
        fields = Fields(self._value(key), self.line(key))
        values = {}
        for name in fields.mapped:
            if name not in KEYS:
                raise fields.refuse("unknown_where_key", name, options=", ".join(KEYS))
            values[name] = fields.names(name, CLOSED_LISTS.get(name))
        return Where.of(**values)

    def part(self, key: str) -> "Fields":
        """The mapping under a key, for parameters that belong together; its reader calls done()."""
        return Fields(self._value(key), self.line(key))

    def optional(self, key: str, read: Callable[["Fields", str], T]) -> T | None:
        """What `read` makes of a key that may be absent."""
        if self.has(key):
            return read(self, key)
        self.asked.add(key)
        return None

    def one_of(self, *keys: str) -> str:
        """Which of these keys is written; exactly one must be."""
        written = [key for key in keys if self.has(key)]
        if len(written) != 1:
            raise self.refuse("not_one_of", keys[-1], options=", ".join(keys))
        self.asked.update(keys)
        return written[0]

    def rows(self, key: str) -> list["Fields"]:
        """A list of mappings; absent means empty."""
        self.asked.add(key)
        value = self.mapped.get(key)
        if value is None:
            return []
        if not isinstance(value, Listed):
            raise self.refuse("not_a_list", key)
        return [Fields(row, line) for row, line in zip(value, value.lines, strict=True)]

    def _value(self, key: str):
        self.asked.add(key)
        if not self.has(key):
            raise self.refuse("missing", key)
        return self.mapped[key]

    def _item_line(self, key: str, position: int) -> int:
        value = self.mapped[key]
        return value.lines[position] if isinstance(value, Listed) else self.line(key)


def _bare(value: object) -> bool:
    return isinstance(value, Text) and not value.quoted


def _check_name(item: object, key: str, line: int, options: Sequence[str] | None) -> None:
    if not isinstance(item, str) or not item:
        raise SchemeError("not_text", line, key=key)
    if options and item not in options:
        raise SchemeError("not_a_choice", line, key=key, value=item, options=", ".join(options))
