from certification.complaints.models.committee import (
    CommitteeInvitation,
    CommitteeMember,
    CommitteeVote,
)
from certification.complaints.models.complaints import Complaint, ComplaintStep, InterimMeasure
from certification.complaints.models.findings import ComplaintFinding, Sanction, SanctionEvent

__all__ = [
    "CommitteeInvitation",
    "CommitteeMember",
    "CommitteeVote",
    "Complaint",
    "ComplaintFinding",
    "ComplaintStep",
    "InterimMeasure",
    "Sanction",
    "SanctionEvent",
]
