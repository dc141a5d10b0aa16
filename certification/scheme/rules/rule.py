"""What every rule of a scheme has."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A stable id by which evaluations name it, and words for the screens."""

    id: str
    title: str = ""
    source: str = ""
