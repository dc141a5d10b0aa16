"""Written answers out of the rows, as the rules of marking know them: with keys instead of names."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from assessments.models.attempt import CLOSED, SUBMITTED, AttemptItem
from assessments.models.marking import Marking, RubricVersion
from assessments.rules.kinds import KINDS_OF_ITEM
from assessments.rules.marking import script as rules
from assessments.rules.marking.rubric import Rubric, rubric_of
from assessments.rules.marking.turns import rubric_version_for

BY_HAND = sorted(name for name, kind in KINDS_OF_ITEM.items() if kind.by_hand)


@dataclass(frozen=True)
class Given(rules.Marking):
    """A marking as the rules know it, with the row that it was read from."""

    row: Any = None


def scripts() -> QuerySet[AttemptItem]:
    """The answers of ended attempts that a person marks: those that wait, and those with a marking.

    A blank answer earned its nothing by rule, and what is not scored needs no mark: neither is here.
    """
    standing = Marking.objects.standing().filter(attempt_item=OuterRef("pk"))
    return (
        AttemptItem.objects.filter(
            attempt__state__in=[SUBMITTED, CLOSED], scored=True, item_version__kind__in=BY_HAND
        )
        .filter(Q(marks=None) | Exists(standing))
        .select_related("attempt__assessment", "item_version__item")
        .prefetch_related(Prefetch("markings", Marking.objects.select_related("rubric")))
    )


def script_of(answer: AttemptItem) -> rules.Script:
    """A second marking that stands counts, even where the assessment no longer asks for one."""
    markings = tuple(_given(row) for row in answer.markings.all())
    has_second = rules.Part.SECOND in rules.counting(markings)
    assessment = answer.attempt.assessment
    return rules.Script(
        learner=answer.attempt.learner_id,
        markings=markings,
        by_hand=is_by_hand(answer, markings),
        ended=answer.attempt.state in (SUBMITTED, CLOSED),
        second_required=assessment.second_marking or has_second,
        tolerance=assessment.tolerance,
    )


def is_by_hand(answer: AttemptItem, markings: Iterable[rules.Marking]) -> bool:
    """What has a mark without ever having been marked got it by rule, or by a correction."""
    has_been_marked = any(marking.counts for marking in markings)
    waits = answer.marks is None or has_been_marked
    return answer.item_version.kind in BY_HAND and answer.scored and waits


def _given(row: Marking) -> Given:
    return Given(
        marker=row.marker_id,
        part=row.part,
        marks=row.marks,
        scoring=row.levels,
        rubric_version=row.rubric.number,
        withdrawn=row.withdrawn_reason,
        row=row,
    )


def rules_of(rubric: RubricVersion) -> Rubric:
    return rubric_of(rubric.criteria, rubric.number)


def rubric_for(answer: AttemptItem, rubrics: Iterable[RubricVersion]) -> RubricVersion | None:
    """The version already used for this answer, else the newest that comes to its marks.

    None where there is neither: the question was given other marks, and its rubric not yet.
    """
    by_number = {rubric.number: rubric for rubric in rubrics}
    worth = answer.item_version.marks
    fitting = [number for number, one in by_number.items() if rules_of(one).marks == worth]
    return by_number.get(rubric_version_for(script_of(answer), max(fitting, default=0)))
