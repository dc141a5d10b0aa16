"""One hash for what a page says. Comments, dates, its place in the tree and bookkeeping are not in it."""

import hashlib
import json
import re
from functools import cache

OF_EVERY_PAGE = ("title", "slug", "seo_title", "search_description", "show_in_menus")
EDITOR_KEYS = re.compile(r' data-block-key=\\?"[^"\\]*\\?"')


def fingerprint(model: type, content: dict) -> str:
    """The hash of one revision's content."""
    said = {name: _plain(content.get(name)) for name in _fields(model)}
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(EDITOR_KEYS.sub("", text).encode()).hexdigest()


@cache
def _fields(model: type) -> tuple[str, ...]:
    own = (f.name for f in model._meta.local_fields if not f.primary_key and f.editable)
    return (*OF_EVERY_PAGE, *own)


def _plain(value):
    """A stream is stored as JSON in a string; only what it says counts, not how it was written out."""
    if isinstance(value, str) and value.startswith(("[", "{")):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
