"""Forms of a person's own account. Text is normalised at this edge."""

import unicodedata
import zoneinfo

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from training_site.accounts.models import User

INVISIBLE = {"Cf", "Cc"}  # bidi and zero-width marks, control characters


def clean_line(text: str) -> str:
    """One line of ordinary text: NFC, no control, bidi or zero-width characters, single spaces."""
    kept = "".join(
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in INVISIBLE
    )
    return " ".join(kept.split())


class OpenAccountForm(forms.Form):
    name = forms.CharField(
        label=_("Your name, as it should stand on a certificate"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("A password"),
        help_text=_("At least 15 characters; a sentence is good."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_name(self):
        return clean_line(self.cleaned_data["name"])

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password, User(name=self.cleaned_data.get("name", "")))
        return password


class PreferencesForm(forms.ModelForm):
    zone = forms.ChoiceField(
        label=_("Your time zone"),
        required=False,
        help_text=_("For times shown to you. Leave empty for the association's."),
    )

    class Meta:
        model = User
        fields = ["zone", "mail_off"]
        help_texts = {"mail_off": _("What needs your answer by a date is still mailed.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        names = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
        self.fields["zone"].choices = [("", _("The association's"))] + [
            (name, name) for name in names
        ]
