"""A learner's sittings: questions in the order drawn, answers as last acknowledged, exact marks."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from assessments.models.grant import Grant
from assessments.rules.terms import Terms
from training_site.crypto.public_id import PubliclyIdentified

IN_PROGRESS = "in_progress"
SUBMITTED = "submitted"
CLOSED = "closed"
ABANDONED = "abandoned"

MARKS = {"max_digits": 10, "decimal_places": 5}


class AttemptQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A person's own, and nobody else's."""
        return self.filter(learner=user)

    def of(self, learner, assessment):
        return self.filter(learner=learner, assessment=assessment)

    def in_progress(self):
        """Those that go on, or wait in their hours of grace to be handed in."""
        return self.filter(state=IN_PROGRESS)

    def ended(self):
        return self.exclude(state=IN_PROGRESS)

    def marked(self):
        """Ended, and every question of them marked: what certification may count."""
        return self.exclude(marks=None)

    def awaiting_marking(self):
        return self.filter(state__in=[SUBMITTED, CLOSED], marks=None)

    def past_their_end(self, moment):
        """Still open although their end lies before this moment."""
        return self.in_progress().filter(ends_at__lt=moment)

    def passes_of(self, learner):
        """The first pass of each assessment: what courses and certification count."""
        earlier = Attempt.objects.filter(
            learner=learner, assessment=OuterRef("assessment"), passed=True
        ).filter(
            Q(submitted_at__lt=OuterRef("submitted_at"))
            | Q(submitted_at=OuterRef("submitted_at"), pk__lt=OuterRef("pk"))
        )
        passed = self.filter(learner=learner, passed=True)
        return passed.exclude(Exists(earlier)).select_related("assessment")

    def used_up(self):
        """The last attempt of everybody who has none left and has not passed."""
        same = Q(learner=OuterRef("learner"), assessment=OuterRef("assessment"))
        of_same = Attempt.objects.filter(same)
        extra = Grant.objects.filter(same).order_by().values("learner")
        allowed = F("assessment__attempts_allowed") + Coalesce(
            Subquery(extra.annotate(more=Sum("extra_attempts")).values("more")), 0
        )
        return (
            self.ended()
            .exclude(Exists(of_same.filter(passed=True)))
            .exclude(Exists(of_same.awaiting_marking()))
            .exclude(Exists(of_same.filter(number__gt=OuterRef("number"))))
            .filter(number__gte=allowed)
            .select_related("assessment", "learner")
        )


class Attempt(PubliclyIdentified):
    """One row for every sitting, under the `terms` with which it began: later changes leave it be.

    submitted: handed in by the learner. closed: the time was up, and what had been saved was marked.
    abandoned: the time was up and its terms let it lapse; it counts as an attempt and has no marks.
    `marks` is None until every question is marked. What may be done when is in rules/deadlines.

    marks, max_marks, pass_marks and passed say what the newest Result says; a trigger holds them to it.
    """

    class State(models.TextChoices):
        IN_PROGRESS = IN_PROGRESS, _("in progress")
        SUBMITTED = SUBMITTED, _("submitted")
        CLOSED = CLOSED, _("closed when the time was up")
        ABANDONED = ABANDONED, _("abandoned")

    learner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attempts"
    )
    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.PROTECT, related_name="attempts"
    )
    form = models.ForeignKey("assessments.Form", on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.IN_PROGRESS)
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, db_index=True)
    submitted_at = models.DateTimeField(null=True)
    terms_document = models.JSONField(default=dict)
    added_minutes = models.PositiveSmallIntegerField(default=0)
    reopened = models.PositiveSmallIntegerField(default=0)
    seat = models.CharField(max_length=64, blank=True)
    furthest = models.PositiveSmallIntegerField(default=1)
    saves_failed = models.PositiveSmallIntegerField(default=0)
    pass_marks = models.DecimalField(**MARKS)
    max_marks = models.DecimalField(**MARKS)
    marks = models.DecimalField(**MARKS, null=True)
    passed = models.BooleanField(null=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt")
        ordering = ["assessment", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "assessment", "number"], name="assessments_attempt_number_once"
            ),
            models.UniqueConstraint(
                fields=["learner", "assessment"],
                condition=Q(state=IN_PROGRESS),
                name="assessments_one_open_attempt",
            ),
            models.CheckConstraint(
                name="assessments_marks_within_reach",
                condition=Q(marks=None) | Q(marks__lte=F("max_marks")),
            ),
            models.CheckConstraint(
                name="assessments_attempt_ended_whole",
                condition=Q(state=IN_PROGRESS, submitted_at=None, marks=None, passed=None)
                | Q(state=ABANDONED, submitted_at__isnull=False, marks=None, passed=None)
                | Q(state__in=[SUBMITTED, CLOSED], submitted_at__isnull=False)
                & (Q(marks=None, passed=None) | Q(marks__isnull=False, passed__isnull=False)),
            ),
            models.CheckConstraint(
                name="assessments_pass_needs_its_marks",
                condition=Q(passed=None)
                | Q(passed=True, marks__gte=F("pass_marks"))
                | Q(passed=False, marks__lt=F("pass_marks")),
            ),
        ]

    def __str__(self):
        return f"attempt {self.public_id}"

    @property
    def is_open(self) -> bool:
        return self.state == IN_PROGRESS

    @property
    def awaits_marking(self) -> bool:
        """Handed in, and a person has yet to mark something."""
        return self.state in (SUBMITTED, CLOSED) and self.marks is None

    @property
    def terms(self) -> Terms:
        return Terms.from_document(self.terms_document)


class AttemptItem(models.Model):
    """One row for every question of an attempt, with the layout of what it offers; drawn once, kept.

    `scored` is off for a question on trial. `checked_at` is when its feedback was asked for: from then
    on the answer stays. `marks` are those of the newest result.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    item_version = models.ForeignKey(
        "assessments.ItemVersion", on_delete=models.PROTECT, related_name="shown_in"
    )
    layout = models.JSONField(default=list)
    scored = models.BooleanField(default=True)
    flagged = models.BooleanField(default=False)
    checked_at = models.DateTimeField(null=True)
    marks = models.DecimalField(**MARKS, null=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "position"], name="assessments_attempt_position_once"
            ),
            models.UniqueConstraint(
                fields=["attempt", "item_version"], name="assessments_attempt_never_asks_twice"
            ),
        ]

    def __str__(self):
        return f"{self.attempt_id} question {self.position}"


class Response(models.Model):
    """One row for every question of an attempt, made with it: a save is then one small update.

    `sequence` counts the saves. A save names the sequence it was made upon, so a stale tab can't
    overwrite what another one saved. No save is an audit event; the submission is.
    """

    attempt_item = models.OneToOneField(
        AttemptItem, on_delete=models.PROTECT, related_name="response"
    )
    answer = models.JSONField(default=list)
    sequence = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True)

    def __str__(self):
        return f"response to {self.attempt_item_id}"
