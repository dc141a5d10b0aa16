"""The forms of supervised practice. A refusal of a rule is put at the field it is about."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError

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
            said = ValidationError(sentence(refused), code=refused.reason)
            self.add_error(self.field_of.get(refused.reason), said)
            return None
