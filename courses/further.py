"""Assessments that are open to a learner beside every course and programme."""

from django.db.models import Exists, OuterRef, QuerySet

from assessments.models import Assessment, Attempt
from courses.models import CoursePage, ProgrammePage


def further_assessments(learner) -> QuerySet[Assessment]:
    """Granted by hand, so that no outline leads to them; each with `is_passed`. One query."""
    passes = Attempt.objects.filter(learner=learner, assessment=OuterRef("pk"), passed=True)
    taught = [
        pages.objects.exclude(assessment=None).values("assessment")
        for pages in (CoursePage, ProgrammePage)
    ]
    found = Assessment.objects.visible_to(learner).annotate(is_passed=Exists(passes))
    for assessments in taught:
        found = found.exclude(pk__in=assessments)
    return found
