"""Reading a learner's standing out of the rows; what it means is in rules/standing.py."""

from assessments.models.assessment import Assessment
from assessments.models.attempt import Attempt
from assessments.models.grant import Grant
from assessments.rules.standing import Standing


def standing_of(assessment: Assessment, learner, *, lock: bool = False) -> Standing:
    """Two queries. With `lock` the grants are held, so that starts queue up behind each other."""
    grants = Grant.objects.of(learner, assessment)
    return standing_from(
        assessment,
        list(grants.select_for_update() if lock else grants),
        list(Attempt.objects.of(learner, assessment).order_by("number")),
    )


def standing_from(assessment: Assessment, grants: list[Grant], attempts: list[Attempt]) -> Standing:
    entry = next((grant for grant in grants if not grant.extra_attempts), None)
    ended = [attempt for attempt in attempts if not attempt.is_open]
    return Standing(
        opens=entry and entry.opens,
        last_start=entry and entry.last_start,
        closes=entry and entry.closes,
        allowed=assessment.attempts_allowed + sum(grant.extra_attempts for grant in grants),
        ended=len(ended),
        ended_at=max((attempt.submitted_at for attempt in ended), default=None),
        cool_off_hours=assessment.cool_off_hours,
        passed=any(attempt.passed for attempt in ended),
        in_progress=len(ended) < len(attempts),
        awaits_marking=any(attempt.awaits_marking for attempt in ended),
    )
