"""What is shown of an attempt and when: eight fields at four moments, to be ticked, or a preset."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.rules.review import (
    FIELDS,
    MOMENTS,
    PRESETS,
    SWITCHES,
    Field,
    Moment,
    ReviewOptions,
)
from assessments.views.staff.editor.lines import flag

FIELD_WORDS = {
    Field.ATTEMPT: _("The questions and one’s own answers"),
    Field.CORRECTNESS: _("Which answers were right"),
    Field.MAX_MARKS: _("How many marks there are"),
    Field.MARKS: _("The marks"),
    Field.SPECIFIC_FEEDBACK: _("Feedback on what was answered"),
    Field.GENERAL_FEEDBACK: _("Feedback on the whole question"),
    Field.RIGHT_ANSWER: _("The right answers"),
    Field.OVERALL_FEEDBACK: _("What is said to the result"),
}
MOMENT_WORDS = {
    Moment.DURING: _("During the attempt"),
    Moment.JUST_AFTER: _("Within two minutes after it"),
    Moment.LATER: _("Later, while it is open"),
    Moment.AFTER_CLOSE: _("After the close"),
}
PRESET_WORDS = {
    "default": _("Marks after a failure, everything after a pass"),
    "own_answers": _("As before, and one’s own answers after a failure"),
    "marks_only": _("Marks only"),
    "at_the_close": _("Nothing before the close, then everything"),
    "nothing": _("Nothing"),
    "practice": _("Practice: everything, also during the attempt"),
}
NEVER = {(Moment.DURING, Field.OVERALL_FEEDBACK)}


def name_of(moment: str) -> str:
    return f"at_{moment}"


class ReviewForm(forms.Form):
    at_during = forms.MultipleChoiceField(required=False)
    at_just_after = forms.MultipleChoiceField(required=False)
    at_later = forms.MultipleChoiceField(required=False)
    at_after_close = forms.MultipleChoiceField(required=False)
    answers_after_failure = flag(
        _("After a failure, the questions with one’s own answers, without the key")
    )
    key_after_last_failure = flag(
        _("After the last failure, all that its moment opens, the key included"),
        help=_("An extra attempt may ask the same questions again."),
    )

    def __init__(self, data, *, prefix, **options):
        super().__init__(data, prefix=prefix, **options)
        for moment in MOMENTS:
            self.fields[name_of(moment)].choices = [
                (field, FIELD_WORDS[field]) for field in FIELDS if (moment, field) not in NEVER
            ]

    @property
    def switches(self):
        return [self[name] for name in SWITCHES]

    @property
    def matrix(self) -> list[dict[str, Any]]:
        """A row for each field; a cell says its control's name, or that it never opens there."""
        ticked = {moment: set(self[name_of(moment)].value() or ()) for moment in MOMENTS}
        return [
            {
                "field": field,
                "word": FIELD_WORDS[field],
                "cells": [
                    {
                        "name": self.add_prefix(name_of(moment)),
                        "moment": MOMENT_WORDS[moment],
                        "ticked": field in ticked[moment],
                        "never": (moment, field) in NEVER,
                    }
                    for moment in MOMENTS
                ],
            }
            for field in FIELDS
        ]

    @property
    def moments(self) -> list:
        return [MOMENT_WORDS[moment] for moment in MOMENTS]

    @property
    def presets(self) -> list[tuple[str, Any]]:
        return [(name, PRESET_WORDS[name]) for name in PRESETS]


def review_opened(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry with its review laid out in the fields of the form."""
    options = ReviewOptions.from_document(entry.get("review") or {})
    return entry | fields_of(options)


def fields_of(options: ReviewOptions) -> dict[str, Any]:
    document = options.to_document()
    ticked = {name_of(moment): document[moment] for moment in MOMENTS}
    return ticked | {name: document[name] for name in SWITCHES}


def review_written(fields: dict[str, Any]) -> dict[str, Any]:
    """The way back. What is the default anyway is said by saying nothing."""
    document = {moment: fields[name_of(moment)] for moment in MOMENTS}
    options = ReviewOptions.from_document(document | {name: fields[name] for name in SWITCHES})
    ours = {name_of(moment) for moment in MOMENTS} | set(SWITCHES)
    entry = {name: value for name, value in fields.items() if name not in ours}
    return entry | {"review": {} if options == ReviewOptions() else options.to_document()}
