"""People from outside, for one case: invited, arrived, gone with the decision."""

from datetime import datetime

from django.db import transaction

from certification.decisions.actions.assigning import assign
from certification.decisions.actions.steps import locked
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application, OutsideInvitation
from certification.decisions.rules.reviewing import may_take_part
from certification.decisions.rules.states import JOINABLE, State
from training_site import audit
from training_site.accounts.actions.invitations import invite, revoke
from training_site.accounts.actions.roles import take_role
from training_site.accounts.models import Invitation, RoleGrant, User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused


@transaction.atomic
def invite_outsider(
    application: Application,
    *,
    email: str,
    name: str,
    role: str = Role.REVIEWER,
    by: User,
    now: datetime,
) -> OutsideInvitation:
    """Invite somebody to review (or decide) this one application."""
    application = locked(application)
    if not by.has_role(Role.REGISTRAR):
        raise Refused("role_missing")
    if application.state not in JOINABLE:
        raise Refused("application_not_there_yet")
    if application.state == State.APPEALED and role != Role.DECISION_MAKER:
        raise Refused("outsider_answers_appeals")
    is_applicant = application.applicant.email.lower() == email.strip().lower()
    may_take_part(
        is_applicant=is_applicant or application.applicant_id == by.pk, in_conflict=False
    ).require()
    invitation = invite(email=email, name=name, role=role, by=by, now=now)
    case = OutsideInvitation.objects.create(
        application=application, invitation=invitation, role=role, invited_by=by, invited_at=now
    )
    audit.record(
        "certification.outsider.invited",
        actor=by,
        target=case,
        subject=application.applicant,
        at=now,
        values={"role": str(role)},
    )
    return case


@transaction.atomic
def welcome_outsider(invitation: Invitation, person: User, now: datetime) -> None:
    """Tie the account that an invitation opened to its case; a conflict ends it at once.

    Of a case that is over nothing is left: no account, no role, and the invitation stays unused.
    """
    waiting = OutsideInvitation.objects.waiting_for(invitation)
    case = waiting.select_related("application").first()
    if case is None:
        return
    application = locked(case.application)
    case.refresh_from_db(fields=["ended_at"])
    if case.ended_at:
        raise Refused("invited_case_over")
    case.person = person
    case.brought_role = _came_by_invitation(person, case.role, now)
    case.save(update_fields=["person", "brought_role"])
    audit.record("certification.outsider.arrived", actor=person, target=case, at=now)
    in_conflict = bool(conflicts_for(application, person, civil_date(now)))
    if in_conflict or application.state not in JOINABLE:
        _end(case, by=None, now=now)
    elif case.role == Role.REVIEWER:
        assign(application, person, by=case.invited_by, now=now)


def _came_by_invitation(person: User, role: str, now: datetime) -> bool:
    """Given with this invitation, or held only for another case of the same kind."""
    grants = RoleGrant.objects.filter(person=person, role=role, ended_at=None, given_at=now)
    return grants.exists() or OutsideInvitation.objects.limits(person, role)


def end_outside_access(application: Application, *, by: User, now: datetime) -> None:
    """With the decision the case is closed to everybody invited for it."""
    invited = application.outside_invitations.filter(ended_at=None)
    for case in invited.select_related("person", "invitation"):
        _end(case, by=by, now=now)


def _end(case: OutsideInvitation, *, by: User | None, now: datetime) -> None:
    case.end(now)
    audit.record("certification.outsider.left", actor=by, target=case, subject=case.person, at=now)
    if case.person is None:
        _take_back(case.invitation, by, now)
    elif case.brought_role and not _another_case_gives_it(case):
        take_role(case.person, case.role, by=by, now=now)


def _take_back(invitation: Invitation, by: User | None, now: datetime) -> None:
    """Nobody has come by it yet: its link opens nothing any more, and says so. Whoever accepts in
    this moment holds the row and is refused (`welcome_outsider`), so nobody waits in a circle."""
    rows = Invitation.objects.select_for_update(skip_locked=True).filter(pk=invitation.pk)
    for one in rows:
        if one.state(now) == "open":
            revoke(one, by=by, now=now)


def _another_case_gives_it(case: OutsideInvitation) -> bool:
    """Another application, or a committee above that this person was invited to as a reviewer."""
    cases = OutsideInvitation.objects.in_force(case.person).filter(role=case.role).exists()
    committees = case.person.outside_committees.filter(ended_at=None, brought_role=True).exists()
    return cases or (case.role == Role.REVIEWER and committees)
