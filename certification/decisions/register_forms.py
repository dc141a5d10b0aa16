"""Forms of the reviewer register and of interests declared in advance."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.decisions.models import Calibration, OutsideInvitation, RegisteredReviewer
from certification.practice.fields import CountField, DayField, PlainTextField
from certification.practice.forms import ActionForm
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.wording import sentence

DATES = ("confidentiality_on", "active_from", "active_until")
LONGEST_COMPETENCE = 2_000


class EntryForm(forms.ModelForm):
    """What an entry says; whose it is stays."""

    competence = PlainTextField(
        label=_("Competence"),
        help_text=_("What this person knows that a review needs."),
        max_length=LONGEST_COMPETENCE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta:
        model = RegisteredReviewer
        fields = ["competence", "seat", *DATES]
        widgets = {
            name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d") for name in DATES
        } | {"seat": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seat"].choices = RegisteredReviewer._meta.get_field("seat").choices

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("active_from"), cleaned.get("active_until")
        if first and last and last < first:
            self.add_error("active_until", sentence("dates_reversed"))
        return cleaned


class RegisterForm(EntryForm):
    class Meta(EntryForm.Meta):
        fields = ["person", *EntryForm.Meta.fields]

    def __init__(self, *args, keeper, **kwargs):
        super().__init__(*args, **kwargs)
        limited = OutsideInvitation.objects.people_limited_to(Role.REVIEWER)
        reviewers = User.objects.holding(Role.REVIEWER).filter(reviewer_entry=None)
        reviewers = reviewers.exclude(pk__in=limited).exclude(pk__in=_here_for_a_committee())
        self.fields["person"].queryset = reviewers.exclude(pk=keeper.pk).order_by("name")


def _here_for_a_committee():
    """Who came for one committee alone: the role goes when that is done."""
    return User.objects.filter(
        outside_committees__ended_at=None, outside_committees__brought_role=True
    )


class RetireForm(forms.Form):
    last_day = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))


class CalibrationForm(ActionForm):
    held_on = DayField(label=_("Day"))
    exercise = PlainTextField(
        label=_("Exercise"),
        help_text=_("Which dossiers were judged; no names."),
        max_length=Calibration._meta.get_field("exercise").max_length,
    )
    judged = CountField(label=_("Judgements made"))
    agreed = CountField(
        label=_("Of these, as had been agreed"),
        help_text=_("How many were those that the group had agreed on before."),
    )

    field_of = {"calibration_lies_ahead": "held_on", "calibration_agreed_within_judged": "agreed"}


class InterestForm(ActionForm):
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Exactly, as this person's account has it."),
        max_length=254,
    )
    reason = PlainTextField(
        label=_("Why, for yourself"),
        help_text=_("Kept encrypted and shown to nobody, not even on this page. You may leave it."),
        max_length=LONGEST_COMPETENCE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    field_of = {"interest_in_oneself": "email", "interest_declared_already": "email"}

    def clean_email(self):
        """The person, by exactly this address."""
        person = User.objects.filter(email__iexact=self.cleaned_data["email"]).first()
        if person is None:
            raise forms.ValidationError(_("Nobody here has this address."))
        return person
