"""When a published lesson is a new version, and when the change is one that learners are told of."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

# A change here changes what was studied or what it counts for; a corrected comma does not.
MAJOR = ("outcome", "minutes", "content_area")


def content_hash(source: Mapping[str, Any]) -> str:
    """One hash for everything a reader of the lesson sees, sources and definitions included."""
    canonical = json.dumps(source, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_major(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> bool:
    return before is None or any(before.get(name) != after.get(name) for name in MAJOR)
