"""Forms of officers, decision-makers and the respondent. A refusal stands at the field it is about."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from certification.complaints.models.complaints import MeasureKind
from certification.complaints.models.findings import SanctionSaying
from certification.complaints.rules.policy import DAYS_TO_REVIEW_A_MEASURE
from certification.complaints.rules.provisions import PROVISIONS as CODES
from certification.complaints.rules.states import State as States
from certification.complaints.rules.states import Step, steps_open
from certification.complaints.wording import PROVISION_SOURCE, PROVISIONS
from certification.credentials.models import Certificate
from certification.credentials.rules.numbers import normalise
from certification.credentials.rules.replacing import LONGEST_SCOPE
from certification.decisions.rules.reviewing import LONGEST_REASONS
from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from training_site.accounts.models import User

LONGEST_CONTACT = 300
NOTE, EXTEND = "note", "extend"


def words(label, help_text="", *, rows: int = 5, required: bool = True) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=help_text,
        max_length=LONGEST_REASONS,
        required=required,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class PersonField(forms.CharField):
    """Somebody by the exact address or certificate number: nobody is offered from a list."""

    default_error_messages = {
        "nobody": _("Nobody here has this address or number. Look at it again, letter by letter.")
    }

    def __init__(self, **options):
        super().__init__(max_length=254, **options)

    def clean(self, value) -> User | None:
        typed = super().clean(value)
        if not typed:
            return None
        found = User.objects.filter(email__iexact=typed).first() or _holder_of(typed)
        if found is None:
            raise ValidationError(self.error_messages["nobody"], code="nobody")
        return found


def _holder_of(number: str) -> User | None:
    found = Certificate.objects.numbered(normalise(number)).select_related("holder").first()
    return found.holder if found else None


class FromConcernForm(ActionForm):
    """Who complained and how to reach them stand in the concern, or nowhere."""

    respondent = PersonField(
        label=_("About whom"),
        help_text=_("The exact e-mail address of the account, or a certificate number."),
    )
    allegation = words(
        _("What is said to have happened"),
        _(
            "In your words, for the respondent to read and to answer: facts and days. Nothing that "
            "tells who complained, no client, and “the respondent” in place of a name."
        ),
        rows=8,
    )
    provisions = forms.MultipleChoiceField(
        label=_("Which provisions it may touch"),
        help_text=PROVISION_SOURCE,
        choices=[(code, PROVISIONS[code]) for code in CODES],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one.")},
    )

    field_of = {
        "own_complaint": "respondent",
        "complains_of_themselves": "respondent",
        "reasons_too_short": "allegation",
        "reasons_too_long": "allegation",
        "received_in_future": "received_on",
    }


class DirectForm(FromConcernForm):
    """A complaint that came by letter, by telephone, or in person."""

    received_on = DayField(label=_("Received on"))
    complainant = PersonField(
        label=_("Who complained, where they have an account"),
        help_text=_("The exact address. Whoever has none is reached as they asked, below."),
        required=False,
    )
    reply_to = PlainTextField(
        label=_("How to reach who complained"),
        help_text=_("As they asked for it; kept encrypted. Empty, where they gave nothing."),
        max_length=LONGEST_CONTACT,
        required=False,
    )


class StepForm(ActionForm):
    """One step of those that lead on from here, with its words."""

    what = forms.ChoiceField(label=_("What"), widget=forms.RadioSelect)
    text = words(
        _("In words"),
        _(
            "A note is read by officers, and by the committee once there is one. Where it is not taken "
            "up, both sides read your reason: nothing in it tells who complained."
        ),
    )
    due_on = DayField(label=_("With more time: until, that day included"), required=False)

    field_of = {
        "extension_not_later": "due_on",
        "reasons_too_short": "text",
        "reasons_too_long": "text",
        "end_measures_first": "what",
    }
    OFFERED = {
        Step.DISMISS: _("It is not taken up"),
        Step.MEDIATE: _("Both sides have agreed to mediation"),
        Step.SETTLE: _("It is settled"),
        Step.LAY_BEFORE_COMMITTEE: _("Lay it before a committee"),
    }

    def __init__(self, *args, state: str, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [
            (step.value, self.OFFERED[step]) for step in steps_open(state, tuple(self.OFFERED))
        ]
        more_time = [(EXTEND, _("More time for the answer"))] if state != States.DECIDED else []
        self.fields["what"].choices = [(NOTE, _("A note")), *offered, *more_time]
        self.fields["what"].initial = NOTE


class MeasureForm(ActionForm):
    kind = forms.ChoiceField(
        label=_("Measure"),
        choices=[
            (MeasureKind.NO_NEW_CASES, _("No new cases: none is opened with this person")),
            (MeasureKind.NO_SIGNING, _("Signs no hours: what waits goes to the registrar at once")),
            (MeasureKind.NO_CONTACT, _("No contact: told to both sides, and kept by them")),
            (MeasureKind.UNLISTED, _("Not shown in the registry: the number still answers")),
            (MeasureKind.SUSPENSION, _("Suspension: a decision-maker carries it out, or does not")),
        ],
        widget=forms.RadioSelect,
    )
    reason = words(
        _("Why it is needed now"),
        _("The respondent reads it. It is no finding, and says nothing about who complained."),
    )
    review_on = DayField(
        label=_("Looked at again on"), help_text=_("It does not end by itself on that day.")
    )

    field_of = {
        "measure_holds": "kind",
        "no_certificate_to_act_on": "kind",
        "review_not_ahead": "review_on",
        "reasons_too_short": "reason",
        "reasons_too_long": "reason",
    }

    def __init__(self, *args, today, **kwargs):
        kwargs["initial"] = {"review_on": today + timedelta(days=DAYS_TO_REVIEW_A_MEASURE)}
        super().__init__(*args, **kwargs)


class LookAgainForm(ActionForm):
    """`may_end` is false for a suspension in force: a decision-maker ends that."""

    ENDS, GOES_ON = "ends", "goes_on"

    what = forms.ChoiceField(label=_("What now"), widget=forms.RadioSelect)
    review_on = DayField(label=_("If it goes on: looked at again on"), required=False)
    reason = words(_("Why"), _("Where it ends, the respondent reads this."))

    field_of = {
        "review_not_ahead": "review_on",
        "reasons_too_short": "reason",
        "reasons_too_long": "reason",
        "decision_maker_ends_suspension": "what",
    }

    def __init__(self, *args, may_end: bool, **kwargs):
        super().__init__(*args, **kwargs)
        ends = [(self.ENDS, _("It ends"))] if may_end else []
        self.fields["what"].choices = [(self.GOES_ON, _("It goes on")), *ends]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("what") == self.GOES_ON and not cleaned.get("review_on"):
            self.add_error("review_on", _("Choose the day of the next look."))
        return cleaned


class EndForm(ActionForm):
    reason = words(_("Why it ends"), _("The respondent reads this."))
    field_of = {"reasons_too_short": "reason", "reasons_too_long": "reason"}


class SayForm(ActionForm):
    what = forms.ChoiceField(label=_("How it stands"), widget=forms.RadioSelect)
    due_on = DayField(label=_("With more time: until, that day included"), required=False)
    text = words(_("In words"), _("What was seen, and where. The respondent reads it."))

    field_of = {
        "extension_not_later": "due_on",
        "reasons_too_short": "text",
        "reasons_too_long": "text",
    }

    def __init__(self, *args, on_certificate: bool, **kwargs):
        super().__init__(*args, **kwargs)
        left_out = {SanctionSaying.DONE} if on_certificate else set()
        offered = [one for one in SanctionSaying.choices if one[0] not in left_out]
        self.fields["what"].choices = offered


class CarryOutForm(ActionForm):
    scope = PlainTextField(
        label=_("The narrower scope"),
        help_text=_("Printed on the certificate and told to everybody who asks for its number."),
        max_length=LONGEST_SCOPE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    text = words(_("What you did"), _("Kept with the complaint; the respondent reads it."))

    field_of = {
        "name_the_certificate": "certificate",
        "scope_as_before": "scope",
        "scope_too_long": "scope",
        "reasons_too_short": "text",
        "reasons_too_long": "text",
    }

    certificate = forms.TypedChoiceField(
        label=_("Which certificate becomes narrower"), widget=forms.RadioSelect
    )

    field_order = ("certificate", "scope", "text")

    def __init__(self, *args, narrows: bool, certificates: list, **kwargs):
        super().__init__(*args, **kwargs)
        if not narrows:
            del self.fields["scope"]
        if not narrows or len(certificates) < 2:
            del self.fields["certificate"]
            return
        found = {str(one.public_id): one for one in certificates}
        self.fields["certificate"].coerce = found.get
        self.fields["certificate"].choices = [
            (key, f"{one.snapshot['scheme_title']}, {one.display_number}")
            for key, one in found.items()
        ]


class RespondForm(ActionForm):
    text = words(
        _("Your answer"),
        _(
            "In your own words, as long as you like. It stays as you give it; you can add more later."
        ),
        rows=8,
    )
    field_of = {"reasons_too_short": "text", "reasons_too_long": "text"}
