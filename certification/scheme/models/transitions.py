"""From one version of a scheme to the next: what it would change, for whom, and what was done."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.columns import actor, both_or_neither
from certification.scheme.models.schemes import SchemeVersion
from training_site.crypto.public_id import PubliclyIdentified


class WhoMoves(models.TextChoices):
    NOBODY = "nobody", _("Nobody: the version is for people who begin from now on")
    NOT_WORSE = "not_worse", _("Everybody whom it asks for nothing more")
    EVERYBODY = "everybody", _("Everybody")


class SchemeTransition(PubliclyIdentified):
    """One row for every step to a new version: prepared, previewed, published once.

    The preview counts the interns it has gone through, so that a long one shows how far it is.
    """

    old = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="transitions_out")
    new = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="transitions_in")
    who_moves = models.CharField(_("who moves"), max_length=10, choices=WhoMoves)
    reasons = models.TextField(_("why, and what interns should know"))
    prepared_by = actor()
    prepared_at = models.DateTimeField()
    preview_total = models.PositiveIntegerField(null=True)
    preview_done = models.PositiveIntegerField(default=0)
    preview_at = models.DateTimeField(null=True, help_text="when the preview was complete")
    published_by = actor(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("transition of a scheme")
        ordering = ["-prepared_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_transition_between_two", condition=~Q(old=F("new"))
            ),
            models.CheckConstraint(
                name="certification_transition_published_whole",
                condition=both_or_neither("published_by", "published_at"),
            ),
            models.CheckConstraint(
                name="certification_transition_published_by_another",
                condition=Q(published_by=None) | ~Q(published_by=F("prepared_by")),
            ),
            models.UniqueConstraint(
                fields=["new"],
                condition=Q(published_at=None),
                name="certification_one_transition_prepared",
            ),
        ]

    def __str__(self):
        return f"{self.old_id} to {self.new_id}"


class TransitionLine(models.Model):
    """One row for every intern: how they stand under the old version and would under the new one.

    `worse` and `better` name requirements; `moved_at` is when the person was moved.
    """

    transition = models.ForeignKey(SchemeTransition, on_delete=models.CASCADE, related_name="lines")
    intern = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="scheme_transitions"
    )
    met_before = models.BooleanField()
    met_after = models.BooleanField()
    worse = models.JSONField(default=list)
    better = models.JSONField(default=list)
    moved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["transition", "intern"], name="certification_transition_line_once"
            )
        ]

    def __str__(self):
        return f"{self.intern_id} in {self.transition_id}"
