"""Forms of appeals."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.appeals.models.appeals import Follows, RulingOutcome
from certification.appeals.rules.appealing import FOLLOWS, REASONS
from certification.appeals.wording import REASON_SENTENCES
from certification.decisions.rules.reviewing import LONGEST_REASONS


class AppealForm(forms.Form):
    reasons = forms.CharField(
        label=_("What you think was overlooked or wrong"),
        help_text=_(
            "It is kept encrypted and read by those who answer. Write nothing about a client."
        ),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Answer"), choices=RulingOutcome.choices, widget=forms.RadioSelect
    )
    follows = forms.ChoiceField(label=_("What follows"), widget=forms.RadioSelect)
    reasons = forms.MultipleChoiceField(
        label=_("Reasons"),
        choices=[(code, REASON_SENTENCES[code]) for code in REASONS],
        widget=forms.CheckboxSelectMultiple,
    )
    text = forms.CharField(
        label=_("In words"),
        help_text=_("The appellant reads this."),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args, against: str, **kwargs):
        super().__init__(*args, **kwargs)
        possible = {one for some in FOLLOWS[against].values() for one in some}
        choices = [(value, label) for value, label in Follows.choices if value in possible]
        self.fields["follows"].choices = choices
