"""The figures and words of a scheme that can be changed without touching its structure.

A value is replaced where it stands in the text; comments, order and everything else stay as they
were written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from .yaml_lines import WHOLE_NUMBER, line_of

SECTIONS = ("filters", "conversions", "periods", "caps", "requirements", "pathways")
RENEWAL = "renewal"
TEXTS = ("title", "source")
RENEWED = (RENEWAL, "requirements")
SHARES = ("share", "factor")
CONDITIONS = ("where", "of", "over", "spare", "all", "any")
"""Which hours, which requirements: structure, whatever stands in it."""
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ()/-]*")
WORDS_OF_YAML = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


@dataclass(frozen=True)
class Parameter:
    """One value that may be changed: `path` leads to it, from the section on."""

    path: tuple[str, ...]
    kind: str
    value: int | str
    line: int
    start: int
    end: int
    style: str | None

    @property
    def name(self) -> str:
        return "/".join(self.path)

    @property
    def rule(self) -> tuple[str, ...]:
        """Section and id of the rule it belongs to; empty for what the scheme says of itself."""
        if self.path[:2] == RENEWED:
            return (RENEWAL, self.path[2])
        return self.path[:2] if self.path[0] in SECTIONS else ()

    @property
    def within(self) -> tuple[str, ...]:
        """The parts of its rule that lead to it."""
        return self.path[3 if self.path[:2] == RENEWED else 2 : -1]


def parameters_of(text: str) -> list[Parameter]:
    """In the order of the text, which must be a scheme that can be read."""
    return [*_walk((), _document(text))]


def with_values(text: str, values: Mapping[str, int | str]) -> str:
    """The text with these values, by the names of their parameters; the same value changes nothing."""
    return _written(text, parameters_of(text), values)


def with_number(text: str, number: str) -> str:
    """The text as another version; its number is the one value that names it."""
    at = [*_scalars(_document(text), ("version",))]
    return _written(text, at, {"version": number})


def _written(text: str, parameters: Sequence[Parameter], values: Mapping) -> str:
    for one in sorted(parameters, key=lambda one: -one.start):
        if one.name in values and values[one.name] != one.value:
            text = text[: one.start] + _as_yaml(one, values[one.name]) + text[one.end :]
    return text


def _document(text: str) -> yaml.MappingNode:
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _walk(path: tuple[str, ...], node: yaml.Node) -> Iterator[Parameter]:
    for key_node, value in node.value:
        key = key_node.value
        if not path and key in SECTIONS:
            for row in value.value:
                yield from _walk((key, _id_of(row)), row)
        elif (path and key not in CONDITIONS) or key in ("title", "decision", RENEWAL):
            yield from _value((*path, key), value)


def _value(path: tuple[str, ...], node: yaml.Node) -> Iterator[Parameter]:
    if isinstance(node, yaml.MappingNode):
        yield from _walk(path, node)
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            if isinstance(item, yaml.MappingNode):
                step = _id_of(item) if path == RENEWED else str(position)
                yield from _walk((*path, step), item)
    elif node.style not in ("|", ">") and (kind := _kind(path[-1], node)):
        yield _parameter(path, kind, node)


def _scalars(node: yaml.MappingNode, keys: Sequence[str]) -> Iterator[Parameter]:
    for key_node, value in node.value:
        if key_node.value in keys:
            yield _parameter((key_node.value,), "text", value)


def _parameter(path: tuple[str, ...], kind: str, node: yaml.ScalarNode) -> Parameter:
    value = int(node.value) if kind == "whole" else node.value
    start, end = node.start_mark.index, node.end_mark.index
    return Parameter(path, kind, value, line_of(node), start, end, node.style)


def _kind(key: str, node: yaml.ScalarNode) -> str | None:
    if key in TEXTS:
        return "text"
    if key in SHARES and node.style:
        return "share"
    return "whole" if not node.style and WHOLE_NUMBER.fullmatch(node.value) else None


def _id_of(row: yaml.MappingNode) -> str:
    return next(value.value for key, value in row.value if key.value == "id")


def _as_yaml(one: Parameter, value: int | str) -> str:
    if one.kind == "whole":
        return str(int(value))
    if one.style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    plain = one.style is None and PLAIN.fullmatch(value) and value == value.strip()
    return value if plain and value.lower() not in WORDS_OF_YAML else _quoted(value)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
