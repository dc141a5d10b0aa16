"""What the home says first to whom a decision asks for something."""

from datetime import timedelta

import pytest

from certification.decisions import actions
from certification.decisions.rules.conditions import Asked
from tests.factories import decisions as world
from training_site.dashboard.home import home_of

pytestmark = pytest.mark.django_db


def next_step_after(decision):
    return home_of(decision.applicant, world.NOW).next_step


def test_after_a_deferral_it_is_what_was_asked_not_applying_anew():
    decision = world.a_decision(outcome="defer")
    [condition] = decision.conditions.all()

    step = next_step_after(decision)

    assert step.title == "One thing is asked of you by a decision"
    assert f"{condition.last_day.day} " in step.text
    assert str(decision.public_id) in step.url


def test_what_was_said_to_be_done_waits_for_others():
    decision = world.a_decision(outcome="defer")
    [condition] = decision.conditions.all()
    actions.say_done(
        condition,
        text="The letter of the second clinician is in.",
        by=decision.applicant,
        now=world.NOW,
    )

    step = next_step_after(decision)

    assert step.title == "Your application"
    assert "looked at" in step.text


def test_a_grant_that_asks_for_something_says_so_before_the_certificate():
    asked = Asked(
        "add_evidence",
        "Add the letter of the second clinician.",
        world.NOW.date() + timedelta(days=60),
    )
    decision = world.a_decision(conditions=[asked])

    assert next_step_after(decision).title == "One thing is asked of you by a decision"


def test_where_nothing_is_asked_nothing_is_said_of_it():
    assert "asked of you" not in next_step_after(world.a_decision(outcome="refuse")).title
