"""What an association sets once: its name, look, zone, sender and issuer."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


def validate_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("Write a zone such as Europe/London."), code="zone")


class Accent(models.TextChoices):
    TEAL = "teal", _("Deep teal")
    PLUM = "plum", _("Plum")
    MOSS = "moss", _("Moss")
    SLATE = "slate", _("Slate")


@register_setting(icon="home")
class AssociationSettings(BaseSiteSetting):
    """One row a site. Every sentence on screen that names the association reads it from here."""

    name = models.CharField(_("name"), max_length=200, default="Triad")
    logo = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    accent = models.CharField(
        _("accent"), max_length=10, choices=Accent.choices, default=Accent.TEAL
    )
    zone = models.CharField(
        _("time zone"), max_length=64, default="Europe/London", validators=[validate_zone]
    )
    clinician_label = models.CharField(
        _("what the clinician is called"), max_length=60, default="collaborating clinician"
    )
    sender_name = models.CharField(_("sender of mail"), max_length=100, default="Triad")
    issuer_name = models.CharField(_("issuer on certificates"), max_length=200, blank=True)
    issuer_url = models.URLField(_("issuer's address"), blank=True)
    support_contact = models.CharField(
        _("support contact on each lesson"),
        max_length=300,
        blank=True,
        help_text=_("A named person and how to reach them."),
    )
    concern_contact = models.CharField(
        _("outside contact for concerns"),
        max_length=300,
        blank=True,
        help_text=_("Somebody outside the training, for a concern about it."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("logo"), FieldPanel("accent")], _("Face")),
        MultiFieldPanel(
            [FieldPanel("zone"), FieldPanel("clinician_label"), FieldPanel("sender_name")]
        ),
        MultiFieldPanel([FieldPanel("issuer_name"), FieldPanel("issuer_url")], _("Certificates")),
        MultiFieldPanel(
            [FieldPanel("support_contact"), FieldPanel("concern_contact")], _("Contacts")
        ),
    ]

    class Meta:
        verbose_name = _("association")

    def __str__(self):
        return self.name

    @property
    def issuer(self) -> str:
        return self.issuer_name or self.name
