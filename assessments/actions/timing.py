"""When an attempt ends, reckoned again whenever something moves it: leave, accommodation, added time."""

from assessments.models import Accommodation, Attempt, Grant
from assessments.rules.deadlines import ends_at


def settle_ends(learner, assessment=None) -> list[Attempt]:
    """Move the ends of a learner's open attempts to where they are now. Called in a transaction."""
    running = Attempt.objects.filter(learner=learner).in_progress()
    running = running.filter(assessment=assessment) if assessment else running
    accommodation = Accommodation.objects.of(learner)
    closes = dict(
        Grant.objects.filter(learner=learner).entry().values_list("assessment_id", "closes")
    )
    moved = []
    for attempt in running.select_for_update():
        close = closes.get(attempt.assessment_id)
        end = ends_at(
            attempt.started_at, attempt.terms, close, accommodation, attempt.added_minutes
        )
        if end != attempt.ends_at:
            attempt.ends_at = end
            attempt.save(update_fields=["ends_at"])
            moved.append(attempt)
    return moved
