"""The forms of supervised practice. A refusal of a rule is put at the field it is about."""

import zoneinfo
from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from certification.practice.claims import Claim, zone_of
from certification.practice.fields import (
    ClockField,
    CountField,
    DayField,
    MinutesField,
    PlainTextField,
)
from certification.practice.models import Case, HoursEntry, SupervisionAgreement
from certification.practice.models.cases import Closure
from certification.practice.models.hours import NOTE_LENGTH, Category, Modality
from certification.practice.rules.notes import identifiers_in
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.areas import ContentArea
from training_site.verdict import Refused
from training_site.wording import sentence

NOTE_WARNING = _(
    "This looks as if it held a name, a date or an address that could tell who the client is ({kinds}). "
    "Please take it out, or confirm below that it identifies nobody."
)
KINDS = {"mail": _("an e-mail address"), "phone": _("a telephone number"), "date": _("a date")}


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
            self.add_error(self.field_of.get(refused.reason), sentence(refused))
            return None


class HoursForm(ActionForm):
    category = forms.ChoiceField(label=_("What it was"), choices=Category.choices)
    date = DayField(label=_("Date"))
    start = ClockField(label=_("Began at"))
    minutes = MinutesField()
    case = forms.ModelChoiceField(
        Case.objects.none(),
        label=_("Case"),
        to_field_name="public_id",
        required=False,
        empty_label=_("No case"),
        error_messages={"invalid_choice": _("Choose one of your own cases.")},
    )
    modality = forms.ChoiceField(label=_("How you met"), choices=Modality.choices)
    group_size = CountField(
        label=_("People in the group"), required=False, help_text=_("Only for group supervision.")
    )
    note = PlainTextField(
        label=_("Learning note"),
        required=False,
        max_length=NOTE_LENGTH,
        help_text=_(
            "What you learned, never who it was. Your supervisor reads it; 300 characters."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note_checked = forms.BooleanField(
        label=_("I have read my note again: it identifies nobody."), required=False
    )
    content_areas = forms.MultipleChoiceField(
        label=_("Content areas"),
        required=False,
        choices=ContentArea.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    zone = forms.ChoiceField(label=_("Time zone of the start"))
    agreement = forms.ModelChoiceField(
        SupervisionAgreement.objects.none(),
        label=_("Agreement"),
        to_field_name="public_id",
        required=False,
        empty_label=_("The one in force on that day"),
        error_messages={"invalid_choice": _("Choose one of your own agreements.")},
    )
    version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)

    field_of = {
        "day_too_full": "minutes",
        "time_skipped": "start",
        "entry_overlaps": "start",
        "entry_in_future": "date",
        "entry_not_over_yet": "minutes",
        "agreement_missing": "date",
        "agreement_not_begun": "date",
        "agreement_over": "date",
        "not_admitted_then": "category",
        "place_not_allowed": "category",
        "case_needed": "case",
        "case_not_open_yet": "case",
        "case_closed_then": "case",
        "group_size_needed": "group_size",
    }

    def __init__(self, data=None, *, intern, entry: HoursEntry | None = None, initial=None):
        initial = {"zone": zone_of(intern), **(initial or {}), **(_said(entry) if entry else {})}
        super().__init__(data, initial=initial)
        self.fields["case"].queryset = Case.objects.of(intern)
        zones = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
        self.fields["zone"].choices = [(name, name) for name in zones]
        self._offer_agreements(intern)
        if not self._suspects():
            del self.fields["note_checked"]

    def _offer_agreements(self, intern) -> None:
        approved = SupervisionAgreement.objects.of(intern).ever_approved().with_people()
        self.fields["agreement"].queryset = approved
        self.fields["agreement"].label_from_instance = _agreement_label
        if len(approved) < 2:
            del self.fields["agreement"]

    def _suspects(self) -> tuple[str, ...]:
        note = self.data.get("note", "") if self.is_bound else ""
        return identifiers_in(note[: 2 * NOTE_LENGTH])

    def clean(self):
        cleaned = super().clean()
        kinds = self._suspects()
        if kinds and not cleaned.get("note_checked"):
            named = ", ".join(str(KINDS[kind]) for kind in kinds)
            self.add_error("note", ValidationError(str(NOTE_WARNING).format(kinds=named)))
        return cleaned

    @property
    def claim(self) -> Claim:
        said = self.cleaned_data
        return Claim(
            category=said["category"],
            date=said["date"],
            start=said["start"],
            minutes=said["minutes"],
            modality=said["modality"],
            zone=said["zone"],
            case=said["case"],
            group_size=said["group_size"],
            content_areas=tuple(said["content_areas"]),
            note=said["note"],
            agreement=said.get("agreement"),
        )

    @property
    def seen_version(self) -> int:
        """The version the page was opened with; a body that tells none has seen nothing."""
        told = self.cleaned_data["version"]
        return int(told) if told.isascii() and told.isdigit() else 0


def _agreement_label(agreement: SupervisionAgreement) -> str:
    return f"{agreement.mentor}, {agreement.clinician} ({agreement.starts_on:%-d %B %Y})"


def _said(entry: HoursEntry) -> dict:
    names = ("category", "date", "start", "zone", "modality", "group_size", "note", "version")
    return {
        **{name: getattr(entry, name) for name in names},
        "minutes": f"{entry.minutes // 60}:{entry.minutes % 60:02}"
        if entry.minutes >= 60
        else entry.minutes,
        "case": entry.case and entry.case.public_id,
        "content_areas": entry.content_areas,
        "agreement": entry.agreement.public_id,
    }


class AgreementForm(ActionForm):
    mentor = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Your mentor"),
        to_field_name="public_id",
        empty_label=_("Choose"),
    )
    clinician = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Your clinician"),
        to_field_name="public_id",
        empty_label=_("Choose"),
    )
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(
        label=_("Last day"), required=False, help_text=_("Leave empty where no end is agreed.")
    )
    typed_name = PlainTextField(
        label=_("Your name, typed, is your signature"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_of = {
        "three_people_needed": "clinician",
        "not_a_mentor": "mentor",
        "not_a_clinician": "clinician",
        "ends_before_it_begins": "ends_on",
        "typed_name_differs": "typed_name",
    }

    def __init__(self, data=None, *, intern, clinician_label: str):
        super().__init__(data)
        others = User.objects.exclude(pk=intern.pk).order_by("name")
        self.fields["mentor"].queryset = others.holding(Role.MENTOR)
        self.fields["clinician"].queryset = others.holding(Role.CLINICIAN)
        self.fields["clinician"].label = _("Your %(label)s") % {"label": clinician_label}


class OpenCaseForm(ActionForm):
    opened_on = DayField(label=_("Opened on"), help_text=_("The day of the opening meeting."))

    field_of = {"agreement_not_begun": "opened_on", "date_in_future": "opened_on"}


class CloseCaseForm(ActionForm):
    closure = forms.ChoiceField(
        label=_("How it ended"), choices=Closure.choices, widget=forms.RadioSelect
    )
    closed_on = DayField(label=_("Last day"))

    field_of = {"date_in_future": "closed_on", "case_closed_before_its_hours": "closed_on"}


class SignForm(ActionForm):
    """`shown` carries the hash of the sheet that this page shows."""

    shown = forms.CharField(widget=forms.HiddenInput, max_length=64)
    typed_name = PlainTextField(
        label=_("Your name, typed, is your signature"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_of = {"typed_name_differs": "typed_name"}


class ReturnForm(ActionForm):
    comment = PlainTextField(
        label=_("What should be looked at again?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    field_of = {"comment_needed": "comment"}


class AnswerAgreementForm(ActionForm):
    typed_name = PlainTextField(
        label=_("Your name, typed, is your signature"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_of = {"typed_name_differs": "typed_name"}
