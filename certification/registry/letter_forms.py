"""The form by which anybody writes to a listed person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import PlainTextField
from certification.registry.rules.letters import (
    LONGEST_LINE,
    LONGEST_TEXT,
    SHORTEST_LINE,
    SHORTEST_TEXT,
)
from training_site.accounts.forms import clean_line


class LetterForm(forms.Form):
    sender = PlainTextField(
        label=_("Your name and profession"),
        min_length=SHORTEST_LINE,
        max_length=LONGEST_LINE,
        error_messages={"required": _("Say who you are: nobody answers a stranger.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    reply_to = PlainTextField(
        label=_("How to reach you"),
        help_text=_("An address or a telephone number of your practice. The answer comes there."),
        min_length=SHORTEST_LINE,
        max_length=LONGEST_LINE,
        error_messages={"required": _("Say where an answer reaches you: none comes here.")},
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )
    text = PlainTextField(
        label=_("Your message"),
        help_text=_("What you ask, in plain text. Please do not write a client's name."),
        min_length=SHORTEST_TEXT,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_sender(self):
        return clean_line(self.cleaned_data["sender"])

    def clean_reply_to(self):
        return clean_line(self.cleaned_data["reply_to"])

    @property
    def letter(self) -> dict:
        """What was written, and whether the field that people leave alone was filled by a machine."""
        said = dict(self.cleaned_data)
        return said | {"trapped": bool(said.pop("website"))}
