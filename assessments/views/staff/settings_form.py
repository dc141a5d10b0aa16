"""The form of an assessment's settings: from what a file would say, and back to it."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessments.models.assessment import BANDS, FEEDBACK, NAVIGATION, OVERDUE
from assessments.views.staff.editor.lines import flag, number
from assessments.views.staff.editor.sheets import Shape, Table, always
from assessments.views.staff.review_matrix import ReviewForm, review_opened, review_written

Held = dict[tuple[str, str], int]
"""How many live items there are of an outcome and a band; "" counts them all."""


def held_in(pool: dict[str, dict[int, str]]) -> Held:
    held: Counter = Counter()
    for outcome, items in pool.items():
        for band in items.values():
            held[outcome, ""] += 1
            if band:
                held[outcome, band] += 1
    return dict(held)


class SettingsForm(forms.Form):
    """What a learner meets. Names are those of the file."""

    title = forms.CharField(label=_("Title"), max_length=200)
    minutes = number(_("Minutes"), least=1, help=_("Empty: no time limit."))
    pass_marks = forms.IntegerField(label=_("Marks needed to pass"), min_value=1, max_value=32_000)
    attempts = forms.IntegerField(label=_("Attempts"), min_value=1, max_value=100)
    cool_off_hours = forms.IntegerField(
        label=_("Hours between attempts"), min_value=0, max_value=9_000
    )
    overdue = forms.ChoiceField(label=_("When the time is up"), choices=OVERDUE)
    grace_hours = forms.IntegerField(
        label=_("Hours of grace"),
        help_text=_("Only where an attempt can still be handed in after its time."),
        min_value=1,
        max_value=9_000,
    )
    navigation = forms.ChoiceField(label=_("Order of answering"), choices=NAVIGATION)
    page_size = forms.IntegerField(
        label=_("Questions on a page"), help_text=_("0: all on one."), min_value=0, max_value=500
    )
    feedback = forms.ChoiceField(label=_("Feedback"), choices=FEEDBACK)
    pilots = forms.IntegerField(
        label=_("Questions on trial"),
        help_text=_("Shown along with the others, without marks; as far as there are any."),
        min_value=0,
        max_value=50,
    )
    second_marking = flag(
        _("Two markers for each written answer"), help=_("They do not see each other’s marks.")
    )
    tolerance = forms.DecimalField(
        label=_("Marks by which two markers may differ"),
        help_text=_("Beyond it, somebody else decides."),
        min_value=0,
        max_digits=6,
        decimal_places=2,
    )


class BlueprintLine(forms.Form):
    outcome = forms.ChoiceField(label=_("Outcome"), required=False)
    difficulty = forms.ChoiceField(label=_("Difficulty"), choices=BANDS, required=False)
    draw = number(_("Questions"), most=500)

    def __init__(self, data, *, prefix, outcomes, held: Held, **options):
        super().__init__(data, prefix=prefix, **options)
        self.fields["outcome"].choices = [("", _("none")), *outcomes]
        outcome, band = (data.get(f"{prefix}-{name}") or "" for name in ("outcome", "difficulty"))
        if outcome:
            there = held.get((outcome, band), 0)
            self.fields["draw"].help_text = ngettext(
                "The bank holds %(n)d.", "The bank holds %(n)d.", there
            ) % {"n": there}

    def clean(self):
        if self.cleaned_data.get("outcome") and not self.cleaned_data.get("draw"):
            self.add_error("draw", _("Say how many of these an attempt shows, at least one."))


def shape_of_settings(outcomes: Iterable[tuple[str, str]], held: Held) -> Shape:
    line = Shape(partial(BlueprintLine, outcomes=list(outcomes), held=held), spoken=("outcome",))
    blueprint = Table(
        "blueprint",
        _("Blueprint"),
        _("Line"),
        always(line),
        help=_(
            "How many questions of each outcome an attempt shows. A line for any difficulty takes"
            " what the others of its outcome leave. A line without an outcome is left out."
        ),
    )
    return Shape(SettingsForm, ReviewForm, (blueprint,), written=_written, opened=_opened)


def _written(fields: dict[str, Any]) -> dict[str, Any]:
    entry = review_written(fields)
    rows = [
        {name: value for name, value in row.items() if value not in ("", None)}
        for row in entry["blueprint"]
    ]
    return entry | {"blueprint": rows, "draws": sum(row["draw"] for row in rows)}


def _opened(entry: dict[str, Any]) -> dict[str, Any]:
    return review_opened(entry)
