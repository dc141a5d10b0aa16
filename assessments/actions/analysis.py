"""Item analysis: from the first sittings of every learner to the rows that the pages read.

It reads everything that an assessment's candidates did, so a job does it, never a page.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from assessments.actions.analysing.cohort import sittings_of, versions_of
from assessments.actions.analysing.documents import form_document, item_document
from assessments.actions.analysing.markers import agreements_of
from assessments.models import (
    Assessment,
    AssessmentStatistic,
    ItemStatistic,
    ItemVersion,
    Marking,
    Result,
)
from assessments.rules.statistics.analysis import Analysis, analyse
from training_site.jobs import enqueue

UNSURE = timedelta(hours=1)
"""A result is committed some time after the instant it bears; so long after, it is there."""


def analyse_assessment(assessment: Assessment, *, now: datetime) -> AssessmentStatistic:
    """Work out the figures of an assessment and write them in the place of the ones before.

    The reading takes a while and holds no lock. Of two analyses at a time the later one stays.
    """
    versions = versions_of(assessment)
    worth = {version.pk: version.marks for version in versions.values()}
    analysis = analyse(sittings_of(assessment, versions), worth)
    agreements = agreements_of(assessment)
    rows = list(_item_rows(assessment, analysis, versions, agreements, now))
    return _write(assessment, analysis, rows, now)


@transaction.atomic
def _write(
    assessment: Assessment, analysis: Analysis, rows: list[ItemStatistic], now: datetime
) -> AssessmentStatistic:
    held, _created = AssessmentStatistic.objects.select_for_update().get_or_create(
        assessment=assessment, defaults={"computed_at": now, "sittings": 0}
    )
    if held.computed_at > now:
        return held
    held.computed_at, held.sittings = now, analysis.sittings
    held.mean_score = analysis.mean_score
    held.standard_deviation = analysis.standard_deviation
    held.document = form_document(analysis.reliability)
    held.save()
    ItemStatistic.objects.filter(assessment=assessment).delete()
    ItemStatistic.objects.bulk_create(rows)
    return held


def _item_rows(
    assessment: Assessment,
    analysis: Analysis,
    versions: dict[int, ItemVersion],
    agreements: dict[int, dict],
    now: datetime,
) -> Iterator[ItemStatistic]:
    for figures in analysis.items:
        version = versions[figures.item]
        agreement = agreements.get(version.pk)
        yield ItemStatistic(
            assessment=assessment,
            item_version=version,
            computed_at=now,
            sittings=figures.sittings,
            facility=figures.facility,
            standard_deviation=figures.standard_deviation,
            item_total=figures.item_total,
            item_rest=figures.item_rest,
            upper_lower=figures.upper_lower,
            document=item_document(analysis.cohort, version)
            | ({"agreement": agreement} if agreement else {}),
        )


@transaction.atomic
def ask_for_analysis(assessment: Assessment, *, now: datetime) -> None:
    """Have it worked out soon; asked twice within a minute, once."""
    key = f"analyse:{assessment.public_id}:{now:%Y%m%dT%H%M}"
    enqueue("assessments.analyse", key=key, args=[assessment.pk])


@transaction.atomic
def analyse_changed(*, now: datetime) -> int:
    """A job for each assessment of which something was marked since it was last analysed."""
    changed = list(_changed())
    for assessment in changed:
        key = f"analyse:{assessment.public_id}:{now:%Y-%m-%d}"
        enqueue("assessments.analyse", key=key, args=[assessment.pk])
    return len(changed)


def _changed() -> QuerySet[Assessment]:
    results = Result.objects.filter(attempt__assessment=OuterRef("pk"))
    markings = Marking.objects.filter(attempt_item__attempt__assessment=OuterRef("pk"))
    analysed = OuterRef("statistic__computed_at")
    since = [
        Exists(results.filter(at__gt=analysed - UNSURE)),
        Exists(
            markings.filter(Q(at__gt=analysed - UNSURE) | Q(withdrawn_at__gt=analysed - UNSURE))
        ),
    ]
    never = Q(statistic=None) & Q(Exists(results))
    return Assessment.objects.filter(never | Q(since[0]) | Q(since[1])).order_by("pk")
