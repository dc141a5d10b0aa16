"""Forms of recalls."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.decisions.rules.reviewing import LONGEST_REASONS
from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models.supervisors import SupervisorRole
from certification.recalls.models.recalls import RecallOutcome
from training_site.accounts.models import User


class ProposeForm(ActionForm):
    """Whom it is about, by the exact address: nobody is offered from a list."""

    email = forms.EmailField(
        label=_("The supervisor's e-mail address"),
        help_text=_("Exactly, as the account has it. They must hold, or have held, an authority."),
        max_length=254,
    )
    role = forms.ChoiceField(
        label=_("Signed as"), choices=SupervisorRole.choices, widget=forms.RadioSelect
    )
    from_day = DayField(label=_("Not entitled from"))
    until_day = DayField(
        label=_("Until, that day included"),
        help_text=_("Empty: from then on, whatever is on record for later days."),
        required=False,
    )
    reason = PlainTextField(
        label=_("What was found, and where"),
        help_text=_(
            "Read by registrars and decision-makers; kept encrypted. No client, no clinic."
        ),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    field_of = {
        "recall_of_oneself": "email",
        "recall_touches_you_too": "email",
        "recall_proposed_already": "email",
        "recall_begins_later": "from_day",
        "recall_takes_nothing": "from_day",
        "dates_reversed": "until_day",
        "reasons_too_short": "reason",
        "reasons_too_long": "reason",
    }

    def clean(self):
        cleaned = super().clean()
        email, role = cleaned.get("email"), cleaned.get("role")
        if email and role:
            cleaned["supervisor"] = self._found(email, role)
        return cleaned

    def _found(self, email: str, role: str) -> User | None:
        held = User.objects.filter(email__iexact=email, supervisor_authorities__role=role)
        person = held.distinct().first()
        if person is None:
            self.add_error("email", _("Nobody with this address has an authority of this role."))
        return person

    @property
    def said(self) -> dict:
        return {key: value for key, value in self.cleaned_data.items() if key != "email"}


class OutcomeForm(ActionForm):
    """Only what can be decided of this person now."""

    outcome = forms.ChoiceField(label=_("What follows"), widget=forms.RadioSelect)
    text = PlainTextField(
        label=_("In words"),
        help_text=_("The person reads this."),
        max_length=LONGEST_REASONS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    due_on = DayField(
        label=_("Made up by, that day included"),
        help_text=_("Only where the hours are made up."),
        required=False,
    )

    field_of = {
        "recall_outcome_not_open": "outcome",
        "recall_outcome_needs_decider": "outcome",
        "recall_made_up_later": "due_on",
        "reasons_too_short": "text",
        "reasons_too_long": "text",
    }

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        labels = dict(RecallOutcome.choices)
        self.fields["outcome"].choices = [(one, labels[one]) for one in offered]
        if RecallOutcome.MADE_UP not in offered:
            del self.fields["due_on"]
