"""The form of a rubric: its criteria, each with levels from the lowest to the highest.

All of it is plain fields, with room for another criterion and another level at each place, so that
it works without a script. Lines that say nothing are left out.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

LEVELS = 6
CRITERIA = 12
SPARE = 1


class CriterionForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Criterion"), max_length=100, required=False)
    text = forms.CharField(
        label=gettext_lazy("What it looks at"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(LEVELS):
            self.fields[f"marks-{number}"] = forms.CharField(
                label=gettext_lazy("Marks"),
                max_length=12,
                required=False,
                widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            )
            self.fields[f"level-{number}"] = forms.CharField(
                label=gettext_lazy("Answers at this level"), max_length=500, required=False
            )

    @property
    def lines(self) -> list[tuple]:
        """The fields of each level: its marks, and what answers at it look like."""
        return [(self[f"marks-{n}"], self[f"level-{n}"]) for n in range(LEVELS)]

    def criterion(self) -> dict[str, Any] | None:
        """As a rubric holds it; None for a line that says nothing."""
        sent = self.cleaned_data
        if not sent:
            return None
        levels = [
            {"marks": _marks(sent[f"marks-{n}"]), "text": sent[f"level-{n}"]}
            for n in range(LEVELS)
            if sent[f"marks-{n}"] or sent[f"level-{n}"]
        ]
        says_nothing = not (sent["name"] or sent["text"] or levels)
        named = {"name": sent["name"], "text": sent["text"], "levels": levels}
        return None if says_nothing else named


def _marks(typed: str) -> int | str:
    """Whole marks as a number, others with a point: as a rubric keeps them."""
    return int(typed) if typed.isascii() and typed.isdigit() else typed.replace(",", ".")


CriterionForms = forms.formset_factory(
    CriterionForm, extra=SPARE, max_num=CRITERIA, absolute_max=CRITERIA
)


def initial_of(criteria: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The fields of criteria as they stand."""
    return [
        {"name": criterion["name"], "text": criterion["text"]}
        | {f"marks-{n}": level["marks"] for n, level in enumerate(criterion["levels"])}
        | {f"level-{n}": level["text"] for n, level in enumerate(criterion["levels"])}
        for criterion in criteria
    ]


def criteria_in(forms) -> list[dict[str, Any]]:
    """Of a formset that is valid."""
    return [one for form in forms if (one := form.criterion())]
