"""The one row that says of a database: these people are invented."""

from django.db import models


class DemoMark(models.Model):
    """Present in every demo database. Without DEMO no process works on a database that has it."""

    made_at = models.DateTimeField(auto_now_add=True)
    loaded = models.CharField(
        max_length=64,
        blank=True,
        help_text="Fingerprint of the code and curriculum that were loaded last.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="demo_mark_is_one_row", condition=models.Q(id=1)),
        ]

    def __str__(self):
        return f"Demo database since {self.made_at:%Y-%m-%d}"
