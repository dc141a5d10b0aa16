"""What finished sittings say about an assessment and its items: worked out by a job, read by pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.assessment import Assessment
from assessments.models.bank import Item
from assessments.rules.statistics.samples import warning
from assessments.scope import assessments_of


class AssessmentStatistic(models.Model):
    """One row for every assessment that was analysed. Derived: each analysis replaces the last.

    Scores are shares of the marks that each candidate could have had, 0 to 1; None where a figure is
    not defined. `document` holds the reliability of each form that enough candidates sat.
    """

    assessment = models.OneToOneField(
        Assessment, on_delete=models.CASCADE, related_name="statistic"
    )
    computed_at = models.DateTimeField()
    sittings = models.PositiveIntegerField()
    mean_score = models.FloatField(null=True)
    standard_deviation = models.FloatField(null=True)
    document = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("analysis of an assessment")
        ordering = ["assessment"]

    def __str__(self):
        return f"analysis of {self.assessment_id}"

    @property
    def warning(self) -> str:
        return warning(self.sittings)


class ItemStatisticQuerySet(models.QuerySet):
    def visible_to(self, user):
        """To an instructor: where both the item and the assessment are of their programmes."""
        return self.filter(
            item_version__item__in=Item.objects.visible_to(user),
            assessment__in=Assessment.objects.filter(assessments_of(user)),
        )


class ItemStatistic(models.Model):
    """One row for every item version in every assessment that was analysed. Derived, as above.

    `item_rest` is the corrected discrimination. `document` holds what was done with the options, the
    lines of the plot, and how far two markers agree.
    """

    assessment = models.ForeignKey(
        Assessment, on_delete=models.CASCADE, related_name="item_statistics"
    )
    item_version = models.ForeignKey(
        "assessments.ItemVersion", on_delete=models.CASCADE, related_name="statistics"
    )
    computed_at = models.DateTimeField()
    sittings = models.PositiveIntegerField()
    facility = models.FloatField(null=True)
    standard_deviation = models.FloatField(null=True)
    item_total = models.FloatField(null=True)
    item_rest = models.FloatField(null=True)
    upper_lower = models.FloatField(null=True)
    document = models.JSONField(default=dict)

    objects = ItemStatisticQuerySet.as_manager()

    class Meta:
        verbose_name = _("analysis of an item")
        ordering = ["assessment", "item_version"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "item_version"], name="assessments_item_analysed_once"
            )
        ]

    def __str__(self):
        return f"analysis of {self.item_version_id} in {self.assessment_id}"

    @property
    def warning(self) -> str:
        return warning(self.sittings)
