"""The answer of a rule: yes, or no with a named reason. No Django here: rules are plain Python.

Templates ask a verdict, actions `.require()` it; the reader's sentence for each reason is kept in
the wording of its app, so that wording and translation never touch a rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Verdict:
    """Truthy when allowed. `details` carries the figures that the sentence needs."""

    reason: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return not self.reason

    def require(self) -> None:
        """Raise Refused unless the answer is yes."""
        if self.reason:
            raise Refused(self.reason, **self.details)


class Refused(Exception):
    """An action was asked for that its rule does not allow now."""

    def __init__(self, reason: str, **details: Any):
        super().__init__(reason)
        self.reason = reason
        self.details = details


YES = Verdict()


def no(reason: str, **details: Any) -> Verdict:
    return Verdict(reason, details)
