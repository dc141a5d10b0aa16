"""How far two markers agree: from the standing first and second markings, and from nothing else."""

from decimal import Decimal

import pytest

from assessments.actions.analysis import analyse_assessment
from assessments.models import AttemptItem, Item, Marking, RubricVersion
from assessments.rules.statistics.agreement import agreement
from tests.factories.accounts import a_person
from tests.factories.analysis import a_worked_cohort
from training_site.accounts.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]

LEVELS = [{"marks": str(marks)} for marks in (0, 1, 2)]
GIVEN = [(0, 0), (1, 1), (2, 1), (2, 2), (0, 1)]


@pytest.fixture
def marked_twice(now):
    """Five answers to one question, marked by two people; a sixth by the first marker alone."""
    assessment = a_worked_cohort(now=now)
    item = Item.objects.get(ref="item-00")
    rubric = RubricVersion.objects.create(
        item=item,
        number=1,
        criteria=[{"name": "Plan", "levels": LEVELS}],
        content_hash="x",
        written_at=now,
    )
    people = {part: a_person(Role.INSTRUCTOR) for part in ("first", "second", "moderator")}

    def mark(answer, part, marks):
        return Marking.objects.create(
            attempt_item=answer,
            part=part,
            marker=people[part],
            rubric=rubric,
            levels={"Plan": marks},
            marks=marks,
            at=now,
        )

    answers = list(AttemptItem.objects.filter(item_version__item=item).order_by("pk"))
    for answer, (first, second) in zip(answers, GIVEN, strict=False):
        mark(answer, "first", first)
        mark(answer, "second", second)
    mark(answers[0], "moderator", 2)
    mark(answers[5], "first", 2)
    return assessment


def found(assessment):
    row = assessment.item_statistics.get(item_version__item__ref="item-00")
    return row.document.get("agreement")


def test_the_figures_are_those_of_the_rule_over_all_possible_marks(marked_twice, now):
    analyse_assessment(marked_twice, now=now)

    expected = agreement(
        [(Decimal(a), Decimal(b)) for a, b in GIVEN], [Decimal(n) for n in (0, 1, 2)]
    )
    said = found(marked_twice)
    assert said["answers"] == 5
    for name in ("same", "kappa", "linear_kappa", "quadratic_kappa", "icc", "difference"):
        assert said[name] == pytest.approx(getattr(expected, name)), name


def test_a_withdrawn_marking_is_left_out(marked_twice, now):
    one = Marking.objects.filter(part="second").first()
    one.withdrawn_by, one.withdrawn_at, one.withdrawn_reason = one.marker, now, "A slip"
    one.save()

    analyse_assessment(marked_twice, now=now)

    assert found(marked_twice)["answers"] == 4


def test_a_question_that_one_person_marked_has_no_agreement(now):
    assessment = a_worked_cohort(now=now)

    analyse_assessment(assessment, now=now)

    assert found(assessment) is None
