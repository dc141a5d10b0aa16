"""Calling a committee: people of the house, and people from outside for this one case."""

from datetime import datetime

from django.db import transaction

from certification.complaints.actions.steps import locked, record, require_officer, tell_officers
from certification.complaints.addresses import committee_path
from certification.complaints.models import CommitteeInvitation, CommitteeMember, Complaint
from certification.complaints.people import candidates_for, verdict_of
from certification.complaints.rules.committee import may_call
from certification.decisions.models import OutsideInvitation
from training_site.accounts.actions.invitations import invite, revoke
from training_site.accounts.actions.roles import take_role
from training_site.accounts.models import Invitation, RoleGrant, User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

OUTSIDE = Role.REVIEWER


@transaction.atomic
def call_member(
    complaint: Complaint, person: User, *, chairs: bool = False, by: User, now: datetime
) -> CommitteeMember:
    """One of those whom the record keeps far enough away."""
    complaint = locked(complaint)
    require_officer(complaint, by)
    able = [one for one in candidates_for(complaint, civil_date(now)) if one.person == person]
    may_call(complaint.state, able=bool(able and able[0].verdict)).require()
    return _seat(complaint, person, chairs=chairs, by=by, now=now)


@transaction.atomic
def name_chair(member: CommitteeMember, *, by: User, now: datetime) -> CommitteeMember:
    """Another one chairs: the first stepped back, or nobody was named."""
    complaint = locked(member.complaint)
    require_officer(complaint, by)
    member = CommitteeMember.objects.seated(complaint).filter(pk=member.pk).first()
    may_call(complaint.state, able=member is not None).require()
    _nobody_chairs(complaint)
    member.chairs = True
    member.save(update_fields=["chairs"])
    record("certification.committee.chair_named", complaint, by=by, now=now)
    _tell_called(member, f"{member.public_id}:chairs", now)
    return member


@transaction.atomic
def invite_outsider(
    complaint: Complaint, *, email: str, name: str, by: User, now: datetime
) -> CommitteeInvitation:
    """Somebody from outside, to this one committee."""
    complaint = locked(complaint)
    require_officer(complaint, by)
    may_call(complaint.state, able=True).require()
    concerned = [complaint.respondent, complaint.complainant, by]
    if any(one and one.email.lower() == email.strip().lower() for one in concerned):
        raise Refused("cannot_sit")
    invitation = invite(email=email, name=name, role=OUTSIDE, by=by, now=now)
    case = CommitteeInvitation.objects.create(
        complaint=complaint, invitation=invitation, invited_by=by, invited_at=now
    )
    record("certification.committee.outsider_invited", complaint, by=by, now=now)
    return case


@transaction.atomic
def welcome_outsider(invitation: Invitation, person: User, now: datetime) -> None:
    """Tie the account that an invitation opened to its committee. Whoever can't sit is out at once,
    and the officers learn that somebody else is needed. Where the committee has done its work,
    nothing is left of the invitation: no account and no role."""
    case = CommitteeInvitation.objects.waiting_for(invitation).first()
    if case is None:
        return
    complaint = locked(case.complaint)
    case.refresh_from_db(fields=["ended_at"])
    if case.ended_at:
        raise Refused("invited_case_over")
    case.person, case.brought_role = person, _came_by_invitation(person, now)
    case.save(update_fields=["person", "brought_role"])
    record("certification.committee.outsider_arrived", complaint, by=person, now=now)
    able = bool(verdict_of(complaint, person, civil_date(now)))
    if able and may_call(complaint.state, able=True):
        _seat(complaint, person, chairs=False, by=case.invited_by, now=now)
    else:
        end_invitation(case, by=None, now=now)
        tell_of_empty_seat(complaint, now)


def end_outside_access(complaint: Complaint, *, by: User, now: datetime) -> None:
    """The committee has done its work: everybody invited to it leaves, role and all."""
    invited = complaint.outside_invitations.filter(ended_at=None)
    for case in invited.select_related("person", "invitation", "complaint"):
        end_invitation(case, by=by, now=now)


def end_invitation(case: CommitteeInvitation, *, by: User | None, now: datetime) -> None:
    case.ended_at = now
    case.save(update_fields=["ended_at"])
    record("certification.committee.outsider_left", case.complaint, by=by, now=now)
    if case.person is None:
        _take_back(case.invitation, by, now)
    elif case.brought_role and not _another_case_gives_it(case.person):
        take_role(case.person, OUTSIDE, by=by, now=now)


def tell_of_empty_seat(complaint: Complaint, now: datetime) -> None:
    event, key = "certification.committee_seat_empty", f"{complaint.public_id}:{now.isoformat()}"
    tell_officers(event, complaint, key=key, now=now)


def _seat(
    complaint: Complaint, person: User, *, chairs: bool, by: User, now: datetime
) -> CommitteeMember:
    if chairs:
        _nobody_chairs(complaint)
    member = CommitteeMember.objects.create(
        complaint=complaint,
        respondent=complaint.respondent,
        person=person,
        round=complaint.round,
        chairs=chairs,
        called_by=by,
        called_at=now,
    )
    record("certification.committee.member_called", complaint, by=by, now=now)
    _tell_called(member, str(member.public_id), now)
    return member


def _nobody_chairs(complaint: Complaint) -> None:
    """At most one chairs at a time; the database says so, too."""
    CommitteeMember.objects.seated(complaint).filter(chairs=True).update(chairs=False)


def _tell_called(member: CommitteeMember, key: str, now: datetime) -> None:
    url = committee_path(member.complaint)
    notify(member.person, "certification.committee_called", key=key, url=url, at=now)


def _came_by_invitation(person: User, now: datetime) -> bool:
    """Given with this invitation, or held only for other single cases."""
    grants = RoleGrant.objects.filter(person=person, role=OUTSIDE, ended_at=None, given_at=now)
    others = OutsideInvitation.objects.limits(person, OUTSIDE)
    return grants.exists() or others or CommitteeInvitation.objects.limits(person)


def _another_case_gives_it(person: User) -> bool:
    """Another committee, or an application that they review from outside."""
    committees = CommitteeInvitation.objects.in_force(person).exists()
    return committees or OutsideInvitation.objects.in_force(person).filter(role=OUTSIDE).exists()


def _take_back(invitation: Invitation, by: User | None, now: datetime) -> None:
    """Its link opens nothing any more, and says so. Whoever accepts in this moment holds the row and
    is refused (`welcome_outsider`), so nobody waits in a circle."""
    rows = Invitation.objects.select_for_update(skip_locked=True).filter(pk=invitation.pk)
    for one in rows:
        if by is not None and one.state(now) == "open":
            revoke(one, by=by, now=now)
