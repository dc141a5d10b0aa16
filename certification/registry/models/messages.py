"""Letters to a listed person that pass through this site, so that no address is shown."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certification.credentials.models import Certificate
from certification.practice.models.columns import subject
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class ContactMessageQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(recipient=user, removed_at=None)

    def to(self, recipient):
        return self.filter(recipient=recipient)

    def unread(self):
        return self.filter(read_at=None, removed_at=None)

    def with_texts(self):
        """Until they are removed, or their time is over."""
        return self.exclude(text="")

    def reported_to(self, officer):
        """Those that their readers called unwelcome; nobody looks into a letter to herself."""
        return self.with_texts().exclude(reported_at=None).exclude(recipient=officer)

    def older_than(self, moment: datetime):
        """By when they came or, where that was later, by when they were reported."""
        came = Q(sent_at__lt=moment, reported_at=None)
        return self.filter(came | Q(reported_at__lt=moment))


class ContactMessage(PubliclyIdentified):
    """One row for every letter. Removed by its reader or by time; then its texts are empty."""

    certificate = models.ForeignKey(Certificate, on_delete=models.CASCADE, related_name="letters")
    recipient = subject("letters_received")
    sender = EncryptedTextField(_("your name and profession"), blank=True)
    reply_to = EncryptedTextField(_("how to reach you"), blank=True)
    text = EncryptedTextField(_("your message"), blank=True)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True, help_text="when its reader called it unwelcome")
    removed_at = models.DateTimeField(null=True)

    objects = ContactMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        ordering = ["-sent_at", "-pk"]

    def __str__(self):
        return f"letter {self.public_id}"
