"""The forms of leave and of membership."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models.leaves import MembershipKind


class LeaveForm(ActionForm):
    starts_on = DayField(label=_("First day away"))
    ends_on = DayField(
        label=_("Last day away"),
        required=False,
        help_text=_("Leave empty where you do not know it yet."),
    )

    field_of = {"leave_ends_before_it_begins": "ends_on", "leave_overlaps": "starts_on"}


class BackForm(ActionForm):
    last_day = DayField(label=_("Last day away"))

    field_of = {"leave_ends_before_it_begins": "last_day", "leave_not_longer": "last_day"}


class MembershipForm(ActionForm):
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until, that day included"))
    kind = forms.ChoiceField(label=_("Fee"), choices=MembershipKind.choices)
    reference = PlainTextField(
        label=_("Reference"),
        required=False,
        max_length=100,
        help_text=_("Where the payment or the waiver is kept; no payment is made here."),
    )

    field_of = {
        "membership_ends_before_it_begins": "ends_on",
        "membership_overlaps": "starts_on",
    }
