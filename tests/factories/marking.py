"""Written answers on their way to a mark, made by the site's actions."""

from copy import deepcopy
from datetime import datetime
from typing import Any

from assessments import actions
from assessments.actions.marking import mark, moderate
from assessments.models import Assessment, Attempt, AttemptItem, Item, Marking, RubricVersion
from assessments.models.scripts import rubric_for
from tests.assessments.rules.kinds.examples import ESSAY
from tests.factories.accounts import a_person
from tests.factories.assessments import a_learner, an_assessment, an_entry
from training_site.accounts.roles import Role

BEST = {"Boundaries": 2, "The triad": 2}
MIDDLE = {"Boundaries": 1, "The triad": 1}
WORST = {"Boundaries": 0, "The triad": 0}
TEXT = (
    "I would thank the client, say that I have read the letter, and that I would like us to talk "
    "about it together. Before that I speak to the therapist, and I tell the client so."
)


def a_marker(**fields: Any):
    return a_person(Role.INSTRUCTOR, **fields)


def a_written_assessment(*, essays: int = 1, second: bool = False, **settings: Any) -> Assessment:
    """One question by rule and so many essays of six marks; half of all marks is needed."""
    items = [an_entry("by-rule")] + [
        deepcopy(ESSAY) | {"id": f"essay-{n}", "outcome": "9.2"} for n in range(essays)
    ]
    settings = {
        "draws": len(items),
        "pass_marks": 3 * essays,
        "blueprint": [{"outcome": "9.1", "draw": 1}, {"outcome": "9.2", "draw": essays}],
        "second_marking": second,
    } | settings
    return an_assessment(items, **settings)


def a_written_attempt(
    assessment: Assessment | None = None, *, now: datetime, text: str = TEXT, learner=None
) -> Attempt:
    """Handed in: the question by rule right, each essay written with this text."""
    assessment = assessment or a_written_assessment()
    learner = learner or a_learner(assessment)
    attempt = actions.start(assessment, learner, now=now, seed="seed")
    for item in attempt.items.select_related("item_version"):
        version = item.item_version
        fields = version.behaviour.fields(version.behaviour.right(version.wording))
        if version.kind == "essay":
            fields = {"": [text]}
        actions.save_answer(attempt, item.position, fields, sequence=0, by=learner, now=now)
    return actions.submit(attempt, by=learner, now=now)


def essays_of(attempt: Attempt) -> list[AttemptItem]:
    essays = attempt.items.filter(item_version__kind="essay")
    return list(essays.select_related("item_version__item", "attempt__learner"))


def a_written_answer(assessment: Assessment | None = None, *, now: datetime) -> AttemptItem:
    return essays_of(a_written_attempt(assessment, now=now))[0]


def rubric_of_answer(answer: AttemptItem) -> RubricVersion:
    return rubric_for(answer, answer.item_version.item.rubrics.all())


def a_marking(
    answer: AttemptItem, levels: dict | None = None, *, by=None, now: datetime, **more: Any
) -> Marking:
    """By somebody new, as first or second marker."""
    given = {"levels": levels or BEST, "rubric": rubric_of_answer(answer)} | more
    return mark(answer, by=by or a_marker(), now=now, **given)


def a_moderation(answer: AttemptItem, levels: dict | None = None, *, by=None, now: datetime):
    rubric = rubric_of_answer(answer)
    return moderate(answer, levels=levels or BEST, rubric=rubric, by=by or a_marker(), now=now)


def criteria_of(item: Item) -> list[dict[str, Any]]:
    """The newest rubric's, to be changed freely."""
    return deepcopy(item.rubrics.order_by("number").last().criteria)
