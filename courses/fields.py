"""Form fields for what people type: days and words."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 2000, 2100


class DayField(forms.DateField):
    """A civil date of our time."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {
        "invalid": _("Write a date such as 2026-11-02 (year, month, day)."),
        "year": _("Check the year of this date."),
    }

    def __init__(self, **options):
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"], **options)

    def to_python(self, value) -> date | None:
        day = super().to_python(value)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["year"], code="year")
        return day


class MinutesField(forms.IntegerField):
    """Whole minutes of one day."""

    def __init__(self, *, least: int = 0, **options):
        super().__init__(min_value=least, max_value=24 * 60, **options)


def lines(rows: int, **options) -> forms.CharField:
    """Several lines of plain text."""
    options.setdefault("max_length", 4000)
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **options)
