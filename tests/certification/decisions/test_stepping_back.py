"""A reviewer who steps back takes her review with her, and a grant needs what the scheme asks."""

from datetime import timedelta

import pytest

from certification.decisions import actions
from certification.practice.models import SupervisionAgreement
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from tests.factories.decisions import NOW
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
A_YEAR = timedelta(days=366)


def steps_back(application, reviewer):
    actions.declare_conflict(application, reason="We are cousins", by=reviewer, now=NOW)
    application.refresh_from_db()


def test_a_review_whose_author_steps_back_decides_nothing():
    application = world.a_recommended_application()

    steps_back(application, world.reviewers_of(application)[0])

    assert application.state == "in_review"
    with pytest.raises(Refused, match="application_not_there_yet"):
        world.a_decision(application)


def test_another_review_leads_on_to_the_decision_without_the_first_author():
    application = world.a_recommended_application()
    left, stays = world.reviewers_of(application)
    steps_back(application, left)
    another = world.a_reviewer()
    actions.assign_reviewers(application, people=[another], by=world.a_registrar(), now=NOW)
    world.a_review(application, another)

    decision = world.a_decision(application)

    people = set(decision.reviewers.values_list("reviewer", flat=True))
    assert people == {stays.pk, another.pk}


def test_where_the_others_have_all_spoken_the_case_moves_on():
    application = world.an_application_in_review(reviewers=3)
    first, second, third = world.reviewers_of(application)
    world.a_review(application, first)
    world.a_review(application, second)

    steps_back(application, third)

    assert application.state == "recommended"


@pytest.mark.lesson(39)
def test_nothing_is_granted_that_the_scheme_does_not_hold_for_met():
    application = world.a_recommended_application()
    later = NOW + A_YEAR  # the signature under the code is too old by then
    actions.note_changed_evidence(application, by=None, now=later)
    for reviewer in world.reviewers_of(application):
        world.a_review(application, reviewer, now=later)

    with pytest.raises(Refused, match="requirements_not_met"):
        world.a_decision(application, now=later)
    assert world.a_decision(application, outcome="refuse", now=later).outcome == "refuse"


def test_a_reviewer_who_came_to_supervise_her_since_no_longer_counts():
    application = world.a_recommended_application()
    reviewer = world.reviewers_of(application)[0]
    give_role(reviewer, Role.MENTOR, by=None, now=NOW)
    SupervisionAgreement.objects.create(
        intern=application.applicant,
        mentor=reviewer,
        clinician=a_person(Role.CLINICIAN),
        starts_on=NOW.date(),
        state="agreed",
        drafted_at=NOW,
    )

    with pytest.raises(Refused, match="reviews_missing"):
        world.a_decision(application)


def test_a_registrar_chooses_nobody_for_her_own_case():
    application = world.an_application_in_review()
    applicant = application.applicant
    give_role(applicant, Role.REGISTRAR, by=world.a_registrar(), now=NOW)

    with pytest.raises(Refused, match="own_application"):
        actions.assign_reviewers(application, by=applicant, now=NOW)
    with pytest.raises(Refused, match="own_application"):
        actions.invite_outsider(
            application, email="friend@example.org", name="A Friend", by=applicant, now=NOW
        )
