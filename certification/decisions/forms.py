"""Forms of applicants, reviewers, decision-makers and staff."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.decisions.models.reviews import Recommendation
from certification.decisions.rules.applying import DECLARATIONS, LONGEST_NAME
from certification.decisions.rules.reasons import REASONS
from certification.decisions.rules.reviewing import LONGEST_REASONS
from certification.decisions.wording import DECLARATION_SENTENCES, REASON_SENTENCES
from training_site.accounts.forms import clean_line
from training_site.accounts.roles import Role


class ApplicationForm(forms.Form):
    """A draft may lack anything; handing in asks for all of it."""

    name = forms.CharField(
        label=_("Name on the certificate"),
        help_text=_("Your professional name, as it will be printed. It is fixed once issued."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    declarations = forms.MultipleChoiceField(
        label=_("What you declare"),
        choices=[(key, DECLARATION_SENTENCES[key]) for key in DECLARATIONS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick each of them, or keep this as a draft.")},
    )

    def __init__(self, *args, handing_in: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if self.is_bound and not handing_in:
            for field in self.fields.values():
                field.required = False

    def clean_name(self):
        return clean_line(self.cleaned_data["name"])


class CheckForm(forms.Form):
    note = forms.CharField(
        label=_("What is missing"),
        help_text=_("The applicant reads it. Leave it empty when all is there."),
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReviewForm(forms.Form):
    recommendation = forms.ChoiceField(
        label=_("Your recommendation"),
        choices=Recommendation.choices,
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(
        label=_("Your reasons"),
        help_text=_("In words that the applicant could read. They stay as you give them."),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class ConflictForm(forms.Form):
    reason = forms.CharField(
        label=_("What stands between you and this case"),
        help_text=_("A few words are enough. You are taken off the case, and it is no discredit."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Decision"), choices=Recommendation.choices, widget=forms.RadioSelect
    )
    reasons = forms.MultipleChoiceField(
        label=_("Reasons"),
        help_text=_("From the list of the outcome you chose, one or more."),
        widget=forms.CheckboxSelectMultiple,
    )
    text = forms.CharField(
        label=_("In words"),
        help_text=_(
            "The applicant reads this. What is to be done, and by when, goes into the conditions below."
        ),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = dict(Recommendation.choices)
        self.fields["reasons"].choices = [
            (labels[outcome], [(code, REASON_SENTENCES[code]) for code in codes])
            for outcome, codes in REASONS.items()
        ]


class OutsideForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(
        label=_("To do what"),
        choices=[
            (Role.REVIEWER, _("Review this case")),
            (Role.DECISION_MAKER, _("Decide this case")),
        ],
        widget=forms.RadioSelect,
        initial=Role.REVIEWER,
    )

    def clean_name(self):
        return clean_line(self.cleaned_data["name"])


class StatementForm(forms.Form):
    typed_name = forms.CharField(
        label=_("Your name, typed as your signature"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
