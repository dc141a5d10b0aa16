"""What a member of a committee does: accept or step back, vote, and as the chair call another vote."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from certification.complaints.actions.calling import end_invitation, tell_of_empty_seat
from certification.complaints.actions.steps import locked, record, take, write_step
from certification.complaints.addresses import committee_path
from certification.complaints.models import (
    CommitteeInvitation,
    CommitteeMember,
    CommitteeVote,
    Complaint,
)
from certification.complaints.models.complaints import StepKind
from certification.complaints.people import in_conflict
from certification.complaints.rules import committee as rules
from certification.complaints.rules.sanctions import KINDS
from certification.complaints.rules.states import Step
from certification.complaints.votes import ballot_of
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def accept_seat(
    complaint: Complaint, *, confidential: bool, free: bool, by: User, now: datetime
) -> CommitteeMember:
    """Confidential, and nothing in between; before that, nothing can be read."""
    complaint, member = _seat_of(complaint, by)
    rules.may_accept(
        accepted=member.accepted_at is not None, confidential=confidential, free=free
    ).require()
    member.accepted_at = now
    member.save(update_fields=["accepted_at"])
    record("certification.committee.member_accepted", complaint, by=by, now=now)
    return member


@transaction.atomic
def step_back(complaint: Complaint, *, reason: str, by: User, now: datetime) -> None:
    """Off the committee from the next request on, with whatever was voted; no discredit."""
    complaint, member = _seat_of(complaint, by)
    if not reason.strip():
        raise Refused("say_why_you_step_back")
    member.stepped_back_at, member.stepped_back_because = now, reason.strip()
    member.save(update_fields=["stepped_back_at", "stepped_back_because"])
    record("certification.committee.member_stepped_back", complaint, by=by, now=now)
    outside = CommitteeInvitation.objects.in_force(by).filter(complaint=complaint)
    for case in outside.select_related("person", "invitation", "complaint"):
        end_invitation(case, by=by, now=now)
    tell_of_empty_seat(complaint, now)


@transaction.atomic
def vote(
    complaint: Complaint,
    *,
    finding: str,
    reasons: str,
    sanctions: Collection[str] = (),
    by: User,
    now: datetime,
) -> CommitteeVote:
    """One's own finding, before one has read anybody else's. It stays as it was given."""
    complaint, member = _seat_of(complaint, by)
    rules.may_vote(
        accepted=member.accepted_at is not None,
        voted=member.votes.filter(ballot=complaint.ballot).exists(),
        finding=finding,
        reasons=reasons,
    ).require()
    if in_conflict(complaint, by, civil_date(now)):
        raise Refused("in_conflict")
    if not set(sanctions) <= set(KINDS):
        raise Refused("sanction_unknown")
    row = CommitteeVote.objects.create(
        member=member,
        ballot=complaint.ballot,
        finding=finding,
        text=reasons.strip(),
        sanctions=[] if finding == "not" else sorted(sanctions),
        at=now,
    )
    record("certification.committee.voted", complaint, by=by, now=now)
    ballot = ballot_of(complaint)
    if ballot.complete:
        _tell(complaint, [one for one in ballot.seated if one.chairs], "votes_in", now)
    return row


@transaction.atomic
def vote_again(complaint: Complaint, *, by: User, now: datetime) -> Complaint:
    """No finding has a majority, and none follows by itself: everybody votes once more."""
    complaint, member = _seat_of(complaint, by)
    ballot = ballot_of(complaint)
    rules.may_vote_again(
        chairs=member.chairs, complete=ballot.complete, found=ballot.found
    ).require()
    take(complaint, Step.VOTE_AGAIN, ballot=complaint.ballot + 1)
    verb = "certification.committee.another_vote"
    write_step(complaint, StepKind.BALLOT, verb, by=by, now=now)
    _tell(complaint, ballot.seated, f"ballot{complaint.ballot}", now)
    return complaint


def _seat_of(complaint: Complaint, by: User) -> tuple[Complaint, CommitteeMember]:
    """The complaint locked, and the seat of this person at the committee that is at work now."""
    complaint = locked(complaint)
    member = CommitteeMember.objects.sitting(by).filter(complaint=complaint).first()
    if member is None:
        raise Refused("not_on_this_committee")
    return complaint, member


def _tell(complaint: Complaint, members, what: str, now: datetime) -> None:
    for member in members:
        key = f"{complaint.public_id}:{complaint.round}:{complaint.ballot}:{what}"
        url = committee_path(complaint)
        notify(member.person, "certification.committee_waits", key=key, url=url, at=now)
