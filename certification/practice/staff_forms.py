"""The forms of the staff's practice desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models import JurisdictionPolicy
from certification.practice.models.places import PlaceStatus
from certification.practice.models.supervisors import HowSeen, SupervisorRole
from training_site.accounts.roles import Role


class VerifyForm(ActionForm):
    role = forms.ChoiceField(label=_("Signs as"))
    licence_number = PlainTextField(
        label=_("Number of the licence or certification"),
        max_length=100,
        help_text=_("Kept encrypted; shown to nobody but staff who record it."),
    )
    issuer = PlainTextField(label=_("Issued by"), max_length=200)
    jurisdiction = PlainTextField(label=_("Jurisdiction"), max_length=100, required=False)
    how = forms.ChoiceField(label=_("How you saw it"), choices=HowSeen.choices)
    seen_on = DayField(label=_("Seen on"))
    valid_from = DayField(label=_("Valid from"))
    valid_until = DayField(label=_("Valid until, that day included"))

    field_of = {"date_in_future": "seen_on", "ends_before_it_begins": "valid_until"}

    def __init__(self, data=None, *, person):
        super().__init__(data)
        held = [(role.value, role.label) for role in SupervisorRole if person.has_role(Role(role))]
        self.fields["role"].choices = held


class PlaceForm(ActionForm):
    place = PlainTextField(label=_("Place"), max_length=100)
    status = forms.ChoiceField(label=_("Practice there"), choices=PlaceStatus.choices)
    effective_from = DayField(label=_("From"))
    note = PlainTextField(
        label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self):
        cleaned = super().clean()
        place, day = cleaned.get("place"), cleaned.get("effective_from")
        answered = JurisdictionPolicy.objects.filter(place=place, effective_from=day)
        if place and day and answered.exists():
            self.add_error("effective_from", _("There is an answer from this day on already."))
        return cleaned


class EndForm(ActionForm):
    ended_on = DayField(label=_("Last day"))
    reason = PlainTextField(
        label=_("Reason, for the record"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    field_of = {"ends_before_it_begins": "ended_on"}


class WithdrawForm(ActionForm):
    withdrawn_from = DayField(label=_("No longer holds from"))
