"""Form fields that read what people type, and nothing that only a computer takes for a number."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from certification.practice.rules.minutes import MOST, read_minutes, visible
from training_site.verdict import Refused
from training_site.wording import sentence

FIRST_YEAR, LAST_YEAR = 2000, 2100
DIGITS = re.compile(r"[0-9]{1,6}")


class MinutesField(forms.CharField):
    """A duration; whole minutes come out. `most` is for what may take longer than a day."""

    def __init__(self, *, most: int = MOST, **options):
        self.most = most
        options.setdefault("label", _("Duration"))
        options.setdefault("help_text", _("90, 1:30 or 1 h 30 min"))
        super().__init__(max_length=40, **options)

    def clean(self, value):
        typed = super().clean(value)
        try:
            return read_minutes(typed, self.most)
        except Refused as refused:
            raise ValidationError(sentence(refused), code=refused.reason) from refused


class DayField(forms.DateField):
    """A civil date in ASCII digits, of our time."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {
        "invalid": _("Write a date such as 2026-11-02 (year, month, day)."),
        "year": _("Check the year of this date."),
    }

    def __init__(self, **options):
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"], **options)

    def to_python(self, value) -> date | None:
        if isinstance(value, str) and not value.isascii():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        day = super().to_python(value)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["year"], code="year")
        return day


class ClockField(forms.TimeField):
    """A time of day, to the minute."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    default_error_messages = {"invalid": _("Write a time such as 14:30.")}

    def __init__(self, **options):
        super().__init__(input_formats=["%H:%M", "%H.%M"], **options)

    def to_python(self, value):
        if isinstance(value, str) and not value.isascii():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class CountField(forms.CharField):
    """A small whole number in ASCII digits; `5_0` and `٣` are none."""

    default_error_messages = {"invalid": _("Write a whole number, such as 4.")}

    def __init__(self, **options):
        super().__init__(max_length=20, **options)
        self.widget.attrs["inputmode"] = "numeric"

    def clean(self, value) -> int | None:
        typed = super().clean(value)
        if not typed:
            return None
        if not DIGITS.fullmatch(typed):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(typed)


class PlainTextField(forms.CharField):
    """Text without what can't be seen: bidi and zero-width marks, control characters."""

    def to_python(self, value):
        return visible(super().to_python(value)).strip()
