"""The fields of each kind, and of a line in each of its tables. Nothing is required: drafts may wait."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONG = 2000


def words(label, rows: int = 0, most: int = LONG, help="", **more) -> forms.CharField:
    """A line to write on, or as many rows as are given."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, help_text=help, max_length=most, required=False, widget=widget, **more
    )


def number(label, least: int = 0, most: int = 32_000, help="", **more) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=help, min_value=least, max_value=most, required=False, **more
    )


def flag(label, help="") -> forms.BooleanField:
    return forms.BooleanField(label=label, help_text=help, required=False)


class OptionLine(forms.Form):
    text = words(_("Option"), rows=2)
    correct = flag(_("This is right"))
    pinned = flag(_("Keeps its place"), help=_("Not shuffled, such as “none of these”."))
    feedback = words(_("Why it is right, or what it misunderstands"), rows=2)


class PairLine(forms.Form):
    left = words(_("On the left"))
    right = words(_("Belongs to it"))


class MatchingForm(forms.Form):
    distractors = words(
        _("Belongs to none"), rows=3, help=_("One a line. They are offered among the others.")
    )


class OrderingForm(forms.Form):
    sequence = words(
        _("What is to be put in order"),
        rows=7,
        most=20_000,
        help=_("One a line, in the right order. Attempts show them mixed."),
    )


class NumericForm(forms.Form):
    value = words(
        _("The number"), most=60, help=_("With a decimal point where it has one, such as 12.5.")
    )
    tolerance = words(_("May differ by"), most=60, help=_("0 where it must be exact."))
    relative = flag(_("That is a share of the number"), help=_("0.05 is five per cent."))
    unit = words(_("Unit"), most=40, help=_("Empty where there is none."))
    unit_required = flag(
        _("The unit is part of the answer"), help=_("A number without its unit is then wrong.")
    )


class UnitLine(forms.Form):
    unit = words(_("Other unit"), most=40)
    factor = words(
        _("One of it is so many of the first"), most=60, help=_("Such as 60, 0.001 or 1/60.")
    )


class AcceptedLine(forms.Form):
    text = words(_("Accepted text"), most=500)
    share = words(_("Share of the marks"), most=20, help=_("1 is all, 0 nothing; 0.5 or 1/3."))
    feedback = words(_("Feedback"), rows=2)


class ShortTextForm(forms.Form):
    case_sensitive = flag(_("Capitals count"))


class GapsForm(forms.Form):
    text = words(
        _("The text with its gaps"),
        rows=6,
        most=20_000,
        help=_("A gap is its name in double brackets: “ask [[1]] each exercise”."),
    )


class GapLine(forms.Form):
    name = words(_("Name of the gap"), most=30, help=_("As in the text, without brackets."))
    options = words(_("Options"), rows=3, help=_("One a line."))
    correct = words(_("The right one"), help=_("As it stands among the options."))


class EssayForm(forms.Form):
    words_min = number(_("Words at least"), help=_("Empty: no lower bound."))
    words_max = number(
        _("Words at most"), help=_("A longer answer is kept whole; its marker is told.")
    )


class CriterionLine(forms.Form):
    name = words(_("Criterion"), most=100)
    text = words(_("What it asks for"), rows=2)
    levels = words(
        _("Levels"),
        rows=4,
        help=_("One a line from the lowest to the highest, marks first: “2: Names the meaning.”"),
    )


class ScenarioForm(forms.Form):
    vignette = words(_("The case"), rows=9, most=20_000)
