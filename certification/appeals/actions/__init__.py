"""The verbs of appeals."""

from certification.appeals.actions.answering import answer_appeal
from certification.appeals.actions.appealing import appeal_decision, appeal_standing

__all__ = ["answer_appeal", "appeal_decision", "appeal_standing"]
