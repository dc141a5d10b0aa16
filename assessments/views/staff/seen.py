"""What of assessments a member of staff sees in the admin, and how a refusal finds its field."""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment, Attempt
from assessments.scope import assessments_of
from training_site.content.association import association
from training_site.verdict import Refused
from training_site.wording import sentence


def assessments_seen_by(user):
    """Those of the programmes one teaches in; the office sees all."""
    return Assessment.objects.filter(assessments_of(user))


def attempts_seen_by(user):
    return Attempt.objects.filter(assessment__in=assessments_seen_by(user))


def tried(form: forms.Form, act: Callable[[], object], fields: Mapping[str, str]) -> bool:
    """Whether the action was done. A refusal stands at the field that it is about, else above all."""
    try:
        act()
    except Refused as refused:
        form.add_error(fields.get(refused.reason), sentence(refused))
        return False
    return True


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("It stays on record."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class InstantField(forms.DateTimeField):
    """A day and a time of day in the association's zone, whatever zone the server keeps."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value) -> datetime | None:
        with timezone.override(ZoneInfo(association().zone)):
            return super().to_python(value)

    def prepare_value(self, value):
        with timezone.override(ZoneInfo(association().zone)):
            return super().prepare_value(value)
