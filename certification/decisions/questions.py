"""Three questions that only the certificates above can answer; they give the answers when they start.

Deciding comes before issuing, so nothing here may import credentials.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from training_site.verdict import Verdict

_answers: dict[str, Callable[..., Any]] = {}


def answer_with(
    *,
    may_print: Callable[[str], Verdict],
    may_certify: Callable[[Any, Any, datetime], Verdict],
    holds_certificate: Callable[[Any, datetime], bool],
) -> None:
    _answers.update(
        may_print=may_print, may_certify=may_certify, holds_certificate=holds_certificate
    )


def may_print(name: str) -> Verdict:
    """Whether a certificate can carry this name whole."""
    return _answers["may_print"](name)


def may_certify(application, by, now: datetime) -> Verdict:
    """Whether the certificate that a grant by this person promises can be printed as a whole."""
    return _answers["may_certify"](application, by, now)


def holds_certificate(person, now: datetime) -> bool:
    """Whether this person has a certificate that still runs, suspended or not."""
    return _answers["holds_certificate"](person, now)
