"""Forms of conditions: up to three beside a decision, the applicant's word, the answer to it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.decisions.forms import DecisionForm
from certification.decisions.models.conditions import Saying
from certification.decisions.rules.conditions import KINDS, MOST_CONDITIONS, Asked
from certification.decisions.rules.reviewing import LONGEST_REASONS
from certification.decisions.wording import CONDITION_KINDS

LONGEST_TEXT = 2_000


class ConditionForm(forms.Form):
    """One condition; left empty as a whole it is none."""

    kind = forms.ChoiceField(
        label=_("What is asked for"),
        choices=[("", _("Nothing")), *((kind, CONDITION_KINDS[kind]) for kind in KINDS)],
        required=False,
    )
    text = forms.CharField(
        label=_("In words"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_on = forms.DateField(
        label=_("By when, that day included"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    shown_by = forms.ChoiceField(label=_("What shows that it is met"), required=False)

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, use_required_attribute=False, **kwargs)
        rows = application.evidence.get("requirements", [])
        self.fields["shown_by"].choices = [
            ("", _("A statement")),
            *((row["id"], row["title"]) for row in rows),
        ]

    @property
    def is_begun(self) -> bool:
        """Whether it came back with something in it, and so has to be seen."""
        return self.is_bound and any(self[name].value() for name in self.fields)

    def clean(self):
        values = super().clean()
        if not values.get("kind"):
            if values.get("text"):
                self.add_error("kind", _("Choose what is asked for from the list."))
            return values
        for name in ("text", "due_on"):
            if not values.get(name) and name not in self.errors:
                self.add_error(name, _("This belongs to the condition."))
        return values


class DecisionWithConditions(DecisionForm):
    """The decision and its conditions, which are forms of their own below it."""

    def __init__(self, data=None, *, application):
        super().__init__(data)
        self.conditions = [
            ConditionForm(data, application=application, prefix=f"condition{number}")
            for number in range(1, MOST_CONDITIONS + 1)
        ]

    def is_valid(self):
        rows = [one.is_valid() for one in self.conditions]
        return super().is_valid() and all(rows)

    @property
    def asked(self) -> list[Asked]:
        values = [one.cleaned_data for one in self.conditions]
        return [Asked(**one) for one in values if one["kind"]]


class DoneForm(forms.Form):
    text = forms.CharField(
        label=_("What you did"),
        help_text=_("A few sentences. Staff read them; write nothing about a client."),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class CloseForm(forms.Form):
    what = forms.ChoiceField(
        label=_("How it stands"),
        choices=[
            (Saying.MET, _("Met")),
            (Saying.NOT_MET, _("Not met")),
            (Saying.EXTENDED, _("More time")),
        ],
        widget=forms.RadioSelect,
    )
    due_on = forms.DateField(
        label=_("With more time: until, that day included"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    reason = forms.CharField(
        label=_("Your reasons"),
        help_text=_("The applicant reads them."),
        max_length=LONGEST_REASONS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
