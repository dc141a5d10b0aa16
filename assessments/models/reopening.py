"""Reading out of the rows what going on with an ended attempt depends on; see rules/extending."""

from dataclasses import replace
from datetime import datetime

from assessments.models.attempt import Attempt
from assessments.models.marking import Marking
from assessments.models.regrade import Regrade
from assessments.models.standing import standing_of
from assessments.rules.extending import Ended
from assessments.rules.review import TELLING, Facts, shown


def ended_of(attempt: Attempt, *, now: datetime) -> Ended:
    """What an attempt has become; for one that goes on, that it does."""
    others = Attempt.objects.of(attempt.learner_id, attempt.assessment_id).exclude(pk=attempt.pk)
    return Ended(
        is_open=attempt.is_open,
        newest=not others.filter(number__gt=attempt.number).exists(),
        another_open=others.in_progress().exists(),
        passed=bool(attempt.passed) or others.filter(passed=True).exists(),
        key_open=key_is_open(attempt, now=now),
        by_hand=Marking.objects.standing().filter(attempt_item__attempt=attempt).exists(),
        regraded=attempt.regrade_changes.filter(regrade__state=Regrade.State.APPLIED).exists(),
    )


def key_is_open(attempt: Attempt, *, now: datetime) -> bool:
    """Whether its learner may have seen which answers are right: at its end, or now. Marks don't say."""
    if attempt.is_open:
        return False
    standing = standing_of(attempt.assessment, attempt.learner)
    facts = Facts(
        now=now,
        ended_at=attempt.submitted_at,
        closes=standing.closes,
        passed_any=standing.passed,
        used_up=standing.used_up,
        marked=attempt.marks is not None,
    )
    options = attempt.assessment.review_options
    opened = (shown(options, replace(facts, now=at)) for at in (attempt.submitted_at, now))
    return any(fields & TELLING for fields in opened)
