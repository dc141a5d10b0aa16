"""Forms of a person's own account. Text is normalised at this edge."""

import unicodedata
import zoneinfo
from uuid import UUID

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from training_site.accounts.actions.invitations import INVITATION_DAYS
from training_site.accounts.cohorts import cohorts
from training_site.accounts.models import User
from training_site.accounts.roles import REGISTRAR_INVITES, Role

INVISIBLE = {"Cf", "Cc"}  # bidi and zero-width marks, control characters


def clean_line(text: str) -> str:
    """One line of ordinary text: NFC, no control, bidi or zero-width characters, single spaces."""
    kept = "".join(
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in INVISIBLE
    )
    return " ".join(kept.split())


def clean_name(text: str) -> str:
    """A line that still says something once what nobody can see is taken away."""
    name = clean_line(text)
    if not name:
        raise forms.ValidationError(_("Write a name that can be read."), code="required")
    return name


# days an invitation lasts, as staff may choose
TERMS = [(7, _("One week")), (INVITATION_DAYS, _("Two weeks")), (30, _("Thirty days"))]


class OpenAccountForm(forms.Form):
    name = forms.CharField(
        label=_("Your name, as it should stand on a certificate"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("A password"),
        help_text=_("At least 15 characters; a sentence is good."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_name(self):
        return clean_name(self.cleaned_data["name"])

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password, User(name=self.cleaned_data.get("name", ""), email=self.email))
        return password


class PreferencesForm(forms.ModelForm):
    zone = forms.ChoiceField(
        label=_("Your time zone"),
        required=False,
        help_text=_("For times shown to you. Leave empty for the association's."),
    )

    class Meta:
        model = User
        fields = ["zone", "mail_off"]
        help_texts = {"mail_off": _("What needs your answer by a date is still mailed.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        names = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
        self.fields["zone"].choices = [("", _("The association's"))] + [
            (name, name) for name in names
        ]


class InviteForm(forms.Form):
    """Who is invited to which role. Only administrators invite to roles other than learners'."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"))
    cohort_id = forms.TypedChoiceField(
        label=_("Cohort"),
        required=False,
        coerce=UUID,
        empty_value=None,
        help_text=_(
            "For trainees: the group they start with. Without one they start on their own."
        ),
    )
    days = forms.TypedChoiceField(
        label=_("The link works for"), coerce=int, choices=TERMS, initial=INVITATION_DAYS
    )

    def __init__(self, *args, inviter, **kwargs):
        super().__init__(*args, **kwargs)
        everyone = inviter.has_role(Role.ADMINISTRATOR)
        self.fields["role"].choices = [
            (role.value, role.label) for role in Role if everyone or role in REGISTRAR_INVITES
        ]
        self.fields["cohort_id"].choices = [("", _("No cohort")), *cohorts()]

    def clean_name(self):
        return clean_name(self.cleaned_data["name"])


class IdentityForm(forms.Form):
    seen_on = forms.DateField(
        label=_("Day on which age and identity were seen"),
        help_text=_("The date and your name are kept. No copy of a document is."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    take = forms.BooleanField(label=_("Take it away"), required=False)
