"""The verbs of appeals."""

from certification.appeals.actions.answering import answer_appeal
from certification.appeals.actions.appealing import (
    appeal_decision,
    appeal_finding,
    appeal_renewal,
    appeal_standing,
)
from certification.appeals.actions.opening import open_appeal

__all__ = [
    "answer_appeal",
    "appeal_decision",
    "appeal_finding",
    "appeal_renewal",
    "appeal_standing",
    "open_appeal",
]
