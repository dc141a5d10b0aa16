"""From the fields of a form or a save to values, with the refusals that every kind shares."""

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from assessments.rules.kinds.base import Fields
from training_site.verdict import Refused

NAME = re.compile(r"[A-Za-z0-9_]{1,30}")
"""Names that authors give to parts and gaps: safe in an HTML name."""


def only_known(fields: Fields, known: Collection[str]) -> None:
    """A field that the question does not have changes nothing, so that nothing is lost unseen."""
    for name in fields:
        if name not in known:
            raise Refused("field_unknown", field=name)


def chosen(fields: Fields, name: str, offered: Collection[str]) -> set[str]:
    """What is chosen in a field. An empty value is none: that is what an untouched select sends."""
    values = {value for value in fields.get(name, ()) if value}
    if not values <= set(offered):
        raise Refused("option_not_offered")
    return values


def one_chosen(fields: Fields, name: str, offered: Collection[str]) -> str:
    """The one thing chosen in a field; the same one twice is one."""
    return _only(chosen(fields, name, offered))


def typed(fields: Fields, name: str, limit: int) -> str:
    """What was typed into a field: never shortened, as half a thought is another thought."""
    text = clean(_only({value for value in fields.get(name, ()) if value}))
    if len(text) > limit:
        raise Refused("answer_too_long", length=len(text), limit=limit)
    return text


def _only(values: set[str]) -> str:
    if len(values) > 1:
        raise Refused("one_option_only")
    return next(iter(values), "")


def clean(text: str) -> str:
    """Text as it can be stored anywhere: NFC, lines that end in \\n, no NUL, no half characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    whole = text.encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", whole)


def words(value: Any) -> str:
    """A text of an entry document, where an author may have left it out or written a number."""
    return "" if value is None else clean(str(value)).strip()


def whole(value: Any) -> int | None:
    """A whole number of an entry document; None where there is none."""
    text = words(value)
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None


def alike(values: Collection[str]) -> bool:
    """Whether two of these are the same to a reader."""
    return len({" ".join(value.split()) for value in values}) < len(values)
