"""One hash for one set of inputs, whatever order they arrived in.

What is hashed is what was read, not the bytes of the files: comments, key order and the order
of facts do not matter. The order of filters, periods, caps and requirements does, because
each works on what the ones before have left.
"""

import hashlib
import json
from datetime import date

from .facts import Entry, Facts


def inputs_hash(scheme_document: object, facts: Facts) -> str:
    inputs = {"scheme": _sets_sorted(scheme_document), "facts": _plain(facts)}
    canonical = json.dumps(inputs, sort_keys=True, separators=(",", ":"), default=_value)
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def _sets_sorted(part: object) -> object:
    """Lists of words mean any of them, so their order says nothing; one word is such a list."""
    if isinstance(part, dict):
        return {key: _sets_sorted(value) for key, value in part.items()}
    if not isinstance(part, list):
        return part
    if all(isinstance(item, str) for item in part):
        return sorted(set(part))
    return [_sets_sorted(item) for item in part]


def _plain(facts: Facts) -> dict[str, object]:
    return {name: _part(part) for name, part in zip(Facts._fields, facts, strict=True)}


def _part(part: object) -> object:
    if isinstance(part, tuple) and part and isinstance(part[0], Entry):
        return part  # in their one order already, and the long list: not sorted twice
    if isinstance(part, tuple):
        return sorted(part, key=str)
    return part


def _value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no canonical form")
