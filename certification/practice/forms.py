"""The forms of supervised practice. A refusal of a rule is put at the field it is about."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import (
    DayField,
)
from certification.practice.models.cases import Closure
from training_site.verdict import Refused
from training_site.wording import sentence


class ActionForm(forms.Form):
    """A form whose last word has an action's rules."""

    field_of: dict[str, str] = {}

    def carry_out(self, action: Callable):
        """What the action returns; None where it was refused, the sentence then being at its field."""
        if not self.is_valid():
            return None
        try:
            return action()
        except Refused as refused:
            self.add_error(self.field_of.get(refused.reason), sentence(refused))
            return None


class OpenCaseForm(ActionForm):
    opened_on = DayField(label=_("Opened on"), help_text=_("The day of the opening meeting."))

    field_of = {"agreement_not_begun": "opened_on", "date_in_future": "opened_on"}


class CloseCaseForm(ActionForm):
    closure = forms.ChoiceField(
        label=_("How it ended"), choices=Closure.choices, widget=forms.RadioSelect
    )
    closed_on = DayField(label=_("Last day"))

    field_of = {"date_in_future": "closed_on", "case_closed_before_its_hours": "closed_on"}
