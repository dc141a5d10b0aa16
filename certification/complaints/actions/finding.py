"""The finding: what most of the committee voted for, signed by its chair, with what follows."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from certification.complaints.actions.calling import end_outside_access
from certification.complaints.actions.handling import close_when_done
from certification.complaints.actions.steps import locked, record, take, tell_officers, tell_parties
from certification.complaints.certificates import certificates_of
from certification.complaints.models import CommitteeMember, Complaint, ComplaintFinding, Sanction
from certification.complaints.rules import committee as rules
from certification.complaints.rules.policy import DAYS_TO_APPEAL
from certification.complaints.rules.sanctions import Given, may_give
from certification.complaints.rules.states import Step
from certification.complaints.votes import Ballot, ballot_of
from training_site import audit
from training_site.accounts.models import User
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def sign_finding(
    complaint: Complaint,
    *,
    reasons: str,
    sanctions: Sequence[Given] = (),
    by: User,
    now: datetime,
) -> ComplaintFinding:
    """The chair writes the committee's reasons; which finding it is, the votes have said.

    Sanctions without a finding of anything follow from nothing. People from outside leave with it.
    """
    complaint = locked(complaint)
    member = CommitteeMember.objects.sitting(by).filter(complaint=complaint).first()
    if member is None:
        raise Refused("not_on_this_committee")
    ballot, today = ballot_of(complaint), civil_date(now)
    rules.may_sign(
        chairs=member.chairs, complete=ballot.complete, found=ballot.found, reasons=reasons
    ).require()
    until = today + timedelta(days=DAYS_TO_APPEAL)
    may_give(
        ballot.found,
        sanctions,
        has_certificate=bool(certificates_of(complaint.respondent)),
        appeal_until=until,
        today=today,
    ).require()
    finding = _write(complaint, ballot, reasons, until, by, now)
    for one in sanctions:
        _impose(finding, complaint, one, by, now)
    take(complaint, Step.FIND)
    end_outside_access(complaint, by=by, now=now)
    _tell(complaint, now)
    close_when_done(complaint, by=by, now=now)
    return finding


def _write(
    complaint: Complaint, ballot: Ballot, reasons: str, until: date, by: User, now: datetime
) -> ComplaintFinding:
    finding = ComplaintFinding.objects.create(
        complaint=complaint,
        respondent=complaint.respondent,
        round=complaint.round,
        finding=ballot.found,
        text=reasons.strip(),
        votes_for=ballot.votes_for,
        votes_against=len(ballot.votes) - ballot.votes_for,
        signed_by=by,
        decided_at=now,
        appeal_until=until,
    )
    figures = {"finding": finding.finding, "for": finding.votes_for}
    record("certification.complaint.found", complaint, by=by, now=now, **figures)
    return finding


def _impose(
    finding: ComplaintFinding, complaint: Complaint, given: Given, by: User, now: datetime
) -> None:
    sanction = Sanction.objects.create(finding=finding, **given._asdict())
    audit.record(
        "certification.sanction.imposed",
        actor=by,
        target=sanction,
        subject=complaint.respondent,
        at=now,
        values={"kind": given.kind, "due": given.due_on.isoformat()},
    )


def _tell(complaint: Complaint, now: datetime) -> None:
    tell_parties(complaint, now)
    key = f"{complaint.public_id}:{complaint.round}:found"
    tell_officers("certification.complaint_moved", complaint, key=key, now=now)
