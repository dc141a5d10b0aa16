"""Reading YAML so that every value still knows the line it stood on.

Only plain YAML is read: text, whole numbers, true, false, null, lists and mappings. The
surprises of YAML 1.1 (`5_0` is fifty, `1:30` is ninety, `no` is false) stay text, and the
rule that wanted a number then refuses them with their line.
"""

import re

import yaml

from .faults import SchemeError

WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Text(str):
    """A string, and whether its author put it in quotation marks."""

    quoted = False


class Mapped(dict):
    """A mapping with the line it begins on and the line of each key."""

    line: int
    lines: dict[str, int]


class Listed(list):
    """A list with the line it begins on and the line of each item."""

    line: int
    lines: list[int]


def read_lines(text: str) -> Mapped | Listed | Text | int | bool | None:
    """The document with its lines; a SchemeError where it is not YAML we read."""
    try:
        node = yaml.compose(text, Loader=Loader)
        return None if node is None else _value(node, set())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SchemeError("not_yaml", mark.line + 1 if mark else 1) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise SchemeError("not_yaml", 1) from error


def _value(node: yaml.Node, seen: set[int]):
    if id(node) in seen:
        raise SchemeError("alias", line_of(node))
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, seen)
    if isinstance(node, yaml.SequenceNode):
        return _list(node, seen)
    return _scalar(node)


def line_of(node: yaml.Node) -> int:
    return node.start_mark.line + 1


def _mapping(node: yaml.MappingNode, seen: set[int]) -> Mapped:
    mapped = Mapped()
    mapped.line, mapped.lines = line_of(node), {}
    for key_node, value_node in node.value:
        key = _key(key_node)
        if key in mapped:
            raise SchemeError("key_twice", line_of(key_node), key=key)
        mapped[key] = _value(value_node, seen)
        mapped.lines[key] = line_of(key_node)
    return mapped


def _key(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise SchemeError("not_yaml", line_of(node))
    return node.value


def _list(node: yaml.SequenceNode, seen: set[int]) -> Listed:
    listed = Listed(_value(item, seen) for item in node.value)
    listed.line = line_of(node)
    listed.lines = [line_of(item) for item in node.value]
    return listed


def _scalar(node: yaml.ScalarNode):
    if node.style not in ("'", '"', "|", ">"):
        if node.value in CONSTANTS:
            return CONSTANTS[node.value]
        if WHOLE_NUMBER.fullmatch(node.value):
            return int(node.value)
    text = Text(node.value)
    text.quoted = bool(node.style)
    return text
