from certification.scheme.models.credits import Credit
from certification.scheme.models.evaluations import RequirementEvaluation
from certification.scheme.models.schemes import Scheme, SchemePin, SchemeVersion
from certification.scheme.models.transitions import SchemeTransition, TransitionLine

__all__ = [
    "Credit",
    "RequirementEvaluation",
    "Scheme",
    "SchemePin",
    "SchemeTransition",
    "SchemeVersion",
    "TransitionLine",
]
