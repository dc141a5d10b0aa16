"""What an officer does with a complaint, and what the respondent says to it."""

from datetime import date, datetime

from django.db import transaction

from certification.complaints.actions.steps import (
    locked,
    record,
    require_officer,
    take,
    tell_officers,
    tell_parties,
    write_step,
)
from certification.complaints.models import Complaint, ComplaintStep, InterimMeasure, Sanction
from certification.complaints.models.complaints import ComplaintState, StepKind
from certification.complaints.rules import handling as rules
from certification.complaints.rules.states import Step
from certification.decisions.rules.reviewing import enough_said
from training_site.accounts.models import User
from training_site.content.civil import civil_date

KINDS = {
    Step.DISMISS: (StepKind.DISMISSED, "certification.complaint.dismissed"),
    Step.MEDIATE: (StepKind.MEDIATION, "certification.complaint.mediation_agreed"),
    Step.SETTLE: (StepKind.SETTLED, "certification.complaint.settled"),
    Step.LAY_BEFORE_COMMITTEE: (
        StepKind.COMMITTEE,
        "certification.complaint.laid_before_committee",
    ),
}


@transaction.atomic
def read_complaint(complaint: Complaint, *, by: User, now: datetime) -> None:
    """Each reading by an officer, a member or a decision-maker is on record."""
    record("certification.complaint.read", complaint, by=by, now=now)


@transaction.atomic
def note(complaint: Complaint, *, text: str, by: User, now: datetime) -> ComplaintStep:
    complaint = locked(complaint)
    require_officer(complaint, by)
    rules.may_note(complaint.state, text).require()
    verb = "certification.complaint.noted"
    return write_step(complaint, StepKind.NOTE, verb, text=text, by=by, now=now)


@transaction.atomic
def take_step(
    complaint: Complaint, step: Step, *, text: str, by: User, now: datetime
) -> ComplaintStep:
    """Not taken up, into mediation, settled, or before a committee: each with its reason."""
    complaint = locked(complaint)
    require_officer(complaint, by)
    enough_said(text).require()
    take(complaint, step)
    kind, verb = KINDS[step]
    written = write_step(complaint, kind, verb, text=text, by=by, now=now)
    tell_parties(complaint, now)
    return written


@transaction.atomic
def give_more_time(
    complaint: Complaint, *, text: str, due_on: date | None, by: User, now: datetime
) -> ComplaintStep:
    complaint = locked(complaint)
    require_officer(complaint, by)
    last_day, today = complaint.answer_by, civil_date(now)
    rules.may_extend(complaint.state, due_on, last_day=last_day, today=today).require()
    enough_said(text).require()
    complaint.answer_by = due_on
    complaint.save(update_fields=["answer_by"])
    verb = "certification.complaint.extended"
    written = write_step(
        complaint, StepKind.EXTENDED, verb, text=text, due_on=due_on, by=by, now=now
    )
    tell_parties(complaint, now)
    return written


@transaction.atomic
def respond(complaint: Complaint, *, text: str, by: User, now: datetime) -> ComplaintStep:
    """What the respondent says to it. It stays as it was said; more can be said later."""
    complaint = locked(complaint)
    is_respondent = complaint.respondent_id == by.pk
    rules.may_respond(complaint.state, is_respondent=is_respondent, text=text).require()
    verb = "certification.complaint.answered"
    written = write_step(complaint, StepKind.RESPONSE, verb, text=text, by=by, now=now)
    event = "certification.complaint_moved"
    tell_officers(event, complaint, key=f"{complaint.public_id}:{now.isoformat()}", now=now)
    return written


def close_when_done(complaint: Complaint, *, by: User, now: datetime) -> bool:
    """Decided, nothing left to carry out and no measure left to end: closed. Asked after each of these."""
    waiting = Sanction.objects.open().filter(finding__complaint=complaint).exists()
    holding = InterimMeasure.objects.standing().filter(complaint=complaint).exists()
    if complaint.state != ComplaintState.DECIDED or waiting or holding:
        return False
    take(complaint, Step.CLOSE)
    write_step(complaint, StepKind.CLOSED, "certification.complaint.closed", by=by, now=now)
    tell_parties(complaint, now)
    return True
