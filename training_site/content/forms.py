"""The form that signs a policy."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SignPolicyForm(forms.Form):
    typed_name = forms.CharField(
        label=_("Your name, typed, is your signature"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
