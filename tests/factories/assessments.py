"""Banks, assessments and attempts for tests, made by the same actions as on the site."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from assessments import actions
from assessments.actions.loading import load_items
from assessments.models import Assessment, Attempt
from assessments.rules.scoring import key_of
from tests.factories.accounts import a_trainee
from training_site.content.models import LearningOutcome

LONG_AGO = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
OUTCOMES = ("9.1", "9.2")
_numbers = count(1)


def an_entry(
    ref: str, outcome: str = "9.1", kind: str = "single", **changes: Any
) -> dict[str, Any]:
    """One item as items.yaml holds it; every text names its item, so that tests can look for it."""
    right = 2 if kind == "multiple" else 1
    texts = ["True", "False"] if kind == "true_false" else [f"{ref} choice {n}" for n in range(4)]
    entry = {
        "id": ref,
        "outcome": outcome,
        "kind": kind,
        "difficulty": 0.7,
        "level": "apply",
        "scoring": "all_or_nothing" if kind == "multiple" else None,
        "stem": f"What does {ref} ask?",
        "options": [
            {"text": text, "feedback": f"{ref} feedback {n}", "correct": n < right}
            for n, text in enumerate(texts)
        ],
        "sources": [],
        "content_note": None,
    }
    return entry | changes


def a_document(items: list[dict] | None = None, **settings: Any) -> dict[str, Any]:
    """A bank of twelve items, two outcomes, every kind; three questions an attempt, two to pass."""
    kinds = ["single", "multiple", "true_false"]
    name = f"bank-{next(_numbers)}"
    if items is None:
        items = [an_entry(f"item-{n:02}", OUTCOMES[n % 4 == 0], kinds[n % 3]) for n in range(12)]
    assessment = {
        "slug": f"{name}-exam",
        "title": "An assessment",
        "draws": 3,
        "pass_marks": 2,
        "attempts": 3,
        "cool_off_hours": 48,
        "minutes": None,
        "blueprint": [{"outcome": "9.1", "draw": 2}, {"outcome": "9.2", "draw": 1}],
    }
    return {
        "bank": {"slug": name, "title": "A bank"},
        "assessment": assessment | settings,
        "items": items,
    }


def some_outcomes(*codes: str) -> None:
    for code in codes or OUTCOMES:
        LearningOutcome.objects.get_or_create(
            code=code, defaults={"course_code": "ethics", "text": f"Decide what {code} asks"}
        )


def an_assessment(items: list[dict] | None = None, **settings: Any) -> Assessment:
    some_outcomes()
    document = a_document(items, **settings)
    load_items(document, now=LONG_AGO)
    return Assessment.objects.get(slug=document["assessment"]["slug"])


def a_learner(assessment: Assessment, **fields: Any):
    """A trainee to whom this assessment is open."""
    learner = a_trainee(**fields)
    actions.grant(assessment, learner, opens=LONG_AGO, by=None, now=LONG_AGO)
    return learner


def an_attempt(
    assessment: Assessment | None = None, *, now: datetime, seed: str = "seed"
) -> Attempt:
    """An open attempt of a new learner."""
    assessment = assessment or an_assessment()
    return actions.start(assessment, a_learner(assessment), now=now, seed=seed)


def answer(attempt: Attempt, *, right: int, now: datetime) -> Attempt:
    """Answer every question: the first so many right, the others wrong."""
    items = attempt.items.select_related("item_version", "response")
    for item in items:
        key = key_of(item.item_version.options)
        wrong = [option for option in item.layout if option not in key][:1]
        actions.save_answer(
            attempt,
            item.position,
            {"": sorted(key) if item.position <= right else wrong},
            sequence=item.response.sequence,
            by=attempt.learner,
            now=now,
        )
    return attempt


def an_ended_attempt(
    assessment: Assessment, learner, *, right: int, now: datetime, seed: str = "seed"
) -> Attempt:
    attempt = actions.start(assessment, learner, now=now, seed=seed)
    answer(attempt, right=right, now=now)
    return actions.submit(attempt, by=learner, now=now)


def a_learner_who_passed(assessment: Assessment, *, now: datetime):
    learner = a_learner(assessment)
    an_ended_attempt(assessment, learner, right=assessment.draws, now=now)
    return learner


def a_learner_who_used_all_attempts(assessment: Assessment, *, now: datetime):
    """Failed as often as allowed, the last time at `now`."""
    learner = a_learner(assessment)
    apart = timedelta(hours=assessment.cool_off_hours)
    for left in reversed(range(assessment.attempts_allowed)):
        an_ended_attempt(assessment, learner, right=0, now=now - left * apart)
    return learner
