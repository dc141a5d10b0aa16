"""The names by which stored jobs find their functions, and which of them come round by the clock.

A name outlives the code: rows written yesterday are run by today's release. So a function may move
or be renamed, its job name may not.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass

NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
MINUTES_A_DAY = 24 * 60

_functions: dict[str, Callable] = {}
_rounds: dict[str, "Round"] = {}


class UnknownJob(LookupError):
    """No function of this release carries that name."""


@dataclass(frozen=True)
class Round:
    """A job that the clock starts every so many minutes.

    `direct` rounds run without a JobRun: the sweeper cannot wait for the outbox that it sweeps.
    """

    name: str
    minutes: int
    direct: bool = False


def job(name: str) -> Callable[[Callable], Callable]:
    """Register the function as this job. Its arguments are ids; it may be run twice."""
    if not NAME.fullmatch(name):
        raise ValueError(f"A job is named app.verb in lower case, not {name!r}.")

    def register(function: Callable) -> Callable:
        if name in _functions:
            raise ValueError(f"Two functions want to be the job {name!r}.")
        _functions[name] = function
        function.job_name = name
        return function

    return register


def periodic(*, minutes: int, direct: bool = False) -> Callable[[Callable], Callable]:
    """Start the job below this line every `minutes`; it takes no arguments."""
    if not _fits_the_clock(minutes):
        raise ValueError(f"Every {minutes} minutes does not divide an hour or a day evenly.")

    def register(function: Callable) -> Callable:
        name = getattr(function, "job_name", None)
        if name is None:
            raise TypeError("Write @periodic above @job, so that the round has a name.")
        if inspect.signature(function).parameters:
            raise TypeError(f"The clock gives no arguments, but {name} takes some.")
        _rounds[name] = Round(name, minutes, direct)
        return function

    return register


def function_of(name: str) -> Callable:
    try:
        return _functions[name]
    except KeyError:
        raise UnknownJob(name) from None


def known_names() -> frozenset[str]:
    return frozenset(_functions)


def known_rounds() -> tuple[Round, ...]:
    return tuple(_rounds[name] for name in sorted(_rounds))


def round_of(name: str) -> Round | None:
    return _rounds.get(name)


def _fits_the_clock(minutes: int) -> bool:
    """Both engines must start at the same times of day, and one of them counts in clock terms."""
    if minutes < 60:
        return minutes > 0 and 60 % minutes == 0
    return minutes % 60 == 0 and MINUTES_A_DAY % minutes == 0
