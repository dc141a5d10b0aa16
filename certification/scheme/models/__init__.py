from certification.scheme.models.evaluations import RequirementEvaluation
from certification.scheme.models.schemes import Scheme, SchemePin, SchemeVersion

__all__ = ["RequirementEvaluation", "Scheme", "SchemePin", "SchemeVersion"]
