"""The form by which an evaluation is written: a level for each criterion, and two texts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from certification.practice.evaluation_sheets import sheet_of
from certification.practice.fields import PlainTextField
from certification.practice.forms import ActionForm
from certification.practice.models import Evaluation
from certification.practice.note_hints import hint_about

TEXT = 4000


class EvaluationAnswers(ActionForm):
    """Nothing is required: a draft is kept as it is, and what is missing is said before signing."""

    strengths = PlainTextField(
        label=_("What goes well"),
        required=False,
        max_length=TEXT,
        help_text=_("What you have seen, with an example; never who a client is."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    next_steps = PlainTextField(
        label=_("What to work on next"),
        required=False,
        max_length=TEXT,
        help_text=_("One or two things, and what would show that they are there."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, data=None, *, evaluation: Evaluation):
        texts = {"strengths": evaluation.strengths, "next_steps": evaluation.next_steps}
        super().__init__(data, initial=texts | {"seen": sheet_of(evaluation).hash})
        self.rubric = evaluation.form.rubric
        for criterion in self.rubric["criteria"]:
            self.fields[_name(criterion)] = _level_field(
                criterion, self.rubric["levels"], evaluation.levels.get(criterion["code"])
            )

    @property
    def criteria(self) -> list[tuple]:
        """Each criterion with its field, in the order of the form."""
        return [(one, self[_name(one)]) for one in self.rubric["criteria"]]

    @property
    def answers(self) -> dict:
        said = self.cleaned_data
        given = {one["code"]: said.get(_name(one)) for one in self.rubric["criteria"]}
        return {
            "levels": {code: int(level) for code, level in given.items() if level},
            "strengths": said["strengths"],
            "next_steps": said["next_steps"],
            "seen": said["seen"],
        }

    def hints(self) -> list[str]:
        """What in the texts might tell who a client is; a hint to the writer, never a refusal."""
        texts = (self.cleaned_data.get(name, "") for name in ("strengths", "next_steps"))
        return [hint for hint in map(hint_about, texts) if hint]


def _name(criterion: dict) -> str:
    return f"level-{criterion['code']}"


def _level_field(criterion: dict, levels: list[dict], given: int | None) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=criterion["title"],
        required=False,
        initial=given,
        choices=[(one["level"], one["word"]) for one in levels],
        widget=forms.RadioSelect,
        help_text=criterion["asks"],
    )


class SignEvaluationForm(ActionForm):
    """`shown` carries the hash of what this page shows."""

    shown = forms.CharField(widget=forms.HiddenInput, max_length=64)
    typed_name = PlainTextField(
        label=_("Your name, typed, is your signature"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_of = {"typed_name_differs": "typed_name"}
