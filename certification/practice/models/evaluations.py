"""Evaluations: how a mentor, a clinician or the intern sees the work, by an agreed rubric."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from certification.practice.models.cases import Case
from certification.practice.models.columns import actor, both_or_neither, subject
from training_site.crypto.fields import EncryptedTextField
from training_site.crypto.public_id import PubliclyIdentified


class EvaluatorRole(models.TextChoices):
    MENTOR = "mentor", _("Mentor")
    CLINICIAN = "clinician", _("Clinician")
    INTERN = "intern", _("Intern, about their own work")


class EvaluationForm(PubliclyIdentified):
    """One row for every version of a form: its criteria and levels, as data.

    `rubric` is {"levels": [{"level", "word", "meaning"}…], "criteria": [{"code", "title", "asks",
    "area"}…]}. A form that has been used never changes (a trigger refuses it); another wording is
    another version.
    """

    code = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=10, choices=EvaluatorRole)
    title = models.CharField(max_length=200)
    guidance = models.TextField(blank=True)
    for_each_case = models.BooleanField(default=False)
    rubric = models.JSONField()
    pass_level = models.PositiveSmallIntegerField()
    effective_from = models.DateField()
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ["code", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "version"], name="certification_evaluation_form_version_once"
            )
        ]

    def __str__(self):
        return f"{self.code} {self.version}"


class EvaluationState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SIGNED = "signed", _("Signed")


class EvaluationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Its writer; and, once it is signed, the intern it is about."""
        return self.filter(Q(written_by=user) | Q(intern=user, state=EvaluationState.SIGNED))

    def of(self, intern):
        return self.filter(intern=intern)

    def signed(self):
        return self.filter(state=EvaluationState.SIGNED)

    def unread_by(self, intern):
        """Signed by somebody else, and not confirmed as read."""
        return self.of(intern).signed().filter(read_at=None).exclude(written_by=intern)


class Evaluation(PubliclyIdentified):
    """One row for every evaluation of an intern. Signed, it never changes (a trigger refuses it).

    `result` is the lowest level given: a form is passed where every criterion reaches its level.
    """

    form = models.ForeignKey(EvaluationForm, on_delete=models.PROTECT, related_name="evaluations")
    intern = subject("evaluations_of_work")
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="evaluations"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="evaluations_written",
    )
    levels = models.JSONField(default=dict, help_text="level by criterion")
    strengths = EncryptedTextField(_("what goes well"), blank=True)
    next_steps = EncryptedTextField(_("what to work on next"), blank=True)
    state = models.CharField(max_length=8, choices=EvaluationState, default=EvaluationState.DRAFT)
    result = models.PositiveSmallIntegerField(null=True)
    begun_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    typed_name = models.CharField(max_length=200, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    read_by = actor(null=True)
    read_at = models.DateTimeField(null=True, help_text="when the intern has read it")

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="certification_evaluation_signed_whole",
                condition=Q(state="draft", signed_at=None, result=None)
                | Q(state="signed", signed_at__isnull=False, result__isnull=False)
                & ~Q(typed_name="")
                & ~Q(content_hash=""),
            ),
            models.CheckConstraint(
                name="certification_evaluation_read_whole",
                condition=both_or_neither("read_by", "read_at"),
            ),
            models.CheckConstraint(
                name="certification_evaluation_read_by_its_intern",
                condition=Q(read_by=None) | Q(read_by=F("intern")),
            ),
            models.UniqueConstraint(
                fields=["form", "intern", "written_by"],
                condition=Q(state="draft", case=None),
                name="certification_one_draft_of_an_evaluation",
            ),
            models.UniqueConstraint(
                fields=["form", "intern", "written_by", "case"],
                condition=Q(state="draft"),
                name="certification_one_draft_of_an_evaluation_a_case",
            ),
        ]

    def __str__(self):
        return f"evaluation {self.public_id}"
