"""What differs in a certificate that takes another's place, and why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.credentials.documents.snapshot import CertificateSnapshot
from certification.credentials.rules.replacing import LONGEST_SCOPE
from certification.decisions.rules.applying import LONGEST_NAME
from training_site.accounts.forms import clean_line, clean_name


class ReplacingForm(forms.Form):
    """Begins with what is printed now; a refusal shows at the field that it speaks of."""

    differs = ""
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("On what grounds, and what you have seen. The holder reads it; nobody else."),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def field_of(self, reason: str) -> str | None:
        if reason.startswith(f"{self.differs}_"):
            return self.differs
        return "reason" if reason.startswith("reason_") else None


class NameForm(ReplacingForm):
    differs = "name"
    name = forms.CharField(
        label=_("Name as it should be printed"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto"}),
    )
    field_order = ["name", "reason"]

    def __init__(self, *args, printed: CertificateSnapshot, **kwargs):
        super().__init__(*args, initial={"name": printed.holder_name}, **kwargs)

    def clean_name(self):
        return clean_name(self.cleaned_data["name"])


class ScopeForm(ReplacingForm):
    differs = "scope"
    scope = forms.CharField(
        label=_("Scope as it should be printed"),
        help_text=_("What this person is certified for from now on, in full."),
        max_length=LONGEST_SCOPE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ["scope", "reason"]

    def __init__(self, *args, printed: CertificateSnapshot, **kwargs):
        super().__init__(*args, initial={"scope": printed.scope}, **kwargs)

    def clean_scope(self):
        return clean_line(self.cleaned_data["scope"])
