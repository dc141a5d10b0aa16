"""The loaded demo as those around a complaint find it."""

import pytest

from certification.complaints.models import CommitteeMember, Complaint, InterimMeasure
from certification.complaints.people import seats_missing
from certification.complaints.votes import ballot_of
from training_site.demo.stages.people import somebody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def the_complaint() -> Complaint:
    return Complaint.objects.get(respondent=somebody("in-complaint"))


def test_it_is_before_three_people_one_of_them_from_outside():
    complaint = the_complaint()
    ballot = ballot_of(complaint)

    assert (complaint.state, seats_missing(complaint)) == ("committee", 0)
    assert [one.person.email for one in ballot.seated if one.chairs] == ["reviewer1@example.org"]
    assert all(one.accepted_at for one in ballot.seated)
    assert (len(ballot.votes), ballot.complete) == (1, False)
    assert CommitteeMember.objects.sitting(somebody("outside-member")).exists()


def test_measures_hold_meanwhile_and_the_officer_reaches_it():
    held = InterimMeasure.objects.in_force().filter(complaint=the_complaint())

    assert set(held.values_list("kind", flat=True)) == {"new_cases", "unlisted"}
    assert the_complaint() in Complaint.objects.visible_to(somebody("complaints"))
    assert the_complaint().complainant is None
