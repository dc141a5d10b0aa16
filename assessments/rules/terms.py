"""The terms an attempt is sat under. It keeps its own from its start: later changes leave it be."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any


class Overdue:
    """What becomes of an attempt whose time is up and that nobody handed in."""

    AUTOSUBMIT = "autosubmit"
    """What was saved is marked; it ended when its time was up."""
    GRACE = "grace"
    """No more answers, but it can be handed in for some hours; after them it is abandoned."""
    ABANDON = "abandon"
    """It is abandoned at once and has no result."""


class Navigation:
    FREE = "free"
    SEQUENTIAL = "sequential"


class Feedback:
    DEFERRED = "deferred"
    IMMEDIATE = "immediate"


CHOICES = {
    "overdue": (Overdue.AUTOSUBMIT, Overdue.GRACE, Overdue.ABANDON),
    "navigation": (Navigation.FREE, Navigation.SEQUENTIAL),
    "feedback": (Feedback.DEFERRED, Feedback.IMMEDIATE),
}
LEAST = {"minutes": 1, "grace_hours": 1, "page_size": 0}


@dataclass(frozen=True)
class Terms:
    """`minutes` None: untimed. `page_size` counts questions; 0 is all of them on one page.

    Raises ValueError for anything that is not a choice or a sensible number.
    """

    minutes: int | None = None
    overdue: str = Overdue.AUTOSUBMIT
    grace_hours: int = 24
    navigation: str = Navigation.FREE
    page_size: int = 0
    feedback: str = Feedback.DEFERRED

    def __post_init__(self):
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name}: {getattr(self, name)!r} is none of {choices}")
        for name, least in LEAST.items():
            if not _at_least(least, getattr(self, name), may_be_none=name == "minutes"):
                raise ValueError(f"{name}: {getattr(self, name)!r} is no number from {least} up")

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Terms":
        """Missing keys mean what they meant before they existed: the default. Others are left."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in document.items() if name in known})

    def to_document(self) -> dict[str, Any]:
        return asdict(self)


def _at_least(least: int, value: Any, *, may_be_none: bool) -> bool:
    if value is None:
        return may_be_none
    return type(value) is int and value >= least
