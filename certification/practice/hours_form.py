"""The form of one hour: for logging, changing, correcting, copying, and for asking beforehand."""

import zoneinfo
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from certification.practice.claims import Claim, zone_of
from certification.practice.fields import (
    ClockField,
    CountField,
    DayField,
    MinutesField,
    PlainTextField,
)
from certification.practice.forms import ActionForm
from certification.practice.models import Case, HoursEntry, SupervisionAgreement
from certification.practice.models.hours import NOTE_LENGTH, Category, Modality
from certification.practice.note_hints import hint_about
from certification.practice.rules.notes import marked
from training_site.content.areas import ContentArea


class HoursForm(ActionForm):
    """`draft_key` goes with a new entry: sent twice, it is one (see `actions.log_hours`)."""

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
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    note_checked = forms.BooleanField(
        label=_("Save it as it is: I have read it again, and it identifies nobody."),
        required=False,
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
    draft_key = forms.UUIDField(widget=forms.HiddenInput, required=False)

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
        "case_paused_then": "date",
        "group_size_needed": "group_size",
        "sent_already": "date",
    }

    def __init__(self, data=None, *, intern, entry: HoursEntry | None = None, initial=None):
        said = said_of(entry) if entry else {"draft_key": uuid4()}
        initial = {"zone": zone_of(intern), **said, **(initial or {})}
        super().__init__(data, initial=initial)
        self.fields["case"].queryset = Case.objects.of(intern)
        zones = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
        self.fields["zone"].choices = [(name, name) for name in zones]
        self._offer_agreements(intern)
        if entry:
            del self.fields["draft_key"]
        if not self._hint:
            del self.fields["note_checked"]

    def _offer_agreements(self, intern) -> None:
        approved = SupervisionAgreement.objects.of(intern).ever_approved().with_people()
        self.fields["agreement"].queryset = approved
        self.fields["agreement"].label_from_instance = _agreement_label
        if len(approved) < 2:
            del self.fields["agreement"]

    @property
    def _typed_note(self) -> str:
        note = self.data.get("note", "") if self.is_bound else ""
        return note[: 2 * NOTE_LENGTH]

    @cached_property
    def _hint(self) -> str:
        return hint_about(self._typed_note)

    @property
    def marked_note(self) -> list[tuple[str, bool]]:
        """The note with what was found in it, where there is something to look at."""
        return marked(self._typed_note) if self._hint else []

    def clean(self):
        cleaned = super().clean()
        if self._hint and not cleaned.get("note_checked"):
            self.add_error("note", ValidationError(self._hint, code="may_identify"))
        return cleaned

    def carry_out(self, action):
        """A form that was sent before with other details gets a key of its own for the next try."""
        done = super().carry_out(action)
        if self.has_error("date", "sent_already"):
            self.data = self.data.copy()
            self.data["draft_key"] = str(uuid4())
        return done

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


def said_of(entry: HoursEntry) -> dict:
    """What the form says of an entry."""
    names = ("category", "date", "start", "zone", "modality", "group_size", "note", "version")
    return {
        **{name: getattr(entry, name) for name in names},
        "minutes": in_clock(entry.minutes),
        "case": entry.case and entry.case.public_id,
        "content_areas": entry.content_areas,
        "agreement": entry.agreement.public_id,
    }


def in_clock(minutes: int) -> str:
    """As the field of the duration reads it: 45, 1:30."""
    return f"{minutes // 60}:{minutes % 60:02}" if minutes >= 60 else str(minutes)


def _agreement_label(agreement: SupervisionAgreement) -> str:
    return f"{agreement.mentor}, {agreement.clinician} ({agreement.starts_on:%-d %B %Y})"
