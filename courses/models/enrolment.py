"""Who studies what, with whom, and what they completed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from training_site.crypto.public_id import PubliclyIdentified


class Pacing(models.TextChoices):
    SELF_PACED = "self_paced", _("Self-paced: everything is open from the first day")
    PACED = "paced", _("Paced: modules open one after the other, by its schedule")


class Cohort(PubliclyIdentified):
    """One row for every group that starts a programme together. Invitations can name it.

    Days are civil dates in the association's zone; `ends_on` is the last day to study, included.
    """

    programme = models.ForeignKey(
        "courses.ProgrammePage",
        verbose_name=_("programme"),
        on_delete=models.PROTECT,
        related_name="cohorts",
    )
    title = models.CharField(_("title"), max_length=120)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_("Until this day, included, lessons can be studied. Empty: without an end."),
    )
    pacing = models.CharField(
        _("pace"), max_length=20, choices=Pacing.choices, default=Pacing.SELF_PACED
    )
    preparation = models.TextField(
        _("to prepare"),
        blank=True,
        help_text=_("What learners read and arrange before the first day. They see it until then."),
    )

    panels = [
        FieldPanel("programme"),
        FieldPanel("title"),
        MultiFieldPanel(
            [FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("pacing")], _("Time")
        ),
        FieldPanel("preparation"),
    ]

    class Meta:
        verbose_name = _("cohort")
        ordering = ["-starts_on", "title"]
        constraints = [
            models.CheckConstraint(
                name="courses_cohort_ends_after_it_starts",
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("The last day lies before the first one."),
            )
        ]

    def __str__(self):
        return self.title


def cohorts_to_name() -> list[tuple[str, str]]:
    """For the invitation form: the newest cohorts first, with the programme they start in."""
    listed = Cohort.objects.select_related("programme")
    return [
        (str(cohort.public_id), f"{cohort.title}, {cohort.programme.title}") for cohort in listed
    ]


class EnrolmentQuerySet(models.QuerySet):
    def active(self):
        return self.filter(ended_at=None)

    def visible_to(self, user):
        """A person's own."""
        return self.filter(learner=user)

    def with_pace(self):
        """With what says when its modules open."""
        return self.select_related("programme", "cohort")


class Enrolment(PubliclyIdentified):
    """One row for every time a person took up a programme.

    `last_day` is this learner's own; it was given by an Extension, whose row says why.
    """

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="enrolments"
    )
    programme = models.ForeignKey(
        "courses.ProgrammePage", on_delete=models.PROTECT, related_name="enrolments"
    )
    cohort = models.ForeignKey(
        Cohort, null=True, on_delete=models.PROTECT, related_name="enrolments"
    )
    enrolled_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    last_day = models.DateField(_("last day"), null=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        ordering = ["enrolled_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "programme"],
                condition=models.Q(ended_at=None),
                name="courses_enrolled_once",
            ),
            models.CheckConstraint(
                name="courses_enrolment_ends_after_it_began",
                condition=models.Q(ended_at=None) | models.Q(ended_at__gte=models.F("enrolled_at")),
            ),
        ]

    def __str__(self):
        return f"enrolment {self.public_id}"


class CourseCompletion(PubliclyIdentified):
    """One row for every course a person completed. A lesson added later does not take it away."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="completions")
    course_code = models.SlugField(_("course"), max_length=40)
    completed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("completed course")
        ordering = ["completed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "course_code"], name="courses_completed_once"
            )
        ]

    def __str__(self):
        return f"{self.course_code} {self.public_id}"
