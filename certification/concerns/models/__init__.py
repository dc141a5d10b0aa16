from certification.concerns.models.concern import Concern, ConcernNote

__all__ = ["Concern", "ConcernNote"]
