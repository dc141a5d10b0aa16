"""The minutes of a committee, taken along: recorded as a file, and as a reading of the complaint."""

from datetime import datetime

from django.db import transaction

from certification.complaints.actions.handling import read_complaint
from certification.complaints.actions.steps import record
from certification.complaints.minutes import minutes_for
from certification.complaints.models import CommitteeMember, Complaint
from certification.complaints.rules.minutes import may_take_minutes
from certification.complaints.telling import finding_of
from certification.complaints.votes import ballot_of
from training_site.accounts.models import User
from training_site.content.minutes import minutes_pdf


@transaction.atomic
def take_minutes(complaint: Complaint, *, by: User, now: datetime) -> tuple[str, bytes]:
    """The file's name and the file. Officers never read who voted what; people from outside no names."""
    seat = CommitteeMember.objects.sitting(by).filter(complaint=complaint).first()
    finding = finding_of(complaint)
    may_take_minutes(
        sits=seat is not None and seat.accepted_at is not None,
        complete=ballot_of(complaint).complete,
        signed=finding is not None,
    ).require()
    minutes = minutes_for(complaint, seat, finding)
    content = minutes_pdf(minutes, now)
    read_complaint(complaint, by=by, now=now)
    verb = "certification.complaint.minutes_taken"
    record(verb, complaint, by=by, now=now, file=minutes.name, format="pdf")
    return minutes.name, content
