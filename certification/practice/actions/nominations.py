"""A supervisor from outside: named by the intern, invited or declined by staff."""

from datetime import datetime

from django.db import transaction

from certification.practice.models import FactsVersion, SupervisorNomination
from certification.practice.rules.supervisors import may_answer_nomination, may_nominate
from training_site import audit
from training_site.accounts.actions.invitations import invite
from training_site.accounts.notices import notify
from training_site.verdict import Refused

PAGE = "/practice/agreement/"


@transaction.atomic
def nominate_supervisor(
    intern, *, role: str, name: str, email: str, by, now: datetime
) -> SupervisorNomination:
    """Nobody outside is written to before staff have looked at it."""
    if by.pk != intern.pk:
        raise Refused("not_own_record")
    FactsVersion.objects.bump(intern)
    email = email.strip().lower()
    waiting = list(SupervisorNomination.objects.of(intern).to_answer())
    may_nominate(
        own_address=email == intern.email.lower(),
        open_count=len(waiting),
        named_already=any((one.email, one.role) == (email, role) for one in waiting),
    ).require()
    nomination = SupervisorNomination.objects.create(
        intern=intern, role=role, name=name.strip(), email=email, nominated_at=now
    )
    _record("certification.supervisor.nominated", nomination, by=by, now=now)
    return nomination


@transaction.atomic
def invite_nominated(nomination: SupervisorNomination, *, by, now: datetime):
    """By the association's own invitation: the account, the second factor, the role."""
    nomination = _locked(nomination, by)
    invitation = invite(
        email=nomination.email, name=nomination.name, role=nomination.role, by=by, now=now
    )
    nomination.invited_by, nomination.invited_at = by, now
    nomination.invitation_id = invitation.public_id
    nomination.save(update_fields=["invited_by", "invited_at", "invitation_id"])
    _record("certification.supervisor.nominated_invited", nomination, by=by, now=now)
    _tell(nomination, now)
    return nomination


@transaction.atomic
def decline_nomination(nomination: SupervisorNomination, *, by, now: datetime):
    nomination = _locked(nomination, by)
    nomination.declined_by, nomination.declined_at = by, now
    nomination.save(update_fields=["declined_by", "declined_at"])
    _record("certification.supervisor.nominated_declined", nomination, by=by, now=now)
    _tell(nomination, now)
    return nomination


def _locked(nomination: SupervisorNomination, by) -> SupervisorNomination:
    FactsVersion.objects.bump(nomination.intern)
    nomination = SupervisorNomination.objects.select_related("intern").get(pk=nomination.pk)
    may_answer_nomination(
        own=nomination.intern_id == by.pk,
        answered=bool(nomination.invited_at or nomination.declined_at),
    ).require()
    return nomination


def _record(verb: str, nomination: SupervisorNomination, *, by, now: datetime) -> None:
    values = {"role": str(nomination.role)}
    audit.record(
        verb, actor=by, target=nomination, subject=nomination.intern, at=now, values=values
    )


def _tell(nomination: SupervisorNomination, now: datetime) -> None:
    notify(
        nomination.intern,
        "certification.nomination_answered",
        key=str(nomination.public_id),
        url=PAGE,
        at=now,
    )
