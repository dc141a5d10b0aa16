"""Which sittings are analysed, read in as many queries for ten candidates as for ten thousand.

Only the first attempt of each learner: in a later one some questions have been seen before. It is
counted once it has ended and every question of it is marked; until then this learner is not in. An
attempt that was given up says nothing, so the next one is the first. Questions that were on trial or
were taken out of the marking are left out, because no mark of theirs is in the total.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from assessments.models import Assessment, Attempt, AttemptItem, FormItem, ItemVersion
from assessments.rules.kinds import Kind
from assessments.rules.statistics.sittings import Sitting

WITH_OPTIONS = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE})
AT_A_TIME = 5000

Row = tuple[int, int, Decimal, str | None]


def analysed_attempts(assessment: Assessment) -> QuerySet[Attempt]:
    """The first attempt of each learner, where it has ended and is marked whole."""
    counted = Attempt.objects.filter(assessment=assessment).exclude(state=Attempt.State.ABANDONED)
    same = Attempt.objects.exclude(state=Attempt.State.ABANDONED).filter(
        assessment=OuterRef("assessment"), learner=OuterRef("learner")
    )
    return counted.exclude(Exists(same.filter(number__lt=OuterRef("number")))).marked()


def versions_of(assessment: Assessment) -> dict[int, ItemVersion]:
    """Every version that a form of this assessment holds, by its key."""
    held = FormItem.objects.filter(form__assessment=assessment).values("item_version")
    return ItemVersion.objects.filter(pk__in=held).in_bulk()


def sittings_of(assessment: Assessment, versions: dict[int, ItemVersion]) -> Iterator[Sitting]:
    attempts = analysed_attempts(assessment)
    totals = dict(attempts.order_by().values_list("pk", "marks"))
    rows = (
        AttemptItem.objects.filter(attempt__in=attempts.order_by().values("pk"))
        .filter(scored=True, marks__isnull=False)
        .order_by("attempt_id")
        .annotate(ticked=Cast("response__answer", TextField()))
        .values_list("attempt_id", "item_version_id", "marks", "ticked")
    )
    for attempt, items in groupby(rows.iterator(chunk_size=AT_A_TIME), key=itemgetter(0)):
        if attempt in totals:
            yield _sitting(totals[attempt], list(items), versions)


def _sitting(total: Decimal, rows: list[Row], versions: dict[int, ItemVersion]) -> Sitting:
    chosen = {
        version: _ids(ticked)
        for _attempt, version, _marks, ticked in rows
        if ticked and versions[version].kind in WITH_OPTIONS
    }
    shares = {
        version: _share(marks, versions[version].marks) for _attempt, version, marks, _ in rows
    }
    return Sitting(total=total, shares=shares, chosen=chosen)


@lru_cache(maxsize=4096)
def _share(marks: Decimal, worth: int) -> Fraction:
    return Fraction(marks) / worth


@lru_cache(maxsize=4096)
def _ids(answer: str) -> frozenset[str]:
    return frozenset(json.loads(answer))
