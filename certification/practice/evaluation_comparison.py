"""The same criteria at halfway and at the end, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from certification.practice.evaluations_asked import Asked
from certification.practice.models import Evaluation
from certification.practice.models.evaluations import EvaluatorRole

EARLIER, LATER = "halfway", "end"


@dataclass(frozen=True)
class Line:
    """One criterion; a level is {"level", "word", "meaning"}, or None where it was not asked."""

    title: str
    before: dict | None
    after: dict | None
    scale: Sequence[tuple[int, bool, bool]]


@dataclass(frozen=True)
class Comparison:
    role: str
    before: Evaluation | None
    after: Evaluation | None
    lines: Sequence[Line]

    @property
    def label(self) -> str:
        return EvaluatorRole(self.role).label


def comparisons_of(asked: Sequence[Asked]) -> list[Comparison]:
    """One for each role whose evaluation of the whole work has been signed at least once."""
    found = []
    for role in EvaluatorRole.values:
        before, after = (_latest(asked, role, milestone) for milestone in (EARLIER, LATER))
        if before or after:
            found.append(Comparison(role, before, after, _lines(before, after)))
    return found


def _latest(asked: Sequence[Asked], role: str, milestone: str) -> Evaluation | None:
    mine = (one for one in asked if one.form.role == role and one.milestone == milestone)
    return next((one.latest for one in mine if one.latest), None)


def _lines(before: Evaluation | None, after: Evaluation | None) -> list[Line]:
    titles = {
        criterion["code"]: criterion["title"]
        for one in (before, after)
        if one
        for criterion in one.form.rubric["criteria"]
    }
    pairs = [(title, _given(before, code), _given(after, code)) for code, title in titles.items()]
    top = max(len(one.form.rubric["levels"]) for one in (before, after) if one)
    return [Line(title, first, last, _scale(first, last, top)) for title, first, last in pairs]


def _given(evaluation: Evaluation | None, code: str) -> dict | None:
    if evaluation is None or code not in evaluation.levels:
        return None
    level = evaluation.levels[code]
    return next(one for one in evaluation.form.rubric["levels"] if one["level"] == level)


def _scale(before: dict | None, after: dict | None, top: int) -> list[tuple[int, bool, bool]]:
    """Each place of the scale: whether it was held before, and after."""
    return [
        (place, bool(before and before["level"] == place), bool(after and after["level"] == place))
        for place in range(1, top + 1)
    ]
