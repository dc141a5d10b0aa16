"""Asking to be kept out of sight, and answering it."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from certification.registry.rules.suppressing import LONGEST_REASON, Step, steps_open

HALF_A_YEAR = timedelta(days=183)
STEP_WORDS = {
    Step.APPROVE: _("Approve: it holds until it is looked at again"),
    Step.DECLINE: _("Decline: the holder may choose again, and nothing shows until then"),
    Step.KEEP: _("Keep it: it holds until it is looked at again"),
    Step.END: _("End it: the holder may choose again, and nothing shows until then"),
}


class SuppressionForm(ActionForm):
    reason = PlainTextField(
        label=_("Why"),
        help_text=_(
            "As much as somebody needs to understand the danger to you, your family or others. "
            "Registrars and decision-makers can read it; you see when one of them did."
        ),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    field_of = {"reason_too_short": "reason"}


class AnswerForm(ActionForm):
    """What leads on from where the request stands."""

    step = forms.ChoiceField(label=_("What happens"), widget=forms.RadioSelect)
    review_on = DayField(
        label=_("Looked at again on"),
        help_text=_("For approving or keeping. You are told on that day."),
        required=False,
    )
    text = PlainTextField(
        label=_("Answer"),
        help_text=_("The holder reads it. Needed where it is declined or ended."),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    field_of = {
        "reason_too_short": "text",
        "review_day_past": "review_on",
        "review_day_far": "review_on",
    }

    def __init__(self, *args, state: str, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = [(one.value, STEP_WORDS[one]) for one in steps_open(state)]
        self.fields["review_on"].initial = today + HALF_A_YEAR

    def clean_step(self):
        return Step(self.cleaned_data["step"])
