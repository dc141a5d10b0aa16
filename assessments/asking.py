"""Whom a learner can ask about an assessment. Told from above: this app knows nobody who teaches it."""

from collections.abc import Callable

_ways: list[Callable] = []


def register_way_to_ask(way: Callable) -> None:
    """`way(learner, assessment)` gives the address of a page to ask on, or nothing."""
    if way not in _ways:
        _ways.append(way)


def way_to_ask(learner, assessment) -> str:
    return next((address for way in _ways if (address := way(learner, assessment))), "")
