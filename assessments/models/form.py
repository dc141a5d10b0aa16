"""The frozen list of questions that an attempt shows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from training_site.crypto.public_id import PubliclyIdentified


class Form(PubliclyIdentified):
    """One row for every list of item versions ever drawn; the same list drawn again is the same form."""

    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.PROTECT, related_name="forms"
    )
    content_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("form")
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "content_hash"], name="assessments_form_once"
            )
        ]

    def __str__(self):
        return f"form {self.content_hash[:12]}"


class FormItem(models.Model):
    """One row for every question of a form, in the form's own order. A trigger refuses changes."""

    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    item_version = models.ForeignKey(
        "assessments.ItemVersion", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "position"], name="assessments_form_position_once"
            ),
            models.UniqueConstraint(
                fields=["form", "item_version"], name="assessments_form_never_asks_twice"
            ),
        ]

    def __str__(self):
        return f"{self.form_id} question {self.position}"
