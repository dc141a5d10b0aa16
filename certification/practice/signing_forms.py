"""The forms around a signature: signing, returning, contesting, deciding, paper."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import DayField, PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models.contests import ContestReason

NAME_IS_SIGNATURE = _("Your name, typed, is your signature")
LONG = 4000


class IdsField(forms.Field):
    """Public ids, as ticked boxes send them."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value) -> list[uuid.UUID]:
        try:
            return [uuid.UUID(one) for one in value or ()]
        except (TypeError, ValueError) as error:
            raise ValidationError(_("Tick lines of this list.")) from error


class SignForm(ActionForm):
    """`shown` carries the hash of the sheet that this page shows, `entries` what is ticked."""

    shown = forms.CharField(widget=forms.HiddenInput, max_length=64)
    entries = IdsField(
        error_messages={"required": _("Tick at least one line. Nothing was signed.")}
    )
    typed_name = PlainTextField(
        label=NAME_IS_SIGNATURE,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_of = {"typed_name_differs": "typed_name"}


class SignManyForm(ActionForm):
    """One name under several sheets; `entries` are the ticked lines of all of them."""

    entries = IdsField(
        error_messages={"required": _("Tick at least one line. Nothing was signed.")}
    )
    typed_name = PlainTextField(
        label=NAME_IS_SIGNATURE,
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


def _telling(label, *, rows: int = 5, **options) -> PlainTextField:
    widget = forms.Textarea(attrs={"rows": rows})
    return PlainTextField(label=label, max_length=LONG, widget=widget, **options)


class ContestForm(ActionForm):
    """Which lines, and why. The lines are those of one supervisor."""

    reason = forms.ChoiceField(
        label=_("What is the matter?"),
        choices=[
            (one.value, one.label)
            for one in (ContestReason.SILENT, ContestReason.REFUSED, ContestReason.UNREACHABLE)
        ],
        widget=forms.RadioSelect,
    )
    entries = IdsField(error_messages={"required": _("Tick the lines that it is about.")})
    statement = _telling(
        _("What happened"),
        required=False,
        help_text=_(
            "Your supervisor and the registrar read it. Say nothing that could tell who a client is."
        ),
    )

    field_of = {
        "contest_statement_needed": "statement",
        "signer_has_time_left": "reason",
        "contest_of_one_signer": "entries",
    }


class LatenessForm(ActionForm):
    entries = IdsField(error_messages={"required": _("Tick the lines that it is about.")})
    statement = _telling(
        _("Why they were late"),
        help_text=_("The registrar reads it. Say nothing that could tell who a client is."),
    )

    field_of = {"contest_statement_needed": "statement", "contest_of_one_signer": "entries"}


class AnswerContestForm(ActionForm):
    answer = _telling(
        _("Your answer"),
        help_text=_("Once, and kept. The intern and the registrar read it."),
    )

    field_of = {"comment_needed": "answer"}


class DecideForm(ActionForm):
    upheld = forms.TypedChoiceField(
        label=_("Decision"),
        choices=[("yes", _("Upheld: the hours stand")), ("no", _("Not upheld"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        empty_value=None,
    )
    reasons = _telling(_("Reasons"), help_text=_("The intern and the supervisor read them."))

    field_of = {"reasons_needed": "reasons"}


class PaperForm(ActionForm):
    shown = forms.CharField(widget=forms.HiddenInput, max_length=64)
    signed_on = DayField(label=_("Date on the paper"))
    typed_name = PlainTextField(label=_("Name on the paper"), max_length=200)
    kept_at = PlainTextField(
        label=_("Where the paper is kept"), max_length=200, help_text=_("Folder and shelf, say.")
    )

    field_of = {
        "typed_name_differs": "typed_name",
        "date_in_future": "signed_on",
        "paper_before_its_hours": "signed_on",
        "paper_waits_already": "shown",
    }
