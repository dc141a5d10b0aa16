"""The forms of incident reports. What could tell who a client is, is asked about before it is kept."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models import Case
from certification.practice.models.incidents import IncidentKind
from certification.practice.note_hints import hint_about

LONGEST = 6000


def _text(label, *, rows: int, **options) -> PlainTextField:
    area = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return PlainTextField(label=label, max_length=LONGEST, widget=area, **options)


class IncidentForm(ActionForm):
    kind = forms.ChoiceField(label=_("What it was about"), choices=IncidentKind.choices)
    on = DayField(label=_("Date"))
    case = forms.ModelChoiceField(
        Case.objects.none(),
        label=_("Case"),
        to_field_name="public_id",
        required=False,
        empty_label=_("No case: only the association reads it"),
        help_text=_("With a case, its two supervisors read the report as well and are told of it."),
        error_messages={"invalid_choice": _("Choose one of the cases that name you.")},
    )
    what_happened = _text(
        _("What happened"),
        rows=7,
        help_text=_(
            "Facts first, in the order they happened. Write no names; “the client” is enough."
        ),
    )
    done_at_once = _text(_("What was done at once"), rows=4, required=False)
    clinician_told = forms.BooleanField(label=_("The clinician knows"), required=False)
    mentor_told = forms.BooleanField(label=_("The mentor knows"), required=False)
    checked = forms.BooleanField(
        label=_("Save it as it is: I have read it again, and it identifies nobody."),
        required=False,
    )

    field_of = {"date_in_future": "on", "not_own_record": "case"}

    def __init__(self, data=None, *, reporter, clinician_label: str, initial=None):
        super().__init__(data, initial=initial)
        self.fields["case"].queryset = Case.objects.visible_to(reporter).select_related("intern")
        self.fields["case"].label_from_instance = lambda case: _name_for(case, reporter)
        self.fields["clinician_told"].label = _("The %(label)s knows") % {"label": clinician_label}
        if not self._hints:
            del self.fields["checked"]

    @cached_property
    def _hints(self) -> dict[str, str]:
        """By field, where something was found."""
        typed = {
            name: self.data.get(name, "")[:LONGEST] for name in ("what_happened", "done_at_once")
        }
        hints = {name: hint_about(text) for name, text in typed.items()}
        return {name: hint for name, hint in hints.items() if hint}

    def clean(self):
        cleaned = super().clean()
        if not cleaned.pop("checked", False):
            for name, hint in self._hints.items():
                self.add_error(name, ValidationError(hint, code="may_identify"))
        return cleaned


def _name_for(case: Case, person) -> str:
    return str(case) if case.intern_id == person.pk else f"{case}, {case.intern}"


class OutcomeForm(ActionForm):
    outcome = _text(
        _("What came of it"),
        rows=5,
        help_text=_("The reporter reads this, and so do the supervisors of the case it names."),
    )
