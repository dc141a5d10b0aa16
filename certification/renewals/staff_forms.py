"""The registrar's and the decision-maker's forms."""

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from certification.decisions.rules.reviewing import LONGEST_REASONS
from certification.practice.fields import PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models.supervisors import HowSeen
from certification.renewals.models.renewals import RenewalOutcome
from certification.renewals.rules.education import LONGEST_REASON
from certification.renewals.rules.reasons import REASONS
from certification.renewals.wording import REASON_SENTENCES
from training_site.crypto.public_id import public_id_in


class AcceptForm(ActionForm):
    """Those ticked, each by its id and the fingerprint of what stood beside it."""

    seen = forms.MultipleChoiceField(
        widget=forms.MultipleHiddenInput, error_messages={"required": _("Tick at least one.")}
    )
    how_seen = forms.ChoiceField(
        label=_("How the documents were seen"),
        choices=HowSeen.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how the documents were seen.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ticked = self.data.getlist("seen") if hasattr(self.data, "getlist") else []
        self.fields["seen"].choices = [(one, one) for one in ticked]

    def clean_seen(self) -> dict[UUID, str]:
        pairs = [one.partition(":") for one in self.cleaned_data["seen"]]
        ids = {public_id_in(number): mark for number, _colon, mark in pairs}
        if None in ids:
            raise ValidationError(_("Tick at least one."))
        return ids


class DeclineForm(ActionForm):
    reason = PlainTextField(
        label=_("Why it does not count"),
        help_text=_("The certificant reads this, and can claim it anew."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    field_of = {"reason_too_short": "reason", "reasons_too_long": "reason"}


class ReturnForm(ActionForm):
    answer = PlainTextField(
        label=_("What is missing"),
        help_text=_("The certificant reads this, completes it and hands in again."),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    field_of = {"reasons_too_short": "answer", "reasons_too_long": "answer"}


class DecideForm(ActionForm):
    outcome = forms.ChoiceField(
        label=_("Decision"), choices=RenewalOutcome.choices, widget=forms.RadioSelect
    )
    reasons = forms.MultipleChoiceField(
        label=_("Reasons"),
        help_text=_("Each belongs to one outcome."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one reason from the list.")},
    )
    text = PlainTextField(
        label=_("In words"),
        help_text=_("The certificant reads this."),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    field_of = {
        "name_a_reason": "reasons",
        "reason_of_another_outcome": "reasons",
        "reasons_too_short": "text",
        "reasons_too_long": "text",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = dict(RenewalOutcome.choices)
        self.fields["reasons"].choices = [
            (labels[outcome], [(code, REASON_SENTENCES[code]) for code in codes])
            for outcome, codes in REASONS.items()
        ]
