"""Inviting, accepting, sending again, revoking."""

import secrets
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from training_site import audit
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Invitation, User
from training_site.accounts.models.invitation import hash_token
from training_site.accounts.notices import absolute
from training_site.accounts.rules.invitations import may_accept
from training_site.accounts.signals import invitation_accepted
from training_site.jobs import enqueue
from training_site.verdict import Refused

INVITATION_DAYS = 14


@transaction.atomic
def invite(
    *,
    email: str,
    name: str,
    role: str,
    by: User | None,
    now: datetime,
    cohort_id=None,
    days=INVITATION_DAYS,
) -> Invitation:
    """Invite one person to one role. `by` is None only for the first administrator (setup)."""
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        email=email.strip().lower(),
        name=name.strip(),
        role=role,
        cohort_id=cohort_id,
        token=token,
        token_hash=hash_token(token),
        sent_at=now,
        expires_at=now + timedelta(days=days),
        invited_by=by,
    )
    audit.record(
        "accounts.invitation.sent", actor=by, target=invitation, at=now, values={"role": str(role)}
    )
    enqueue(
        "accounts.mail_invitation", key=f"invitation:{invitation.public_id}", args=[invitation.pk]
    )
    return invitation


def mail_invitation(invitation: Invitation) -> None:
    body = render_to_string(
        "emails/invitation.txt", {"invitation": invitation, "url": absolute(invitation.path)}
    )
    send_mail(_("Your invitation"), body, None, [invitation.email])


@transaction.atomic
def accept(invitation: Invitation, *, name: str, password: str | None, now: datetime) -> User:
    """Open the account (or add the role to the one that this address already has).

    For an address that has an account the caller must have signed that person in: the token alone
    never changes a password.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    may_accept(invitation.state(now)).require()
    user = User.objects.filter(email__iexact=invitation.email).first()
    if user is None:
        if not password:
            raise Refused("password_needed")
        user = User.objects.create_user(invitation.email, name=name, password=password)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    invitation.accepted_at, invitation.accepted_by = now, user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    give_role(user, invitation.role, by=invitation.invited_by, now=now)
    audit.record(
        "accounts.invitation.accepted", actor=user, target=invitation, subject=user, at=now
    )
    invitation_accepted.send(Invitation, invitation=invitation, person=user, now=now)
    return user


@transaction.atomic
def send_again(invitation: Invitation, *, by: User, now: datetime) -> Invitation:
    """A fresh term for the same link."""
    may_accept("open" if invitation.state(now) == "expired" else invitation.state(now)).require()
    invitation.sent_at, invitation.expires_at = now, now + timedelta(days=INVITATION_DAYS)
    invitation.save(update_fields=["sent_at", "expires_at"])
    audit.record("accounts.invitation.sent_again", actor=by, target=invitation, at=now)
    enqueue(
        "accounts.mail_invitation",
        key=f"invitation:{invitation.public_id}:{now.isoformat()}",
        args=[invitation.pk],
    )
    return invitation


@transaction.atomic
def revoke(invitation: Invitation, *, by: User, now: datetime) -> Invitation:
    may_accept(invitation.state(now)).require()
    invitation.revoked_at = now
    invitation.save(update_fields=["revoked_at"])
    audit.record("accounts.invitation.revoked", actor=by, target=invitation, at=now)
    return invitation
