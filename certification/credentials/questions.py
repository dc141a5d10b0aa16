"""What certificates ask of the packages above, which answer when they start.

Without an answer there is no complaint: an installation may do without that package.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from certification.credentials.models import CertificateEvent
from training_site.accounts.models import User

_answers: dict[str, Callable] = {}


class Act(NamedTuple):
    """What stands behind a suspension that no decision at the certificate alone led to.

    `ends_elsewhere`: it is ended where it was set, not at the certificate.
    """

    word: str
    holds: bool
    ends_elsewhere: bool


def answer_with(**answers: Callable) -> None:
    """By name, each as the question below says."""
    _answers.update(answers)


def complaint_open(holder: User) -> bool:
    """Whether a complaint about this person is open, told to them or not yet."""
    answer = _answers.get("complaint_open")
    return answer is not None and answer(holder)


def kept_from_working(holder: User) -> bool:
    """Whether a suspension of this person, until it is known what happened, is in force."""
    answer = _answers.get("kept_from_working")
    return answer is not None and answer(holder)


def acts_behind(suspensions: Sequence[CertificateEvent]) -> dict[int, Act]:
    """Of these events of one line, those that the act of a complaint stands behind."""
    answer = _answers.get("acts_behind")
    return answer(suspensions) if answer and suspensions else {}


def given_back(events: Sequence[CertificateEvent]) -> dict[int, datetime]:
    """When an appeal against one of these was upheld, so that it does not count any more."""
    answer = _answers.get("given_back")
    return answer(events) if answer and events else {}
