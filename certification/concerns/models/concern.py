"""A concern somebody reported, and what was done about it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ConcernQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_on=None)

    def visible_to(self, user):
        """Those that no complaint about this person came of."""
        return self.exclude(complaint__respondent=user)


class Concern(PubliclyIdentified):
    """One row for every concern received.

    Reported without a name, nothing leads back: no account, address, session or time of day is kept,
    only the day. `reply_to` holds whatever the reporter chose to give.
    """

    text = EncryptedTextField(_("what happened"))
    reply_to = EncryptedTextField(_("how to reach you"), blank=True)
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    received_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ConcernQuerySet.as_manager()

    class Meta:
        app_label = "certification"
        verbose_name = _("concern")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_concern_closed_pair",
                condition=models.Q(closed_on=None, closed_by=None)
                | models.Q(closed_on__isnull=False, closed_by__isnull=False),
            )
        ]

    def __str__(self):
        return f"concern {self.public_id}"


class ConcernNote(models.Model):
    """One row for every step the complaints officer wrote down."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="notes")
    text = EncryptedTextField(_("note"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        app_label = "certification"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"note on {self.concern_id}"
