"""Cohorts that sat one and the same form, for item analysis. By actions, or in bulk where it is large."""

import random
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from assessments import actions
from assessments.actions.drawing import freeze
from assessments.models import Assessment, Attempt, AttemptItem, ItemVersion, Response
from tests.factories.accounts import a_trainee
from tests.factories.assessments import LONG_AGO, a_learner, an_assessment, an_entry
from training_site.accounts.models import User

BLANK = "-"
_people = count(1)

# Six candidates, four questions; "a" is the key of each. The third question is missed by the strong.
WORKED = ("aabb", "aaba", "aaca", "abaa", "bbab", "b-ac")


def a_fixed_assessment(questions: int = 4, **settings: Any) -> Assessment:
    """As many items as it draws, so that everybody has the same form."""
    items = [an_entry(f"item-{n:02}") for n in range(questions)]
    blueprint = [{"outcome": "9.1", "draw": questions}]
    settings = {"draws": questions, "pass_marks": 2, "attempts": 3} | settings
    return an_assessment(items, blueprint=blueprint, **settings)


def sit(assessment: Assessment, word: str, *, now: datetime, learner=None) -> Attempt:
    """One sitting: the option ticked in each item, by the items' order; "-" leaves it blank."""
    learner = learner or a_learner(assessment)
    attempt = actions.start(assessment, learner, now=now, seed="seed")
    items = attempt.items.select_related("item_version", "response")
    in_order = items.order_by("item_version__item__ref")
    for item, letter in zip(in_order, word, strict=True):
        if letter != BLANK:
            actions.save_answer(
                attempt,
                item.position,
                {"": [letter]},
                sequence=item.response.sequence,
                by=learner,
                now=now,
            )
    return actions.submit(attempt, by=learner, now=now)


def a_worked_cohort(words=WORKED, *, now: datetime) -> Assessment:
    assessment = a_fixed_assessment(len(words[0]))
    for word in words:
        sit(assessment, word, now=now)
    return assessment


def many_sittings(
    assessment: Assessment, candidates: int, *, now: datetime, seed: int = 1, step: int = 500
) -> None:
    """So many ended attempts at one form, straight into the tables: the strong know more.

    The last item of the form has a distractor that draws the strong; nobody ticks its option d.
    """
    chance = random.Random(seed)
    versions = list(ItemVersion.objects.drawable(assessment.bank_id).select_related("item"))
    form = freeze(assessment, versions, now=LONG_AGO)
    hard = {version.pk: chance.uniform(-1.5, 1.5) for version in versions}
    for first in range(0, candidates, step):
        people = _people_in_bulk(min(step, candidates - first))
        days = {person: now - timedelta(days=chance.randrange(150)) for person in people}
        answers = [_answers(versions, hard, chance) for _ in people]
        _write(assessment, form, people, answers, days)


def _people_in_bulk(number: int) -> list[User]:
    model = a_trainee()
    people = []
    for _ in range(number - 1):
        name = f"candidate-{next(_people)}"
        people.append(User(email=f"{name}@example.org", name=name, is_active=True))
    return [model, *User.objects.bulk_create(people)]


def _answers(versions, hard: dict[int, float], chance: random.Random) -> list[tuple]:
    """(version, ids ticked, marks) of one candidate."""
    able = chance.gauss(0.4, 1)
    found = []
    for version in versions:
        ids = [option["id"] for option in version.options]
        key = [option["id"] for option in version.options if option["correct"]]
        wrong = [name for name in ids if name not in key]
        lean = -able if version is versions[-1] else able
        right = chance.random() < 1 / (1 + 2.7 ** (1.3 * (hard[version.pk] - lean)))
        ticked = key if right else [chance.choice(wrong[:-1] or wrong)]
        found.append((version, ticked, Decimal(version.marks if right else 0)))
    return found


def _write(assessment: Assessment, form, people, answers, days) -> None:
    worth = sum(version.marks for version, _, _ in answers[0])
    attempts = Attempt.objects.bulk_create(
        Attempt(
            learner=person,
            assessment=assessment,
            form=form,
            number=1,
            state=Attempt.State.SUBMITTED,
            started_at=days[person],
            submitted_at=days[person] + timedelta(minutes=40),
            terms_document=assessment.terms.to_document(),
            pass_marks=assessment.pass_marks,
            max_marks=worth,
            marks=(total := sum(marks for _, _, marks in sheet)),
            passed=total >= assessment.pass_marks,
        )
        for person, sheet in zip(people, answers, strict=True)
    )
    rows = [
        (attempt, place, *answer)
        for attempt, sheet in zip(attempts, answers, strict=True)
        for place, answer in enumerate(sheet, start=1)
    ]
    items = AttemptItem.objects.bulk_create(
        AttemptItem(
            attempt=attempt,
            position=place,
            item_version=version,
            layout=[option["id"] for option in version.options],
            marks=marks,
        )
        for attempt, place, version, _ticked, marks in rows
    )
    Response.objects.bulk_create(
        Response(attempt_item=item, answer=ticked, sequence=1, saved_at=row[0].submitted_at)
        for item, row in zip(items, rows, strict=True)
        if (ticked := row[3]) is not None
    )
