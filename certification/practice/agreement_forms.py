"""The forms of agreements: drafting one, answering one, naming somebody who is not here yet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models.agreements import Scope
from certification.practice.models.beginnings import ConflictKind
from certification.practice.models.supervisors import SupervisorRole
from training_site.accounts.models import User
from training_site.accounts.roles import Role


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
    scope = forms.ChoiceField(
        label=_("What it is for"),
        choices=Scope.choices,
        initial=Scope.FULL,
        widget=forms.RadioSelect,
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


class AnswerAgreementForm(ActionForm):
    typed_name = PlainTextField(
        label=_("Your name, typed, is your signature"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_of = {"typed_name_differs": "typed_name"}


class NominationForm(ActionForm):
    role = forms.ChoiceField(label=_("Signs as"), choices=SupervisorRole.choices)
    name = PlainTextField(
        label=_("Their professional name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("Their e-mail address"),
        max_length=254,
        help_text=_("The association writes to it; nobody else sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    field_of = {
        "nominated_already": "email",
        "not_own_supervisor": "email",
        "too_many_nominations": "email",
    }

    def __init__(self, data=None, *, clinician_label: str):
        super().__init__(data)
        labels = {"mentor": SupervisorRole.MENTOR.label, "clinician": clinician_label.capitalize()}
        self.fields["role"].choices = list(labels.items())


class ConflictForm(ActionForm):
    """Declared by the supervisor; staff name the supervisor as well."""

    kind = forms.ChoiceField(label=_("What it is"), choices=ConflictKind.choices)
    starts_on = DayField(label=_("From"))
    ends_on = DayField(
        label=_("Until, that day included"),
        required=False,
        help_text=_("Leave empty where it lasts."),
    )

    field_of = {"ends_before_it_begins": "ends_on", "conflict_declared_already": "starts_on"}


class StaffConflictForm(ConflictForm):
    supervisor = forms.ChoiceField(label=_("Supervisor"))

    field_order = ("supervisor", "kind", "starts_on", "ends_on")

    def __init__(self, data=None, *, agreement):
        super().__init__(data)
        self.fields["supervisor"].choices = [
            (role, agreement.supervisor(role).name) for role in ("mentor", "clinician")
        ]


class EndConflictForm(forms.Form):
    ended_on = DayField()
