"""The one box strangers type in, and the holder's choices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.registry.models import RegistryListing
from certification.registry.rules.names import LONGEST_NAME
from training_site.accounts.forms import clean_line

LONGEST_TYPED = 300


class VerifyForm(forms.Form):
    q = forms.CharField(
        label=_("Number on the certificate"),
        help_text=_(
            "Fourteen letters and digits, with or without dashes; or the link from its QR code."
        ),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Type the number that is printed on the certificate.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "placeholder": "ABCD-EFGH-JKMN-P8",
            }
        ),
    )


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the person in front of you"),
        help_text=_("You are told whether it matches. It is compared and not kept."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class ListingForm(forms.ModelForm):
    class Meta:
        model = RegistryListing
        fields = ["name_shown", "listed", "region"]
        help_texts = {
            "name_shown": _("Otherwise a stranger types the name and is told whether it matches."),
            "listed": _("Anybody can then find your professional name without your number."),
            "region": _("Shown beside your name in the list, such as “South of England”."),
        }

    def clean_region(self):
        return clean_line(self.cleaned_data["region"])

    def clean(self):
        """Being listed shows the name; the form says so, and does not make anybody tick twice."""
        cleaned = super().clean()
        if cleaned.get("listed"):
            cleaned["name_shown"] = True
        return cleaned
