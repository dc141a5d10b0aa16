"""The requirement rules a scheme may name."""

from .areas import ContentAreaMin
from .attestations import AttestationCurrent
from .forms import EvaluationRequired
from .hours import CategoryMin, DistinctCount, ShareMax, ShareMin, TotalMin
from .judgement import Judgement, Requirement
from .memberships import ActiveMembership
from .milestones import MilestoneSplit, Prerequisite
from .records import AssessmentPassed, CourseDone
from .renewals import Renewal
from .rhythm import CadenceEvery, PeriodMin
from .sessions import SessionCount
from .stretches import CadenceAverage, DistinctPeriodsMin
from .supervision import PercentSupervised, SteppedRatio
from .triads import TriadComplete

REQUIREMENTS = {
    "total_min": TotalMin,
    "category_min": CategoryMin,
    "content_area_min": ContentAreaMin,
    "share_min": ShareMin,
    "share_max": ShareMax,
    "distinct_count": DistinctCount,
    "stepped_ratio": SteppedRatio,
    "percent_supervised": PercentSupervised,
    "cadence_average": CadenceAverage,
    "cadence_every": CadenceEvery,
    "period_min": PeriodMin,
    "distinct_periods_min": DistinctPeriodsMin,
    "session_count": SessionCount,
    "milestone_split": MilestoneSplit,
    "course_done": CourseDone,
    "assessment_passed": AssessmentPassed,
    "attestation_current": AttestationCurrent,
    "prerequisite": Prerequisite,
    "evaluation_required": EvaluationRequired,
    "triad_complete": TriadComplete,
    "active_membership": ActiveMembership,
    "renewal": Renewal,
}

__all__ = ["REQUIREMENTS", "Judgement", "Requirement"]
