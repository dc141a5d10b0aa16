"""Forms around a committee: calling it, and what its members do."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.complaints.forms import words
from certification.complaints.models.committee import Finding
from certification.complaints.models.findings import SanctionKind
from certification.complaints.rules.policy import MOST_SANCTIONS
from certification.complaints.rules.sanctions import Given
from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from training_site.accounts.forms import clean_name

SHORT = 2_000


class CallForm(ActionForm):
    person = forms.ChoiceField(label=_("Who"), widget=forms.RadioSelect)
    chairs = forms.BooleanField(label=_("Chairs the committee"), required=False)

    field_of = {"cannot_sit": "person"}

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        able = [one.person for one in candidates if one.verdict]
        self.people = {str(one.public_id): one for one in able}
        self.fields["person"].choices = [(key, one.name) for key, one in self.people.items()]

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]


class InviteForm(ActionForm):
    name = PlainTextField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)

    field_of = {"cannot_sit": "email"}

    def clean_name(self):
        return clean_name(self.cleaned_data["name"])


class AcceptForm(ActionForm):
    confidential = forms.BooleanField(
        label=_(
            "I keep what I read and hear confidential, now and afterwards, and make no copy of it."
        ),
        required=False,
    )
    free = forms.BooleanField(
        label=_(
            "Nothing stands between me and anybody who may be concerned; if I recognise somebody "
            "later, I say so and step back."
        ),
        required=False,
    )


class StepBackForm(ActionForm):
    reason = words(
        _("Why you step back"),
        _("A few words are enough; officers read them. It is no discredit."),
        rows=3,
    )
    field_of = {"say_why_you_step_back": "reason"}


class VoteForm(ActionForm):
    finding = forms.ChoiceField(
        label=_("Your finding"), choices=Finding.choices, widget=forms.RadioSelect
    )
    reasons = words(
        _("Your reasons"),
        _("From what both sides have said. The others read them once all votes are in."),
        rows=8,
    )
    sanctions = forms.MultipleChoiceField(
        label=_("What should follow"),
        help_text=_("A proposal. Write in your reasons what you mean by it."),
        choices=SanctionKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    field_of = {"reasons_too_short": "reasons", "reasons_too_long": "reasons"}


class SanctionForm(forms.Form):
    """One sanction; left empty as a whole it is none."""

    kind = forms.ChoiceField(
        label=_("What follows"), choices=[("", _("Nothing")), *SanctionKind.choices], required=False
    )
    text = PlainTextField(
        label=_("In words"),
        max_length=SHORT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_on = DayField(label=_("By when, that day included"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)

    def clean(self):
        values = super().clean()
        if not values.get("kind"):
            if values.get("text") or values.get("due_on"):
                self.add_error("kind", _("Choose what follows from the list."))
            return values
        for name in ("text", "due_on"):
            if not values.get(name) and name not in self.errors:
                self.add_error(name, _("This belongs to the sanction."))
        return values


class FindingForm(ActionForm):
    """The committee's reasons, and up to three things that follow, which are forms of their own."""

    reasons = words(
        _("The committee's reasons"),
        _(
            "The respondent reads them. Write what was found, from what, and what was not; nothing "
            "that tells who complained."
        ),
        rows=10,
    )
    field_of = {"reasons_too_short": "reasons", "reasons_too_long": "reasons"}

    def __init__(self, data=None, *, follows: bool):
        """`follows`: whether anything can follow from what was found."""
        super().__init__(data)
        numbers = range(1, MOST_SANCTIONS + 1) if follows else ()
        self.sanctions = [SanctionForm(data, prefix=f"sanction{number}") for number in numbers]

    def is_valid(self):
        rows = [one.is_valid() for one in self.sanctions]
        return super().is_valid() and all(rows)

    @property
    def given(self) -> list[Given]:
        return [Given(**one.cleaned_data) for one in self.sanctions if one.cleaned_data["kind"]]
