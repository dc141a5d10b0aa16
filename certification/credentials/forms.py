"""Forms about certificates."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from certification.credentials.models import RecordedCertification
from certification.credentials.rules.lifecycle import PAUSES, Change
from certification.credentials.rules.sharing import CHOICES
from certification.scheme.models import SchemeVersion
from training_site.accounts.forms import clean_line
from training_site.accounts.models import User

DAYS = ngettext_lazy("%d day", "%d days")
LOOKED_AT_WITHIN = timedelta(days=30)
CHANGE_WORDS = {
    Change.SUSPEND: _("Suspend: it shows as paused, and can be reinstated"),
    Change.KEEP_SUSPENDED: _("Keep it suspended: looked at again, and not over"),
    Change.REINSTATE: _("Reinstate: it counts again"),
    Change.WITHDRAW: _("Withdraw: it ends for good, and shows so"),
    Change.RESIGN: _("The holder has given it up: it ends for good"),
    Change.REPORT_DEATH: _("The holder has died: it ends"),
}


class ShareForm(forms.Form):
    label = forms.CharField(
        label=_("For whom"),
        help_text=_("For yourself, to know it again."),
        max_length=100,
        required=False,
    )
    days = forms.TypedChoiceField(
        label=_("It opens for"), coerce=int, choices=[(days, DAYS % days) for days in CHOICES]
    )

    def clean_label(self):
        return clean_line(self.cleaned_data["label"])


class ChangeForm(forms.Form):
    """What a person with this role can do to a certificate that stands so."""

    change = forms.ChoiceField(label=_("What happens"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The holder reads it; the public never does."),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    review_on = forms.DateField(
        label=_("Suspended: looked at again on"),
        help_text=_("It stays suspended after that day; you are reminded of it."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args, changes, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["change"].choices = [(one.value, CHANGE_WORDS[one]) for one in changes]
        self.fields["review_on"].initial = today + LOOKED_AT_WITHIN
        if not PAUSES.intersection(changes):
            del self.fields["review_on"]

    def clean_change(self):
        return Change(self.cleaned_data["change"])

    def clean(self):
        """A suspension has its day; for anything else the day that the form offers is left out."""
        cleaned = super().clean()
        if cleaned.get("change") not in PAUSES:
            cleaned["review_on"] = None
        elif not cleaned.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", _("Say on which day the suspension is looked at again."))
        return cleaned

    def field_of(self, reason: str) -> str:
        return "review_on" if reason.startswith("review_") else "reason"


class RecordForm(forms.ModelForm):
    field_of = {"date_in_future": "granted_on", "dates_reversed": "valid_until"}

    class Meta:
        model = RecordedCertification
        fields = ["holder", "scheme_version", "evidence", "granted_on", "valid_until"]
        widgets = {
            "granted_on": forms.DateInput(attrs={"type": "date"}),
            "valid_until": forms.DateInput(attrs={"type": "date"}),
            "evidence": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "evidence": _("What you have seen, when and how; no scan is kept."),
        }

    def __init__(self, *args, recorder, **kwargs):
        super().__init__(*args, **kwargs)
        people = User.objects.filter(is_active=True).exclude(pk=recorder.pk)
        self.fields["holder"].queryset = people.order_by("name")
        self.fields["scheme_version"].queryset = SchemeVersion.objects.select_related("scheme")
