"""One assessment with every kind of item, in an order that tests can count on."""

from copy import deepcopy
from datetime import datetime

from assessments import actions
from assessments.models import Assessment, Attempt
from assessments.rules.kinds import kind_of
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.factories.assessments import a_learner, an_assessment, some_outcomes

KINDS = tuple(EXAMPLES)


def of_every_kind(*kinds: str, page_size: int = 0, **settings) -> Assessment:
    """One item of each of these kinds, or of all of them; a single mark passes."""
    kinds = kinds or KINDS
    codes = {kind: f"9.{KINDS.index(kind) + 1:02}" for kind in kinds}
    some_outcomes(*codes.values())
    items = [deepcopy(EXAMPLES[kind]) | {"outcome": codes[kind]} for kind in kinds]
    blueprint = [{"outcome": code, "draw": 1} for code in codes.values()]
    return an_assessment(
        [item | {"content_note": None} for item in items],
        draws=len(kinds),
        pass_marks=1,
        page_size=page_size,
        blueprint=blueprint,
        **settings,
    )


def an_attempt_at(assessment: Assessment, *, now: datetime, learner=None) -> Attempt:
    learner = learner or a_learner(assessment)
    return actions.start(assessment, learner, now=now, seed="seed")


def positions(attempt: Attempt) -> dict[str, int]:
    """Where each kind stands in this attempt."""
    items = attempt.items.select_related("item_version")
    return {item.item_version.kind: item.position for item in items}


def the_right_fields(attempt: Attempt, position: int) -> dict[str, list[str]]:
    """What the form would send for the right answer; for an essay, a few words."""
    item = attempt.items.select_related("item_version").get(position=position)
    kind, wording = kind_of(item.item_version.kind), item.item_version.wording
    if kind.by_hand:
        return {"": ["I would speak to the therapist first."]}
    return kind.fields(kind.right(wording))
