"""What a committee finds: votes in ballots, the majority, and what follows."""

from datetime import timedelta

import pytest

from certification.complaints import actions
from certification.complaints.models import Complaint, ComplaintFinding
from certification.complaints.votes import ballot_of, earlier_votes
from certification.decisions.models import StandingInterest
from tests.certification.complaints.test_committees import a_judge, fresh, fresh_person, told
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from tests.factories.complaints import (
    FOUND,
    LATER,
    a_complaint,
    a_finding,
    a_seat,
    a_vote,
    all_voted,
    an_outsider_on,
    before_a_committee,
    given,
    laid_before_a_committee,
    seats_of,
)
from tests.factories.decisions import NOW
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]


def test_the_chair_hears_when_all_votes_are_in_and_not_before():
    complaint = before_a_committee()
    chair, second, third = [one.person for one in seats_of(complaint)]

    for person in (chair, second):
        a_vote(complaint, person)
    before = "certification.committee_waits" in told(chair)
    a_vote(complaint, third)

    assert not before
    assert "certification.committee_waits" in told(chair)


@pytest.mark.parametrize(
    ("votes", "found", "counted"),
    [
        (("substantiated", "substantiated", "not"), "substantiated", (2, 1)),
        (("not", "not", "not"), "not", (3, 0)),
        (("partly", "not", "partly"), "partly", (2, 1)),
    ],
)
def test_the_chair_signs_what_most_voted_for(votes, found, counted):
    finding = a_finding(None, *votes, sanctions=[])

    assert finding.finding == found
    assert (finding.votes_for, finding.votes_against) == counted
    assert finding.appeal_until == LATER.date() + timedelta(days=30)
    assert AuditEvent.objects.filter(verb="certification.complaint.found").exists()


def test_without_a_majority_nothing_is_found_and_everybody_votes_again():
    complaint = all_voted(before_a_committee(), "substantiated", "partly", "not")
    chair, second, third = [one.person for one in seats_of(complaint)]

    with pytest.raises(Refused, match="no_majority"):
        actions.sign_finding(complaint, reasons=FOUND, by=chair, now=LATER)
    with pytest.raises(Refused, match="chair_only"):
        actions.vote_again(complaint, by=second, now=LATER)
    actions.vote_again(complaint, by=chair, now=LATER)
    complaint = fresh(complaint)

    assert not ballot_of(complaint).votes
    assert len(earlier_votes(complaint)) == 3
    assert "certification.committee_waits" in told(third)
    finding = a_finding(complaint, "partly", "partly", "not", sanctions=[])
    assert (finding.finding, finding.votes_for, finding.votes_against) == ("partly", 2, 1)


def test_nobody_signs_before_all_are_in_and_nobody_votes_twice():
    complaint = before_a_committee()
    chair, second, _third = [one.person for one in seats_of(complaint)]
    a_vote(complaint, chair)
    a_vote(complaint, second)

    with pytest.raises(Refused, match="votes_missing"):
        actions.sign_finding(complaint, reasons=FOUND, by=chair, now=LATER)
    with pytest.raises(Refused, match="vote_stays"):
        a_vote(complaint, chair, "not")
    assert not ComplaintFinding.objects.exists()
    assert fresh(complaint).state == "committee"


def test_whoever_came_too_near_since_votes_no_more():
    complaint = before_a_committee()
    judge = seats_of(complaint)[0].person
    StandingInterest.objects.create(said_by=judge, about=complaint.respondent, said_at=NOW)

    with pytest.raises(Refused, match="in_conflict"):
        a_vote(complaint, judge)


def test_with_the_finding_everybody_leaves_and_both_sides_are_told():
    complaint = laid_before_a_committee(a_complaint(complainant=a_person()))
    outsider = an_outsider_on(complaint)
    actions.accept_seat(complaint, confidential=True, free=True, by=outsider, now=NOW)
    for number in range(2):
        a_seat(complaint, chairs=number == 0)
    unused = actions.invite_outsider(
        complaint, email="late@example.org", name="Late", by=complaint.opened_by, now=NOW
    )
    chair = seats_of(complaint)[0].person

    a_finding(complaint)

    assert not fresh_person(outsider).has_role(Role.REVIEWER)
    assert not Complaint.objects.sat_on_by(chair).exists()
    unused.invitation.refresh_from_db()
    assert unused.invitation.revoked_at
    for person in (complaint.respondent, complaint.complainant):
        assert "certification.complaint_news" in told(person)


def test_nothing_found_closes_it():
    finding = a_finding(None, "not", "not", "substantiated", sanctions=[])

    assert fresh(finding.complaint).state == "closed"


def test_nothing_follows_from_nothing():
    complaint = all_voted(before_a_committee(), "not", "not", "not")

    with pytest.raises(Refused, match="nothing_follows"):
        actions.sign_finding(
            complaint,
            reasons=FOUND,
            sanctions=[given()],
            by=seats_of(complaint)[0].person,
            now=LATER,
        )


def test_proposals_of_a_vote_are_kinds_alone_and_none_beside_nothing():
    complaint = before_a_committee()
    chair, second, _third = [one.person for one in seats_of(complaint)]

    kept = a_vote(complaint, chair, sanctions=["training", "advice"])
    none = a_vote(complaint, second, "not", sanctions=["training"])

    assert kept.sanctions == ["advice", "training"]
    assert none.sanctions == []


def test_the_role_stays_while_either_case_needs_it():
    """Invited to an application and to a committee: the end of the first leaves the second."""
    from certification.decisions import actions as decisions
    from training_site.accounts.actions.invitations import accept

    application = world.an_application_in_review()
    case = decisions.invite_outsider(
        application, email="both@example.org", name="Both", by=world.a_registrar(), now=NOW
    )
    person = accept(case.invitation, name="Both", password="a long enough password", now=NOW)
    complaint = laid_before_a_committee()
    second = actions.invite_outsider(
        complaint, email=person.email, name="Both", by=complaint.opened_by, now=NOW
    )
    accept(second.invitation, name="Both", password=None, now=NOW)

    from certification.decisions.actions.inviting import end_outside_access

    end_outside_access(application, by=world.a_registrar(), now=NOW)
    held = fresh_person(person).has_role(Role.REVIEWER)
    actions.step_back(complaint, reason="I know them.", by=fresh_person(person), now=LATER)

    assert held
    assert not fresh_person(person).has_role(Role.REVIEWER)


def test_whoever_came_for_a_committee_is_not_offered_for_the_register():
    from certification.decisions.register_forms import RegisterForm

    outsider, free = an_outsider_on(laid_before_a_committee()), a_judge()

    offered = RegisterForm(keeper=world.a_registrar()).fields["person"].queryset

    assert free in offered
    assert outsider not in offered
