"""The requirement rules a scheme may name."""

from .attestations import AttestationCurrent
from .hours import DistinctCount, ShareMax, ShareMin, TotalMin
from .judgement import Judgement, Requirement
from .records import AssessmentPassed, CourseDone

REQUIREMENTS = {
    "total_min": TotalMin,
    "share_min": ShareMin,
    "share_max": ShareMax,
    "distinct_count": DistinctCount,
    "course_done": CourseDone,
    "assessment_passed": AssessmentPassed,
    "attestation_current": AttestationCurrent,
}

__all__ = ["REQUIREMENTS", "Judgement", "Requirement"]
