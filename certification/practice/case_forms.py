"""The forms about a case: opening, its steps, pauses, intensive plans, other supervisors, closing."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField
from certification.practice.forms import ActionForm
from certification.practice.models import SupervisionAgreement
from certification.practice.models.case_events import MilestoneKind, PauseReason
from certification.practice.models.cases import Closure
from training_site.content.templatetags.triad import longdate


class OpenCaseForm(ActionForm):
    opened_on = DayField(label=_("Opened on"), help_text=_("The day of the opening meeting."))

    field_of = {"agreement_not_begun": "opened_on", "date_in_future": "opened_on"}


class CloseCaseForm(ActionForm):
    closure = forms.ChoiceField(
        label=_("How it ended"),
        choices=[
            (Closure.PLANNED, _("As planned, after the closure meeting of the three")),
            (Closure.UNPLANNED, _("Interrupted: it broke off, or ended before it could be closed")),
        ],
        widget=forms.RadioSelect,
    )
    closed_on = DayField(label=_("Last day"))

    field_of = {
        "closure_meeting_missing": "closure",
        "date_in_future": "closed_on",
        "case_closed_before_its_hours": "closed_on",
    }


class StepForm(ActionForm):
    """Steps attested already are offered as well: their date can be put right."""

    kind = forms.ChoiceField(label=_("What took place"), widget=forms.RadioSelect)
    on = DayField(label=_("Date"))

    field_of = dict.fromkeys(
        [
            "date_in_future",
            "step_before_the_case",
            "step_after_the_case",
            "closure_before_opening",
            "opening_after_closure",
        ],
        "on",
    ) | {"step_already_attested": "kind"}

    def __init__(self, data=None, *, attested: dict, is_open: bool, initial=None):
        super().__init__(data, initial=initial)
        self.fields["kind"].choices = [
            (kind.value, _step_label(kind, attested))
            for kind in MilestoneKind
            if is_open or kind not in attested
        ]


def _step_label(kind: MilestoneKind, attested: dict) -> str:
    if kind not in attested:
        return str(kind.label)
    said = {"step": kind.label, "day": longdate(attested[kind])}
    return _now("%(step)s (put right the date, %(day)s)") % said


class PauseForm(ActionForm):
    starts_on = DayField(label=_("Paused from"))
    ends_on = DayField(
        label=_("Last day of the pause"),
        required=False,
        help_text=_("Only if it is known already; the pause then ends by itself."),
    )
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=PauseReason.choices,
        widget=forms.RadioSelect,
        help_text=_("Nothing about the client. The other two talk with you about the rest."),
    )

    field_of = {
        "date_in_future": "starts_on",
        "pause_before_the_case": "starts_on",
        "pause_overlaps": "starts_on",
        "session_in_the_pause": "starts_on",
        "ends_before_it_begins": "ends_on",
    }


class ResumeForm(ActionForm):
    last_day = DayField(
        label=_("Last day of the pause"), help_text=_("Sessions may take place from the next day.")
    )

    field_of = {"date_in_future": "last_day", "ends_before_it_begins": "last_day"}


class IntensiveForm(ActionForm):
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"), help_text=_("At most 14 days, both included."))

    field_of = {
        "intensive_too_soon": "starts_on",
        "intensive_overlaps": "starts_on",
        "intensive_too_long": "ends_on",
        "ends_before_it_begins": "ends_on",
    }


class HandOverForm(ActionForm):
    agreement = forms.ModelChoiceField(
        SupervisionAgreement.objects.none(),
        label=_("The agreement it goes to"),
        to_field_name="public_id",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "invalid_choice": _("Choose an agreement of yours that is in force today.")
        },
    )

    field_of = {"case_there_already": "agreement", "agreement_not_in_force_today": "agreement"}

    def __init__(self, data=None, *, offered):
        super().__init__(data)
        self.fields["agreement"].queryset = offered
        self.fields["agreement"].label_from_instance = _both


def _both(agreement: SupervisionAgreement) -> str:
    return _now("%(mentor)s and %(clinician)s, since %(day)s") % {
        "mentor": agreement.mentor,
        "clinician": agreement.clinician,
        "day": longdate(agreement.counts_from),
    }
