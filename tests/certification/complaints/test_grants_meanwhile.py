"""While a suspension is in force until it is known what happened, no new certificate stands beside it."""

from datetime import timedelta

import pytest

from certification.complaints import actions
from tests.factories import decisions as world
from tests.factories.complaints import WHY, a_complaint, a_measure, a_suspension
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
LATER = world.NOW + timedelta(days=1)


@pytest.fixture
def application():
    """Of somebody who holds another certificate already, recommended."""
    application = world.a_recommended_application()
    world.a_quick_certificate(application.applicant)
    return application


def test_a_grant_waits_until_the_measure_has_ended(application):
    measure = a_suspension(a_complaint(application.applicant))

    with pytest.raises(Refused, match="grant_waits_for_measure"):
        world.a_decision(application)
    actions.end_measure(measure, reason=WHY, by=world.a_decider(), now=LATER)

    assert world.a_decision(application).outcome == "grant"


def test_it_can_be_deferred_meanwhile(application):
    a_suspension(a_complaint(application.applicant))

    assert world.a_decision(application, outcome="defer").outcome == "defer"


def test_what_is_only_proposed_pre_empts_no_decision(application):
    a_measure(a_complaint(application.applicant), "suspension")

    assert world.a_decision(application).outcome == "grant"


def test_an_earlier_certification_is_not_approved_of_meanwhile(application):
    a_suspension(a_complaint(application.applicant))

    with pytest.raises(Refused, match="grant_waits_for_measure"):
        world.a_record(application.applicant)
