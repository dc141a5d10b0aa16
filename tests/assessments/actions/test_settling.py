"""Settings of an assessment made by somebody here: kept beside the file, refused where they cannot work."""

from datetime import timedelta

import pytest

from assessments import actions
from assessments.actions.blueprints import give_back, settle
from assessments.actions.loading import load_items
from assessments.documents import settings_of
from assessments.models import Assessment
from tests.factories.accounts import a_person
from tests.factories.assessments import a_document, a_learner, some_outcomes
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return a_person(Role.INSTRUCTOR)


@pytest.fixture
def document(now):
    some_outcomes()
    document = a_document()
    load_items(document, now=now)
    return document


@pytest.fixture
def assessment(document):
    return Assessment.objects.get(slug=document["assessment"]["slug"])


def changed(assessment, **settings):
    return settings_of(assessment) | settings


@pytest.mark.both_stacks
def test_settings_made_here_are_recorded_with_who_and_when(assessment, person, now):
    assert settle(assessment, changed(assessment, minutes=30, pilots=1), by=person, now=now)

    assessment.refresh_from_db()
    assert (assessment.minutes, assessment.pilots) == (30, 1)
    assert (assessment.settled_by, assessment.settled_at) == (person, now)
    event = AuditEvent.objects.filter(verb="assessments.assessment.changed").latest("pk")
    assert event.words.values["minutes"] == 30


def test_the_same_settings_again_are_nobodys_change(assessment, person, now):
    events = AuditEvent.objects.count()

    assert not settle(assessment, changed(assessment), by=person, now=now)

    assessment.refresh_from_db()
    assert (assessment.settled_by, AuditEvent.objects.count()) == (None, events)


@pytest.mark.both_stacks
def test_a_file_leaves_settings_of_somebody_here_alone(assessment, document, person, now):
    settle(assessment, changed(assessment, minutes=30), by=person, now=now)
    document["assessment"]["minutes"] = 45

    loaded = load_items(document, now=now)

    assessment.refresh_from_db()
    assert (loaded.assessment_kept, loaded.assessment_changed) == (True, False)
    assert assessment.minutes == 30


def test_settings_given_back_follow_the_file_again(assessment, document, person, now):
    settle(assessment, changed(assessment, minutes=30), by=person, now=now)
    document["assessment"]["minutes"] = 45

    give_back(assessment, by=person, now=now)
    give_back(assessment, by=person, now=now)
    load_items(document, now=now)

    assessment.refresh_from_db()
    assert (assessment.minutes, assessment.settled_by) == (45, None)
    assert AuditEvent.objects.filter(verb="assessments.assessment.given_back").count() == 1


@pytest.mark.lesson(27, 34)
def test_an_attempt_that_has_begun_keeps_its_terms(assessment, person, now):
    attempt = actions.start(assessment, a_learner(assessment), now=now, seed="seed")
    before = (attempt.terms, attempt.ends_at, attempt.pass_marks, attempt.items.count())

    settings = changed(assessment, minutes=5, pass_marks=3, navigation="sequential")
    settle(assessment, settings, by=person, now=now + timedelta(minutes=1))

    attempt.refresh_from_db()
    assert (attempt.terms, attempt.ends_at, attempt.pass_marks, attempt.items.count()) == before


def too_many(settings):
    settings |= {"draws": 30, "blueprint": [{"outcome": "9.1", "draw": 30}]}


def too_hard(settings):
    settings |= {
        "draws": 1,
        "pass_marks": 1,
        "blueprint": [{"outcome": "9.1", "difficulty": "hard", "draw": 1}],
    }


def out_of_reach(settings):
    settings["pass_marks"] = 4


def another_sum(settings):
    settings["draws"] = 9


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (too_many, "too_few_items"),
        (too_hard, "too_few_items_in_band"),
        (out_of_reach, "pass_out_of_reach"),
        (another_sum, "blueprint_sum_differs"),
    ],
)
def test_settings_that_cannot_work_change_nothing(assessment, person, now, spoil, reason):
    settings = changed(assessment, minutes=30)
    spoil(settings)

    with pytest.raises(Refused, match=reason):
        settle(assessment, settings, by=person, now=now)

    assessment.refresh_from_db()
    assert (assessment.minutes, assessment.settled_by) == (None, None)
    assert AuditEvent.objects.filter(verb="assessments.assessment.changed").count() == 1
