"""The form of one marking: a level for each criterion, and a comment to the candidate."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy

from assessments.models import RubricVersion
from assessments.models.scripts import Given, rules_of
from assessments.rules.marking.rubric import Scoring


@dataclass(frozen=True)
class Choice:
    """One level as a radio button, with what it means and earns."""

    button: Any
    text: str
    marks: Decimal


@dataclass(frozen=True)
class CriterionRow:
    field: BoundField
    name: str
    text: str
    highest: Decimal
    choices: list[Choice]


class ScoringForm(forms.Form):
    """Fields are numbered: names of criteria are free text."""

    version = forms.UUIDField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label=gettext_lazy("Comment to the candidate"),
        help_text=gettext_lazy("Shown with the result. Written by a marker, without your name."),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, rubric: RubricVersion, **kwargs):
        super().__init__(*args, initial={"version": rubric.public_id}, **kwargs)
        self.rubric = rules_of(rubric)
        for number, criterion in enumerate(self.rubric.criteria):
            self.fields[f"level-{number}"] = forms.TypedChoiceField(
                label=criterion.name,
                choices=[(place, level.text) for place, level in enumerate(criterion.levels)],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": gettext_lazy("Choose a level.")},
            )

    @property
    def rows(self) -> list[CriterionRow]:
        return [
            CriterionRow(
                self[f"level-{number}"],
                criterion.name,
                criterion.text,
                criterion.highest,
                [
                    Choice(button, level.text, level.marks)
                    for button, level in zip(self[f"level-{number}"], criterion.levels, strict=True)
                ],
            )
            for number, criterion in enumerate(self.rubric.criteria)
        ]

    @property
    def levels(self) -> Scoring:
        """What was chosen, whole or not: what another was quicker to mark is still to be read."""
        chosen = getattr(self, "cleaned_data", {})
        return {
            criterion.name: chosen[f"level-{number}"]
            for number, criterion in enumerate(self.rubric.criteria)
            if f"level-{number}" in chosen
        }


@dataclass(frozen=True)
class Side:
    """One marking as others read it: the criteria in words."""

    given: Given
    reached: list[tuple[str, str, Decimal]]


def side_of(given: Given) -> Side:
    return Side(given, in_words(given.row.rubric, given.scoring))


def in_words(rubric: RubricVersion, scoring: Scoring) -> list[tuple[str, str, Decimal]]:
    """(criterion, level, its marks) for each criterion that has a level."""
    return [
        (one.name, one.levels[scoring[one.name]].text, one.levels[scoring[one.name]].marks)
        for one in rules_of(rubric).criteria
        if one.name in scoring
    ]
