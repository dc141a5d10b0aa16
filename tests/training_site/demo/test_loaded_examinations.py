"""The examination with every kind of question, and what staff find around it."""

import pytest

from assessments.models import (
    Accommodation,
    Assessment,
    AssessmentStatistic,
    Attempt,
    Incident,
    Irregularity,
    ItemVersion,
    Regrade,
)
from assessments.rules.kinds import KINDS_OF_ITEM
from training_site.demo.stages.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def cases() -> Assessment:
    return Assessment.objects.get(slug="case-examination")


def test_it_asks_in_every_kind():
    kinds = ItemVersion.objects.drawable(cases().bank).values_list("kind", flat=True)

    assert set(kinds) == set(KINDS_OF_ITEM)


def test_one_answer_is_settled_and_three_wait_for_somebody_each():
    attempts = Attempt.objects.filter(assessment=cases())
    written = {
        attempt.learner.email.partition("@")[0]: attempt.items.get(
            item_version__kind="essay"
        ).markings.count()
        for attempt in attempts
    }

    assert written == {"trainee3": 2, "trainee4": 2, "trainee5": 1, "trainee6": 0}
    assert [attempt.learner for attempt in attempts.marked()] == [somebody("trainee3")]


def test_somebody_may_still_sit_it():
    assert Assessment.objects.visible_to(somebody("trainee")).filter(pk=cases().pk).exists()
    assert not Attempt.objects.of(somebody("trainee"), cases()).exists()


def test_more_time_a_disturbance_a_report_and_a_doubted_question_stand_beside_it():
    assert Accommodation.objects.standing().get().learner == somebody("trainee5")
    assert Incident.objects.get().applied_at is None
    assert Irregularity.objects.get().state == "open"
    assert Regrade.objects.get().state == "planned"
    assert Regrade.objects.get().changes.exists()


def test_every_assessment_that_was_sat_has_its_figures():
    sat = Assessment.objects.filter(attempts__isnull=False).distinct()

    assert AssessmentStatistic.objects.count() == sat.count()
