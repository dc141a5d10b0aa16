"""Two windows of one learner, and a roomful of learners, against each other on real locks."""

from functools import partial

import pytest

from courses.models import CheckTally
from courses.reports.actions.counting import count_answer
from tests.courses.reports.world import many_learners
from tests.factories.checks import check_of
from tests.factories.courses import version_of
from tests.races import race

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]


def answers() -> list[int]:
    return list(CheckTally.objects.order_by("option").values_list("answers", flat=True))


def test_one_learner_in_two_windows_is_counted_once(lesson):
    [learner] = many_learners(1)
    count = partial(count_answer, learner, version_of(lesson), check_of(lesson))

    outcomes = race(partial(count, 1), partial(count, 2))

    assert sorted(outcomes) == [False, True]
    assert sum(answers()) == 1


def test_no_answer_of_many_at_once_is_lost(lesson):
    version, block = version_of(lesson), check_of(lesson)

    outcomes = race(
        *(
            partial(count_answer, one, version, block, 1 + n % 3)
            for n, one in enumerate(many_learners(6))
        )
    )

    assert outcomes == [True] * 6
    assert answers() == [2, 2, 2]
