"""Where each kind of reader finds a complaint."""

from certification.complaints.models import Complaint

DECIDER_DESK = "/admin/complaints/to-carry-out/"


def party_path(complaint: Complaint) -> str:
    """The page of whom it is about and of who complained; each reads what is theirs."""
    return f"/certification/complaints/{complaint.public_id}/"


def desk_path(complaint: Complaint) -> str:
    return f"/admin/complaints/{complaint.public_id}/"


def committee_path(complaint: Complaint) -> str:
    return f"/committee/{complaint.public_id}/"
