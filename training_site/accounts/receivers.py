"""What follows when somebody changes how they sign in: it is recorded, and they are told."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone

from training_site import audit
from training_site.accounts.notices import notify


@receiver([password_changed, password_reset])
def note_new_password(request, user, **kwargs):
    _note(user, "accounts.password.changed")


@receiver(authenticator_added)
def note_second_factor(request, user, authenticator, **kwargs):
    """Its first code was shown just now, so this session has shown the second factor."""
    if authenticator.type != Authenticator.Type.TOTP:
        return
    record_authentication(
        request, user, method="mfa", type="totp", id=authenticator.pk, reauthenticated=True
    )
    _note(user, "accounts.second_factor.added")


@receiver(authenticator_removed)
def note_second_factor_gone(request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.TOTP:
        _note(user, "accounts.second_factor.removed")


@transaction.atomic
def _note(user, verb: str) -> None:
    now = timezone.now()
    audit.record(verb, actor=user, target=user, subject=user, at=now)
    key = f"{user.public_id}:{now.isoformat()}"
    notify(user, "accounts.sign_in_changed", key=key, url="/accounts/you/", at=now)
