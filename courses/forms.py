"""What a learner writes."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReflectionForm(forms.Form):
    """The rule says what is too long or empty; the form only brings the text in, unchanged."""

    text = forms.CharField(
        label=_("Your reflection"), required=False, widget=forms.Textarea(attrs={"rows": 9})
    )
