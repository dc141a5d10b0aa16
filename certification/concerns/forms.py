"""The form anybody may fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ConcernForm(forms.Form):
    text = forms.CharField(
        label=_("What happened, or what worries you"),
        help_text=_("As much or as little as you want. Please do not write a client's name."),
        max_length=10_000,
        error_messages={"required": _("Write a sentence or two, so that somebody can act on it.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    reply_to = forms.CharField(
        label=_("How to reach you"),
        help_text=_("Leave this empty to stay unknown. Then nobody can answer you."),
        max_length=300,
        required=False,
    )
    give_name = forms.BooleanField(label=_("Put my account's name to it"), required=False)

    def __init__(self, *args, signed_in: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not signed_in:
            del self.fields["give_name"]


class StepForm(forms.Form):
    text = forms.CharField(
        label=_("What was done"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 4})
    )
