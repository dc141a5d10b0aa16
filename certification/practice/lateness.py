"""After how many days an hour is forfeited: a scheme says, and schemes lie above practice.

The scheme registers who answers; without an answer nothing is ever forfeited.
"""

from collections.abc import Callable

_answers: list[Callable] = []


def register_forfeit(answer: Callable) -> None:
    """`answer(intern)`: days after which hours handed in no longer count, or None."""
    _answers[:] = [answer]


def forfeit_days(intern) -> int | None:
    return next((answer(intern) for answer in _answers), None)
