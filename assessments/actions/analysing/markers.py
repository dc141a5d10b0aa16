"""How far first and second markers agree, for each item version that two people marked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from assessments.models import Assessment, Marking, RubricVersion
from assessments.rules.marking.rubric import Rubric, rubric_of
from assessments.rules.statistics.agreement import agreement

BOTH = (Marking.Part.FIRST, Marking.Part.SECOND)


def agreements_of(assessment: Assessment) -> dict[int, dict[str, Any]]:
    """The figures by item version; of every attempt, since a marker does not know which it is."""
    standing = Marking.objects.standing().filter(attempt_item__attempt__assessment=assessment)
    rows = standing.filter(part__in=BOTH).values_list(
        "attempt_item__item_version", "attempt_item", "part", "marks", "rubric"
    )
    marks: dict[int, dict[int, dict[str, Decimal]]] = defaultdict(lambda: defaultdict(dict))
    used: dict[int, set[int]] = defaultdict(set)
    for version, item, part, given, rubric in rows.order_by("pk"):
        marks[version][item][part] = given
        used[version].add(rubric)
    rubrics = RubricVersion.objects.in_bulk({pk for pks in used.values() for pk in pks})
    return {
        version: asdict(agreement(pairs, scale(pairs, [rubrics[pk] for pk in used[version]])))
        for version, items in marks.items()
        if (pairs := pairs_of(items.values()))
    }


def pairs_of(marked: Iterable[Mapping[str, Decimal]]) -> list[tuple[Decimal, Decimal]]:
    return [(one[BOTH[0]], one[BOTH[1]]) for one in marked if len(one) == len(BOTH)]


def scale(
    pairs: Iterable[tuple[Decimal, Decimal]], rubrics: Iterable[RubricVersion]
) -> list[Decimal]:
    """Every mark that could be given by these rubrics, in order; those that were given, in any case."""
    possible = {mark for pair in pairs for mark in pair}
    for rubric in rubrics:
        possible |= totals_of(rubric_of(rubric.criteria))
    return sorted(possible)


def totals_of(rubric: Rubric) -> set[Decimal]:
    totals = {Decimal()}
    for criterion in rubric.criteria:
        totals = {total + level.marks for total in totals for level in criterion.levels}
    return totals
