"""What each kind needs besides the question: the shapes of its form, and how a document holds it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from assessments.rules.kinds import Kind
from assessments.views.staff.editor import lines
from assessments.views.staff.editor.sheets import Nothing, Shape, Table, always
from assessments.views.staff.editor.texts import (
    levels_as_text,
    levels_of,
    lines_of,
    one_text,
)

Fields = dict[str, Any]
CHOICES = (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE)

OPTIONS = Table(
    "options",
    _("Options"),
    _("Option"),
    always(Shape(lines.OptionLine, spoken=("text", "feedback"))),
    help=_("Attempts show them in an order of their own."),
)
PAIRS = Table(
    "pairs",
    _("What belongs together"),
    _("Pair"),
    always(Shape(lines.PairLine, spoken=("left", "right"))),
    help=_("The right side is offered mixed. Two pairs may share it; it is then offered once."),
)
UNITS = Table(
    "other_units",
    _("Other units that are right too"),
    _("Unit"),
    always(Shape(lines.UnitLine, spoken=("unit", "factor"))),
)
ACCEPTED = Table(
    "accepted",
    _("Accepted texts"),
    _("Text"),
    always(
        Shape(
            lines.AcceptedLine,
            spoken=("text", "feedback"),
            written=lambda fields: fields | {"share": fields["share"] or "1"},
        )
    ),
    help=_(
        "The first that matches decides, so a particular mistake stands before a broad pattern."
        " A star stands for anything: “*consent*”. Write \\* for a star itself."
    ),
)


def _gap_written(fields: Fields) -> Fields:
    return fields | {"options": lines_of(fields["options"])}


def _gap_opened(gap: Fields) -> Fields:
    return gap | {"options": one_text(gap.get("options", ()))}


GAPS = Table(
    "gaps",
    _("Gaps"),
    _("Gap"),
    always(
        Shape(
            lines.GapLine,
            spoken=("name", "options", "correct"),
            written=_gap_written,
            opened=_gap_opened,
        )
    ),
)


def _criterion_written(fields: Fields) -> Fields:
    return fields | {"levels": levels_of(fields["levels"])}


def _criterion_opened(criterion: Fields) -> Fields:
    return criterion | {"levels": levels_as_text(criterion.get("levels", ()))}


RUBRIC = Table(
    "rubric",
    _("Rubric"),
    _("Criterion"),
    always(
        Shape(
            lines.CriterionLine,
            spoken=("name", "text", "levels"),
            written=_criterion_written,
            opened=_criterion_opened,
        )
    ),
    help=_("The highest levels of all criteria come to the marks of the question."),
)

OWN: dict[str, tuple[type, tuple[Table, ...]]] = {
    **{kind: (Nothing, (OPTIONS,)) for kind in CHOICES},
    Kind.MATCHING: (lines.MatchingForm, (PAIRS,)),
    Kind.ORDERING: (lines.OrderingForm, ()),
    Kind.NUMERIC: (lines.NumericForm, (UNITS,)),
    Kind.SHORT_TEXT: (lines.ShortTextForm, (ACCEPTED,)),
    Kind.GAPS: (lines.GapsForm, (GAPS,)),
    Kind.ESSAY: (lines.EssayForm, (RUBRIC,)),
}
"""The form and the tables of each kind but the scenario, which holds parts of the others."""
LISTS = {Kind.MATCHING: "distractors", Kind.ORDERING: "sequence"}
"""The field of a kind that is a list, written one a line."""


def document_written(kind: str, common: set[str], fields: Fields) -> Fields:
    """Fields of an item or a part as its entry holds them: options, or a body, beside the common ones."""
    entry = {name: value for name, value in fields.items() if name in common}
    own = {name: value for name, value in fields.items() if name not in common}
    if listed := LISTS.get(kind):
        own[listed] = lines_of(own[listed])
    return entry | (own if kind in CHOICES else {"body": own})


def document_opened(kind: str, entry: Fields) -> Fields:
    own = {} if kind in CHOICES else dict(entry.get("body") or {})
    if listed := LISTS.get(kind):
        own[listed] = one_text(own.get(listed, ()))
    return {name: value for name, value in entry.items() if name != "body"} | own
