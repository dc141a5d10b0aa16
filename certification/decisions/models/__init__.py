from certification.decisions.models.applications import Application, CompletenessCheck
from certification.decisions.models.conditions import Condition, ConditionEvent
from certification.decisions.models.decisions import Decision, DecisionReviewer, SetAside
from certification.decisions.models.register import (
    Calibration,
    OutsideInvitation,
    RegisteredReviewer,
    StandingInterest,
)
from certification.decisions.models.reviews import ConflictDeclaration, Review, ReviewAssignment

__all__ = [
    "Application",
    "Calibration",
    "CompletenessCheck",
    "Condition",
    "ConditionEvent",
    "ConflictDeclaration",
    "Decision",
    "DecisionReviewer",
    "OutsideInvitation",
    "RegisteredReviewer",
    "Review",
    "ReviewAssignment",
    "SetAside",
    "StandingInterest",
]
