"""What each side reads. The respondent never learns who complained; who complained learns the
outcome in general words, and nothing of what the respondent said or is to do."""

from datetime import date

from certification.complaints.models import Complaint, InterimMeasure
from certification.complaints.models.complaints import MeasureKind, StepKind
from certification.complaints.rules.states import State
from certification.complaints.telling import (
    finding_of,
    measures_of,
    provisions_of,
    row_of,
    sanctions_of,
)
from certification.complaints.wording import FOR_COMPLAINANT, FOR_RESPONDENT, OUTCOMES
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content import readers

READERS = (Role.COMPLAINTS_OFFICER, Role.DECISION_MAKER, Role.REVIEWER)


def for_respondent(complaint: Complaint, today: date) -> dict:
    finding = finding_of(complaint)
    return {
        "complaint": complaint,
        "row": row_of(complaint, today),
        "state_sentence": FOR_RESPONDENT[State(complaint.state)],
        "provisions": provisions_of(complaint),
        "answers": complaint.steps.filter(kind=StepKind.RESPONSE),
        "dismissal": _dismissal(complaint),
        "measures": [one for one in measures_of(complaint, today) if _took_effect(one.measure)],
        "finding": finding,
        "sanctions": sanctions_of(finding, today),
        "set_aside": complaint.findings.exclude(set_aside_at=None).exists(),
        "readings": readers.readings_of(complaint, "certification.complaint.read", _role_in),
    }


def for_complainant(complaint: Complaint) -> dict:
    finding = finding_of(complaint)
    contact = InterimMeasure.objects.in_force().filter(kind=MeasureKind.NO_CONTACT)
    return {
        "complaint": complaint,
        "state_sentence": FOR_COMPLAINANT[State(complaint.state)],
        "dismissal": _dismissal(complaint),
        "outcome": OUTCOMES[finding.finding] if finding else "",
        "no_contact": contact.filter(complaint=complaint).exists(),
    }


def _dismissal(complaint: Complaint) -> str:
    """The reason for which it was not taken up; written for both to read."""
    step = complaint.steps.filter(kind=StepKind.DISMISSED).last()
    return step.text if step else ""


def _took_effect(measure: InterimMeasure) -> bool:
    """A suspension that was proposed and never carried out did nothing to anybody."""
    return measure.kind != MeasureKind.SUSPENSION or measure.event is not None


def _role_in(person: User) -> str:
    return readers.first_role(person, READERS)
