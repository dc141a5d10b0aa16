from certification.practice.models.agreements import AgreementSignature, SupervisionAgreement
from certification.practice.models.beginnings import (
    OpeningBalance,
    SupervisorConflict,
    SupervisorNomination,
)
from certification.practice.models.case_events import CaseMilestone, CasePause, IntensivePlan
from certification.practice.models.cases import Case
from certification.practice.models.contests import ContestedEntry, ContestedSignOff, PaperSignature
from certification.practice.models.evaluations import Evaluation, EvaluationForm
from certification.practice.models.facts_version import FactsVersion
from certification.practice.models.hours import HoursEntry
from certification.practice.models.incidents import IncidentReport
from certification.practice.models.leaves import LeaveOfAbsence, Membership, Milestone
from certification.practice.models.places import InternshipAdmission, JurisdictionPolicy
from certification.practice.models.signoffs import PeriodSignOff, SignedEntry
from certification.practice.models.supervisors import SupervisorAuthority

__all__ = [
    "AgreementSignature",
    "Case",
    "CaseMilestone",
    "CasePause",
    "ContestedEntry",
    "ContestedSignOff",
    "Evaluation",
    "EvaluationForm",
    "FactsVersion",
    "HoursEntry",
    "IncidentReport",
    "IntensivePlan",
    "InternshipAdmission",
    "JurisdictionPolicy",
    "LeaveOfAbsence",
    "Membership",
    "Milestone",
    "OpeningBalance",
    "PaperSignature",
    "PeriodSignOff",
    "SignedEntry",
    "SupervisionAgreement",
    "SupervisorAuthority",
    "SupervisorConflict",
    "SupervisorNomination",
]
