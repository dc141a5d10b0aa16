"""The forms of what staff recognise for one intern."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models.cases import Closure
from certification.practice.models.hours import Category, Modality
from certification.practice.models.leaves import PersonMilestone
from certification.practice.rules.totals import read_total
from certification.scheme.models.credits import CreditKind
from certification.scheme.recognition import Creditable
from training_site.verdict import Refused
from training_site.wording import sentence

SEEN_BY_INTERN = _("The intern reads this on their path.")


class TotalField(forms.CharField):
    """A sum of hours; whole minutes come out, and None where nothing was asked for."""

    def __init__(self, **options):
        super().__init__(max_length=40, **options)

    def clean(self, value) -> int | None:
        typed = super().clean(value)
        try:
            return read_total(typed) if typed else None
        except Refused as refused:
            raise forms.ValidationError(sentence(refused), code=refused.reason) from refused


class CreditForm(ActionForm):
    kind = forms.ChoiceField(label=_("What"), choices=CreditKind.choices)
    requirement = forms.ChoiceField(label=_("Requirement"))
    minutes = TotalField(
        label=_("Duration"), required=False, help_text=_("Of an equivalence: 600, 10 h, 10:00")
    )
    reasons = PlainTextField(
        label=_("Reasons and evidence"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=SEEN_BY_INTERN,
    )

    field_of = {
        "credit_not_of_minutes": "requirement",
        "credit_unknown_requirement": "requirement",
        "credit_needs_minutes": "minutes",
        "waiver_without_minutes": "minutes",
    }

    def __init__(self, data=None, *, offered: list[Creditable]):
        super().__init__(data)
        self.fields["requirement"].choices = [(one.id, one.title) for one in offered]


class BalanceForm(ActionForm):
    category = forms.ChoiceField(label=_("What it was"), choices=Category.choices)
    minutes = TotalField(
        label=_("Duration"), help_text=_("All of it together: 20 h, 20:30 or minutes")
    )
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))
    modality = forms.ChoiceField(label=_("How they met"), choices=Modality.choices)
    case_label = PlainTextField(
        label=_("Case there"),
        required=False,
        max_length=2,
        help_text=_("A letter, never a name. Only where the hours are of one case."),
    )
    closure = forms.ChoiceField(
        label=_("How the case ended"), required=False, choices=[("", "–"), *Closure.choices]
    )
    evidence = PlainTextField(
        label=_("Evidence seen"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=SEEN_BY_INTERN,
    )

    field_of = {
        "balance_in_future": "last_day",
        "ends_before_it_begins": "last_day",
        "balance_more_than_its_days": "minutes",
    }

    def clean_case_label(self) -> str:
        label = self.cleaned_data["case_label"].upper()
        if label and not (label.isascii() and label.isalpha()):
            raise forms.ValidationError(_("Write a letter such as A."))
        return label

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("closure") and not cleaned.get("case_label"):
            self.add_error("case_label", _("Which case ended so?"))
        return cleaned


class MilestoneForm(ActionForm):
    name = forms.ChoiceField(label=_("What"), choices=PersonMilestone.choices)
    on = DayField(label=_("Date"))

    field_of = {"milestone_in_future": "on"}
