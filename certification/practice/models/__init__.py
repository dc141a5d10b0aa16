from certification.practice.models.agreements import AgreementSignature, SupervisionAgreement
from certification.practice.models.cases import Case
from certification.practice.models.facts_version import FactsVersion
from certification.practice.models.hours import HoursEntry
from certification.practice.models.places import InternshipAdmission, JurisdictionPolicy
from certification.practice.models.signoffs import PeriodSignOff, SignedEntry
from certification.practice.models.supervisors import SupervisorAuthority

__all__ = [
    "AgreementSignature",
    "Case",
    "FactsVersion",
    "HoursEntry",
    "InternshipAdmission",
    "JurisdictionPolicy",
    "PeriodSignOff",
    "SignedEntry",
    "SupervisionAgreement",
    "SupervisorAuthority",
]
