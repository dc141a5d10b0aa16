"""The only way to an account."""

import hashlib
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training_site.accounts.roles import REGISTRAR_INVITES, Role
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class InvitationQuerySet(models.QuerySet):
    def open(self, now: datetime):
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=now)

    def visible_to(self, user):
        """An invitation shows its link; a registrar sees those a registrar may send."""
        if user.has_role(Role.ADMINISTRATOR):
            return self
        return (
            self.filter(role__in=REGISTRAR_INVITES)
            if user.has_role(Role.REGISTRAR)
            else self.none()
        )

    def with_token(self, token: str):
        return self.filter(token_hash=hash_token(token))


class Invitation(PubliclyIdentified):
    """One row for every invitation sent. The token is kept encrypted so that staff can copy the link
    again, and found by its hash."""

    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("professional name"), max_length=200)
    role = models.CharField(_("role"), max_length=30, choices=Role.choices)
    cohort_id = models.UUIDField(null=True, help_text="public id of the cohort to join")
    token = EncryptedTextField()
    token_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="invitations_sent",
    )
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="invitations"
    )
    revoked_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        ordering = ["-sent_at"]
        constraints = [
            models.CheckConstraint(
                name="accounts_invitation_accepted_pair",
                condition=models.Q(accepted_at=None, accepted_by=None)
                | models.Q(accepted_at__isnull=False, accepted_by__isnull=False),
            )
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.public_id}"

    @property
    def path(self) -> str:
        return f"/accounts/invitation/{self.token}/"

    def state(self, now: datetime) -> str:
        if self.accepted_at:
            return "accepted"
        if self.revoked_at:
            return "revoked"
        return "expired" if self.expires_at <= now else "open"


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
