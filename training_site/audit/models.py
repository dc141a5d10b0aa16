"""One row for everything done that somebody may later ask about.

No foreign keys: the record neither blocks nor follows a deletion. The chained row holds opaque
ids and salted commitments only; what a person can read (and may later ask to have erased) lies in
AuditText, so that erasing it leaves the chain whole.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEventQuerySet(models.QuerySet):
    def unsealed(self):
        return self.filter(seq=None).order_by("pk")

    def sealed(self):
        return self.exclude(seq=None).order_by("seq")

    def about(self, public_id):
        """Everything that names this id as target or subject, oldest first."""
        target = models.Q(target_id=public_id) | models.Q(subject_id=public_id)
        return self.filter(target).order_by("at", "pk")

    def by(self, public_id):
        return self.filter(actor_id=public_id).order_by("at", "pk")


class AuditEvent(models.Model):
    """Append-only: database triggers refuse every change but the sealer's one, and every removal."""

    public_id = models.UUIDField(unique=True, editable=False)
    verb = models.CharField(max_length=100)
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True, db_index=True)
    target_type = models.CharField(max_length=100, blank=True)
    target_id = models.UUIDField(null=True, db_index=True)
    rule_version = models.CharField(max_length=40, blank=True)
    commitments = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64)
    seq = models.PositiveBigIntegerField(null=True, unique=True)
    prev_hash = models.CharField(max_length=64, blank=True)
    chain_hash = models.CharField(max_length=64, blank=True)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit event")
        constraints = [
            models.CheckConstraint(
                name="audit_event_sealed_whole",
                condition=models.Q(seq=None, chain_hash="")
                | (models.Q(seq__gt=0) & ~models.Q(chain_hash="")),
            )
        ]

    def __str__(self):
        return f"{self.verb} {self.public_id}"


class AuditText(models.Model):
    """What an event said in words and figures, with the salt of its commitments. Erasable."""

    event = models.OneToOneField(
        AuditEvent, on_delete=models.DO_NOTHING, db_constraint=False, related_name="words"
    )
    salt = models.CharField(max_length=64)
    values = models.JSONField(default=dict)
    text = models.TextField(blank=True)

    def __str__(self):
        return f"words of {self.event_id}"
