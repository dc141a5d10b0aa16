"""The one box strangers type in, and the holder's choices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.registry.models import RegistryListing
from certification.registry.rules.listing import Choice, Level, chosen
from certification.registry.rules.names import LONGEST_NAME
from training_site.accounts.forms import clean_line

LONGEST_TYPED = 300
LEVELS = [
    (Level.NUMBER, _("By number only")),
    (Level.LISTED, _("In the public list")),
    (Level.LETTERS, _("In the public list, with letters through this site")),
]


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


class ListingForm(forms.Form):
    """How a stranger can come upon the holder, and whether a number shows the name."""

    level = forms.ChoiceField(
        label=_("How strangers can come upon you"), choices=LEVELS, widget=forms.RadioSelect
    )
    region = forms.CharField(
        label=_("Region"),
        help_text=_("Shown beside your name in the list, such as “South of England”. No address."),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    name_shown = forms.BooleanField(
        label=_("Show my name to whoever types my number"),
        help_text=_(
            "Otherwise they type the name and are told whether it matches. Being in the list "
            "needs it, and switches it on."
        ),
        required=False,
    )

    def clean_region(self):
        return clean_line(self.cleaned_data["region"])

    @property
    def choice(self) -> Choice:
        """What was chosen, as it is settled: nobody has to tick twice."""
        said = self.cleaned_data
        return chosen(Level(said["level"]), name_shown=said["name_shown"], region=said["region"])

    @staticmethod
    def initial_of(listing: RegistryListing) -> dict:
        choice = Choice(listing.name_shown, listing.listed, listing.region, listing.contactable)
        return {
            "level": choice.level,
            "region": choice.region,
            "name_shown": choice.name_shown,
        }
