"""The shape of an item, and of a part of a scenario: the question, and what its kind needs."""

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.models.bank import KINDS
from assessments.rules.kinds import KINDS_OF_ITEM, Kind
from assessments.views.staff.editor import lines
from assessments.views.staff.editor.kinds import OWN, document_opened, document_written
from assessments.views.staff.editor.sheets import Data, Nothing, Shape, Table
from training_site.content.models import Citation

SCORINGS = {
    "": _("all or nothing"),
    "all_or_nothing": _("all or nothing"),
    "right_minus_wrong": _("each right choice earns, each wrong one costs as much"),
    "each_option_judged": _("each option counts, chosen or rightly left alone"),
    "per_pair": _("each pair by itself"),
    "per_gap": _("each gap by itself"),
    "per_place": _("each element at its place"),
    "neighbours": _("each element that rightly follows another"),
}
BY_NATURE = {
    Kind.SHORT_TEXT: _("by the share of the text that matches"),
    Kind.SCENARIO: _("by its questions and their marks"),
    Kind.ESSAY: _("by the rubric"),
}
"""Kinds whose one rule of scoring is another than all or nothing."""
LEVELS = {
    "": _("not said"),
    "recall": _("recall"),
    "understand": _("understand"),
    "apply": _("apply"),
    "analyse": _("analyse"),
}
IN_PARTS = [(name, label) for name, label in KINDS if name in OWN and name != Kind.ESSAY]
CITING = _("Cite a source by its key behind the claim: [@key].")


class PartForm(forms.Form):
    """What every part of a scenario has."""

    name = lines.words(_("Name of the part"), most=30, help=_("Letters and digits; never shown."))
    kind = forms.CharField(widget=forms.HiddenInput, required=False)
    stem = lines.words(_("Question"), rows=3)
    scoring = forms.ChoiceField(label=_("Scoring"), required=False)
    marks = lines.number(_("Marks"), most=100)
    feedback = lines.words(_("Feedback on this part"), rows=2)

    def __init__(self, data, *, prefix, **options):
        super().__init__(data, prefix=prefix, **options)
        kind = KINDS_OF_ITEM.get(data.get(f"{prefix}-kind", ""))
        self.fields["scoring"].choices = _scorings(kind)

    def clean_marks(self):
        marks = self.cleaned_data["marks"]
        return 1 if marks is None else marks


class ItemForm(forms.Form):
    """What every item has."""

    stem = lines.words(_("Question"), rows=4, most=4000)
    content_note = lines.words(
        _("Content note"),
        most=500,
        help=_("Short, factual, in advance; empty where none is needed."),
    )
    scoring = forms.ChoiceField(label=_("Scoring"), required=False)
    marks = lines.number(_("Marks"), least=1, most=100)
    difficulty = forms.DecimalField(
        label=_("Expected share right"),
        help_text=_("From 0 to 1; 0.8 and more is easy, below 0.5 is hard."),
        min_value=0,
        max_value=1,
        max_digits=3,
        decimal_places=2,
        required=False,
    )
    level = forms.ChoiceField(label=_("Level"), required=False)
    feedback = lines.words(_("Feedback on the whole"), rows=3, help=CITING)
    sources = forms.MultipleChoiceField(
        label=_("Sources"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data, *, prefix, kind, held, **options):
        """`held` is the newest version's entry: what it names is offered, known or not."""
        super().__init__(data, prefix=prefix, **options)
        self.fields["scoring"].choices = _scorings(KINDS_OF_ITEM[kind])
        level = held.get("level") or ""
        self.fields["level"].choices = list((LEVELS | {level: LEVELS.get(level, level)}).items())
        self.fields["sources"].choices = _sources(held.get("sources") or ())

    def clean_marks(self):
        return self.cleaned_data["marks"] or 1


def shape_of_item(kind: str, held: dict[str, Any]) -> Shape:
    own, tables = (lines.ScenarioForm, (PARTS,)) if kind == Kind.SCENARIO else OWN[kind]
    return Shape(
        partial(ItemForm, kind=kind, held=held),
        own,
        tables,
        written=partial(_item_written, kind, held),
        opened=lambda entry: {"marks": 1} | document_opened(kind, entry),
    )


def shape_of_part(data: Data, prefix: str) -> Shape:
    kind = data.get(f"{prefix}-kind") or ""
    own, tables = OWN[kind] if kind in dict(IN_PARTS) else (Nothing, ())
    spoken = (*(name for name in own.base_fields if name != "tolerance"), "stem", "feedback")
    return Shape(
        PartForm,
        own,
        tables,
        spoken=spoken,
        written=partial(document_written, kind, set(PartForm.base_fields)),
        opened=partial(document_opened, kind),
        word=dict(KINDS).get(kind, kind),
    )


PARTS = Table(
    "parts",
    _("Questions on the case"),
    _("Question"),
    shape_of_part,
    help=_("Each counts by its marks; together they earn the marks of the item."),
    spare=0,
    kinds=tuple(IN_PARTS),
)


def _item_written(kind: str, held: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """An entry document. What did not change is said as before, so that its hash stays."""
    entry = document_written(kind, set(ItemForm.base_fields), fields) | {"kind": kind}
    old, new = held.get("difficulty"), entry["difficulty"]
    if new is not None:
        entry["difficulty"] = old if old is not None and float(old) == float(new) else float(new)
    return entry


def _scorings(kind) -> list[tuple]:
    words = SCORINGS | ({"": BY_NATURE[kind.name]} if kind and kind.name in BY_NATURE else {})
    return [(name, words[name]) for name in (kind.scorings if kind else ("",))]


def _sources(held) -> list[tuple[str, str]]:
    known = {source.key: str(source) for source in Citation.objects.all()}
    first = {key: known.get(key, key) for key in held}
    return list((first | known).items())
