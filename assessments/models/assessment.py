"""What is sat, by which blueprint, and under which terms."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.rules.review import ReviewOptions
from assessments.rules.terms import Terms
from training_site.crypto.public_id import PubliclyIdentified

OVERDUE = [
    ("autosubmit", _("what was saved is handed in")),
    ("grace", _("it can still be handed in for some hours, without new answers")),
    ("abandon", _("it is not counted unless it was handed in")),
]
NAVIGATION = [
    ("free", _("free")),
    ("sequential", _("one after the other, without going back")),
]
FEEDBACK = [
    ("deferred", _("after the attempt")),
    ("immediate", _("after each question, which then stays as it is")),
]
BANDS = [
    ("", _("any")),
    ("easy", _("easy")),
    ("medium", _("medium")),
    ("hard", _("hard")),
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
    `review` is a document of rules/review: an empty one means the default. After the last failure the
    key stays closed unless it says otherwise, because an extra attempt may follow.
    `settled_by` and `settled_at`: whose settings these are, where they are no longer the curriculum's.
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
    overdue = models.CharField(
        _("when the time is up"), max_length=10, choices=OVERDUE, default="autosubmit"
    )
    grace_hours = models.PositiveSmallIntegerField(_("hours of grace"), default=24)
    navigation = models.CharField(
        _("order of answering"), max_length=10, choices=NAVIGATION, default="free"
    )
    page_size = models.PositiveSmallIntegerField(
        _("questions on a page"), default=0, help_text=_("0: all on one page.")
    )
    feedback = models.CharField(_("feedback"), max_length=10, choices=FEEDBACK, default="deferred")
    pilots = models.PositiveSmallIntegerField(
        _("questions on trial"), default=0, help_text=_("Piloted items shown along, unmarked.")
    )
    review = models.JSONField(_("what is shown when"), default=dict)
    second_marking = models.BooleanField(_("two markers"), default=False)
    tolerance = models.DecimalField(
        _("marks by which two markers may differ"), max_digits=6, decimal_places=2, default=1
    )

    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, editable=False)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                name="assessments_pass_needs_something", condition=models.Q(pass_marks__gte=1)
            ),
            models.CheckConstraint(
                name="assessments_time_is_some_or_none",
                condition=models.Q(minutes=None) | models.Q(minutes__gte=1),
            ),
            models.CheckConstraint(
                name="assessments_settled_by_somebody_at_some_time",
                condition=models.Q(settled_by=None, settled_at=None)
                | models.Q(settled_by__isnull=False, settled_at__isnull=False),
            ),
        ]

    def __str__(self):
        return self.title

    def draws_by_outcome(self) -> dict[str, int]:
        """How many items of each outcome an attempt shows, whatever their difficulty."""
        rows = self.blueprint.order_by("outcome__code").values("outcome__code")
        return dict(rows.annotate(sum=models.Sum("draw")).values_list("outcome__code", "sum"))

    def wanted(self) -> dict[tuple[str, str], int]:
        """The blueprint as a plain value: how many items of an outcome and a band of difficulty."""
        rows = self.blueprint.values_list("outcome__code", "difficulty", "draw")
        return {(code, band): draw for code, band, draw in rows}

    @property
    def terms(self) -> Terms:
        """The terms under which an attempt would begin now."""
        return Terms(
            minutes=self.minutes,
            overdue=self.overdue,
            grace_hours=self.grace_hours,
            navigation=self.navigation,
            page_size=self.page_size,
            feedback=self.feedback,
        )

    @property
    def review_options(self) -> ReviewOptions:
        return ReviewOptions.from_document(self.review)


class BlueprintRow(models.Model):
    """One row for every outcome of an assessment, or band of difficulty in it: how many are shown."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="blueprint")
    outcome = models.ForeignKey(
        "content.LearningOutcome", on_delete=models.PROTECT, related_name="+"
    )
    difficulty = models.CharField(
        _("difficulty"), max_length=10, choices=BANDS, blank=True, default=""
    )
    draw = models.PositiveSmallIntegerField(_("questions"))

    class Meta:
        ordering = ["outcome__code", "difficulty"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "outcome", "difficulty"],
                name="assessments_band_once_a_blueprint",
            ),
            models.CheckConstraint(
                name="assessments_blueprint_draws_something", condition=models.Q(draw__gte=1)
            ),
        ]

    def __str__(self):
        return f"{self.draw} of {self.outcome_id}"
