"""The forms of schemes: a text, a number, figures to change, a step to prepare."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from certification.practice.fields import CountField, PlainTextField
from certification.practice.forms import ActionForm
from certification.scheme.fault_wording import fault_sentence
from certification.scheme.models.transitions import WhoMoves
from certification.scheme.parameter_words import parameter_words
from certification.scheme.rules import SchemeError
from certification.scheme.rules.parameters import Parameter
from training_site.content.templatetags.triad import duration

LONGEST = 200_000
"""Characters of a scheme; ours have about six thousand."""


class SchemeTextForm(ActionForm):
    """A whole scheme as text or file. Refused, the text stays in the form."""

    text = forms.CharField(
        label=_("Rules, as YAML"),
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 24, "class": "staff-yaml", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("A YAML file in UTF-8. It takes the place of the text above."),
    )

    field_of = {"scheme_version_fixed": "text"}

    def clean(self):
        cleaned = super().clean()
        if upload := cleaned.get("file"):
            cleaned["text"] = self._read(upload)
        if not cleaned.get("text", "").strip() and not self.errors:
            self.add_error("text", _("Paste the rules here, or choose a file."))
        return cleaned

    def carry_out(self, action):
        """A fault of the document is said at the text, with its line."""
        try:
            return super().carry_out(action)
        except SchemeError as error:
            self.add_error("text", fault_sentence(error))
            return None

    def _read(self, upload) -> str:
        """Kept in the form, so that a fault can be put right where it is shown."""
        try:
            text = upload.read(4 * LONGEST).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ValidationError({"file": _("This is not text in UTF-8.")}) from error
        self.data = self.data.copy()
        self.data["text"] = text
        return text


class NumberForm(ActionForm):
    number = PlainTextField(
        label=_("Number of the new version"), max_length=20, help_text=_("For example 1.1")
    )
    field_of = {"scheme_number_taken": "number"}


class ShareField(forms.CharField):
    """A fraction as schemes write it: 1/2."""

    def clean(self, value) -> str:
        typed = super().clean(value)
        parts = typed.split("/")
        if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):
            raise ValidationError(_("Write a fraction such as 1/2."), code="invalid")
        if not int(parts[1]):
            raise ValidationError(_("Write a fraction such as 1/2."), code="invalid")
        return typed


class ParametersForm(ActionForm):
    """A field for each figure of a scheme. What it says is read again as a whole before it is kept."""

    def __init__(self, data=None, *, parameters: list[Parameter]):
        super().__init__(data)
        self.parameters = parameters
        for one in parameters:
            self.fields[one.name] = _field(one)

    def carry_out(self, action):
        try:
            return super().carry_out(action)
        except SchemeError as error:
            self.add_error(self._at(error), fault_sentence(error))
            return None

    def _at(self, error: SchemeError) -> str | None:
        """The figure that stands on the line of the fault, where one does."""
        key = error.details.get("key")
        on_line = [one for one in self.parameters if one.line == error.line]
        named = [one.name for one in on_line if one.path[-1] == key]
        return named[0] if named else None


class PrepareForm(ActionForm):
    who_moves = forms.ChoiceField(
        label=_("Who moves"),
        choices=WhoMoves.choices,
        initial=WhoMoves.NOT_WORSE,
        widget=forms.RadioSelect,
    )
    reasons = PlainTextField(
        label=_("Why, and what interns should know"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Everybody who is moved reads this."),
    )


def _field(one: Parameter) -> forms.Field:
    words = {"label": _label(one), "initial": one.value}
    if one.kind == "whole":
        return CountField(**words, help_text=_help(one))
    if one.kind == "share":
        return ShareField(**words, max_length=13)
    return PlainTextField(**words, max_length=300)


def _label(one: Parameter) -> str:
    """A figure within a part of its rule says which part."""
    within = [part.replace("_", " ") for part in one.within if not part.isdigit()]
    label = parameter_words(one.path[-1])
    return f"{label} ({get_text_list(within, ', ')})" if within else label


def _help(one: Parameter) -> str:
    if "minutes" in one.path[-1] or one.path[-1] in ("every", "free", "credit_max", "carry_over"):
        return _now("Now %(duration)s") % {"duration": duration(one.value)}
    return ""
