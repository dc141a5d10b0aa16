"""The hash of what a review is about: how each requirement stands, and by which entries.

The day of asking is left out, and so is what follows from it alone (`earliest`, `pending`): a day
that passes is no news. An entry added, corrected or contested is.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

LASTING = ("id", "state", "have", "need", "reason", "counted", "not_counted")


def evidence_hash(evaluation: Mapping[str, Any]) -> str:
    """The SHA-256 of an Evaluation document's lasting part, in hexadecimal."""
    lasting = {
        "scheme": evaluation["scheme"],
        "version": evaluation["version"],
        "met": evaluation["met"],
        "requirements": [
            {key: requirement[key] for key in LASTING} for requirement in evaluation["requirements"]
        ],
    }
    canonical = json.dumps(lasting, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()
