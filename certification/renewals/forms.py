"""The certificant's and the peer's forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField, MinutesField, PlainTextField
from certification.practice.forms import ActionForm
from certification.renewals.claims import Activity
from certification.renewals.models.education import CECategory, PeerJudgement
from certification.renewals.rules.education import LONGEST_ACTIVITY
from certification.renewals.rules.peers import LONGEST_TEXT
from certification.renewals.rules.renewing import DECLARATIONS
from certification.renewals.wording import DECLARATION_SENTENCES


class ClaimForm(ActionForm):
    """One activity, as its certificate of attendance names it."""

    category = forms.ChoiceField(
        label=_("What it was"), choices=CECategory.choices, widget=forms.RadioSelect
    )
    title = PlainTextField(label=_("Title"), max_length=200, help_text=_("Nothing about a client."))
    provider = PlainTextField(
        label=_("Provider"), max_length=200, help_text=_("Who held it, or with whom you met.")
    )
    date = DayField(label=_("Day"), help_text=_("Of several days, the last one."))
    minutes = MinutesField(
        most=LONGEST_ACTIVITY,
        help_text=_("The time it took, without breaks: 90, 1:30 or 1 h 30 min"),
    )

    field_of = {
        "activity_in_future": "date",
        "activity_before_term": "date",
        "activity_too_long": "minutes",
    }

    @property
    def activity(self) -> Activity:
        return Activity(**self.cleaned_data)


class HandInForm(ActionForm):
    declarations = forms.MultipleChoiceField(
        label=_("You declare"),
        choices=[(key, DECLARATION_SENTENCES[key]) for key in DECLARATIONS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please make all three declarations, or ask the registrar.")},
    )
    field_of = {"renewal_declarations_missing": "declarations"}


class AskForm(ActionForm):
    """By an exact address or number: there is no list of colleagues."""

    who = PlainTextField(
        label=_("E-mail address, or number of their certificate"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ReviewForm(ActionForm):
    held_on = DayField(label=_("Day of the conversation"))
    judgement = forms.ChoiceField(
        label=_("Your judgement"), choices=PeerJudgement.choices, widget=forms.RadioSelect
    )
    text = PlainTextField(
        label=_("In words"),
        help_text=_("What you talked about. Your colleague and staff read it; name no client."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    typed_name = PlainTextField(
        label=_("Your name, typed as your signature"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_of = {
        "conversation_in_future": "held_on",
        "words_too_short": "text",
        "reasons_too_long": "text",
        "typed_name_differs": "typed_name",
    }
