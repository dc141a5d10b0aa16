"""Reading out of the rows what going on with an ended attempt depends on; see rules/extending."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assessments.models.assessment import Assessment
from assessments.models.attempt import Attempt
from assessments.models.grant import Grant
from assessments.models.marking import Marking
from assessments.models.regrade import Regrade, RegradeChange
from assessments.models.standing import standing_from
from assessments.rules.extending import Ended
from assessments.rules.review import TELLING, Facts, shown
from assessments.rules.standing import Standing


def ended_of(attempt: Attempt, *, now: datetime) -> Ended:
    """What an attempt has become; for one that goes on, that it does."""
    return ended_many(attempt.assessment, [attempt], now=now)[attempt.pk]


def ended_many(
    assessment: Assessment, attempts: Sequence[Attempt], *, now: datetime
) -> dict[int, Ended]:
    """The same for many attempts of one assessment, by their keys, in four queries."""
    learners = [attempt.learner_id for attempt in attempts]
    standings = standings_of(assessment, learners)
    ids = [attempt.pk for attempt in attempts]
    marked = Marking.objects.standing().filter(attempt_item__attempt__in=ids)
    by_hand = set(marked.values_list("attempt_item__attempt", flat=True))
    changes = RegradeChange.objects.filter(attempt__in=ids, regrade__state=Regrade.State.APPLIED)
    regraded = set(changes.values_list("attempt", flat=True))
    return {
        attempt.pk: Ended(
            is_open=attempt.is_open,
            newest=attempt.number == standings[attempt.learner_id][1],
            another_open=standings[attempt.learner_id][0].in_progress and not attempt.is_open,
            passed=standings[attempt.learner_id][0].passed,
            key_open=key_is_open(assessment, attempt, standings[attempt.learner_id][0], now=now),
            by_hand=attempt.pk in by_hand,
            regraded=attempt.pk in regraded,
        )
        for attempt in attempts
    }


def standings_of(assessment: Assessment, learners: list[int]) -> dict[int, tuple[Standing, int]]:
    """Each learner's standing, with the number of their newest attempt."""
    grants, attempts = defaultdict(list), defaultdict(list)
    for grant in Grant.objects.filter(assessment=assessment, learner__in=learners):
        grants[grant.learner_id].append(grant)
    for attempt in Attempt.objects.filter(assessment=assessment, learner__in=learners):
        attempts[attempt.learner_id].append(attempt)
    return {
        learner: (
            standing_from(assessment, grants[learner], attempts[learner]),
            max((attempt.number for attempt in attempts[learner]), default=0),
        )
        for learner in set(learners)
    }


def key_is_open(
    assessment: Assessment, attempt: Attempt, standing: Standing, *, now: datetime
) -> bool:
    """Whether its learner may have seen which answers are right: at its end, or now. Marks don't say."""
    if attempt.is_open:
        return False
    facts = Facts(
        now=now,
        ended_at=attempt.submitted_at,
        closes=standing.closes,
        passed_any=standing.passed,
        used_up=standing.used_up,
        marked=attempt.marks is not None,
    )
    options = assessment.review_options
    opened = (shown(options, replace(facts, now=at)) for at in (attempt.submitted_at, now))
    return any(fields & TELLING for fields in opened)
