"""What is sat, by which blueprint, and who may sit it when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.rules.review import ReviewOptions, Shown
from training_site.crypto.public_id import PubliclyIdentified

SHOWN = [
    (Shown.NOTHING, _("nothing yet")),
    (Shown.MARKS, _("marks, and marks for each outcome")),
    (Shown.ANSWERS, _("marks, answers, key and feedback")),
]


class AssessmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those that were ever granted to this person."""
        return self.filter(grants__learner=user).distinct()

    def drawing_from(self, bank):
        """Those whose attempts may show items of this bank."""
        return self.filter(models.Q(bank=bank) | models.Q(bank=None))


class Assessment(PubliclyIdentified):
    """One row for every assessment. Who is enrolled in what is not known here: see Grant.

    One without a bank of its own, such as a final examination, draws from every bank.
    After the last failure the key stays closed by default, because an extra attempt may follow.
    """

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)
    bank = models.ForeignKey(
        "assessments.ItemBank",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Without one, items of every bank are drawn by their outcome."),
    )
    draws = models.PositiveSmallIntegerField(_("questions in an attempt"))
    pass_marks = models.PositiveSmallIntegerField(_("marks needed"))
    attempts_allowed = models.PositiveSmallIntegerField(_("attempts"), default=3)
    cool_off_hours = models.PositiveSmallIntegerField(_("hours between attempts"), default=48)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    after_pass = models.CharField(
        _("after a pass"), max_length=10, choices=SHOWN, default=Shown.ANSWERS
    )
    after_fail = models.CharField(
        _("after a failure"), max_length=10, choices=SHOWN, default=Shown.MARKS
    )
    after_last_fail = models.CharField(
        _("after the last failure"), max_length=10, choices=SHOWN, default=Shown.MARKS
    )

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                name="assessments_pass_within_reach",
                condition=models.Q(pass_marks__gte=1, pass_marks__lte=models.F("draws")),
            ),
            models.CheckConstraint(
                name="assessments_time_is_some_or_none",
                condition=models.Q(minutes=None) | models.Q(minutes__gte=1),
            ),
        ]

    def __str__(self):
        return self.title

    def draws_by_outcome(self) -> dict[str, int]:
        """The blueprint as a plain value: how many items of each outcome an attempt shows."""
        return dict(self.blueprint.values_list("outcome__code", "draw"))

    @property
    def review_options(self) -> ReviewOptions:
        return ReviewOptions(self.after_pass, self.after_fail, self.after_last_fail)


class BlueprintRow(models.Model):
    """One row for every outcome of an assessment: how many of its items an attempt shows."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="blueprint")
    outcome = models.ForeignKey(
        "content.LearningOutcome", on_delete=models.PROTECT, related_name="+"
    )
    draw = models.PositiveSmallIntegerField(_("questions"))

    class Meta:
        ordering = ["outcome__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "outcome"], name="assessments_outcome_once_a_blueprint"
            ),
            models.CheckConstraint(
                name="assessments_blueprint_draws_something", condition=models.Q(draw__gte=1)
            ),
        ]

    def __str__(self):
        return f"{self.draw} of {self.outcome_id}"


class GrantQuerySet(models.QuerySet):
    def of(self, learner, assessment):
        return self.filter(learner=learner, assessment=assessment)

    def entry(self):
        """The grants that open the door, as opposed to those that add an attempt."""
        return self.filter(extra_attempts=0)


class Grant(PubliclyIdentified):
    """One row for leave to sit an assessment, and one for every extra attempt, with its reason.

    It comes from above (an enrolment, a member of staff); that is all assessments know of courses.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="grants")
    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assessment_grants"
    )
    opens = models.DateTimeField(_("opens"))
    closes = models.DateTimeField(_("closes"), null=True)
    extra_attempts = models.PositiveSmallIntegerField(_("extra attempts"), default=0)
    reason = models.TextField(_("reason"), blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField()

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("leave to sit")
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "learner"],
                condition=models.Q(extra_attempts=0),
                name="assessments_one_entry_grant",
            ),
            models.CheckConstraint(
                name="assessments_grant_closes_after_it_opens",
                condition=models.Q(closes=None) | models.Q(closes__gt=models.F("opens")),
            ),
            models.CheckConstraint(
                name="assessments_extra_attempt_has_a_reason",
                condition=models.Q(extra_attempts=0) | ~models.Q(reason=""),
            ),
            models.CheckConstraint(
                name="assessments_nobody_grants_themselves_more",
                condition=models.Q(extra_attempts=0)
                | models.Q(given_by__isnull=False) & ~models.Q(given_by=models.F("learner")),
            ),
        ]

    def __str__(self):
        return f"grant {self.public_id}"
