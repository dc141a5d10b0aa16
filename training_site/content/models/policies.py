"""Policies in versions, and who signed which."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from training_site.crypto.public_id import PubliclyIdentified

NEWEST_FIRST = ("-effective_from", "-pk")


class PolicyVersionQuerySet(models.QuerySet):
    def reached(self, policy: str, day: date):
        """The versions of a policy that were in force on a day or before it, the newest first."""
        return self.filter(policy=policy, effective_from__lte=day).order_by(*NEWEST_FIRST)

    def in_force(self, policy: str, day: date):
        """The newest version of a policy that is effective on a day."""
        return self.reached(policy, day).first()


class PolicyVersion(PubliclyIdentified):
    """One row for every version of a policy. What was signed is never edited: a change is a version."""

    policy = models.SlugField(_("policy"), max_length=60)
    number = models.CharField(_("version"), max_length=20)
    title = models.CharField(_("title"), max_length=200)
    body = RichTextField(_("text"))
    effective_from = models.DateField(_("effective from"))
    asks_again = models.BooleanField(
        _("asks everybody to sign again"),
        default=True,
        help_text=_(
            "Leave it ticked when the duties change. Without it the version only corrects wording: "
            "a signature of the one before goes on counting."
        ),
    )

    objects = PolicyVersionQuerySet.as_manager()
    panels = [
        FieldPanel(name)
        for name in ("policy", "number", "title", "body", "effective_from", "asks_again")
    ]

    class Meta:
        verbose_name = _("policy version")
        ordering = ["policy", "-effective_from"]
        constraints = [
            models.UniqueConstraint(fields=["policy", "number"], name="content_policy_version_once")
        ]

    def __str__(self):
        return f"{self.title} ({self.number})"


class AttestationQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person).select_related("version")

    def newest_of(self, person, version):
        """The last time this person signed this version; None: never."""
        return self.of(person).filter(version=version).order_by("-at", "-pk").first()


class Attestation(PubliclyIdentified):
    """One row for every time a person signed a policy version, with the name they typed.

    A version can be signed again, since a signature may count for some months only; `signed_on` is
    the association's civil day, and there is one signature a day at most.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attestations"
    )
    version = models.ForeignKey(
        PolicyVersion, on_delete=models.PROTECT, related_name="attestations"
    )
    typed_name = models.CharField(_("name as typed"), max_length=200)
    at = models.DateTimeField()
    signed_on = models.DateField()

    objects = AttestationQuerySet.as_manager()

    class Meta:
        verbose_name = _("attestation")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "version", "signed_on"], name="content_attested_once_a_day"
            )
        ]

    def __str__(self):
        return f"{self.person_id} signed {self.version_id}"
