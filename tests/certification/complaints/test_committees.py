"""The committee: called, invited, accepted, stepped back, blind; and its finding."""

from datetime import timedelta

import pytest

from certification.complaints import actions
from certification.complaints.models import CommitteeMember, Complaint
from certification.complaints.people import candidates_for, seats_missing
from certification.complaints.votes import ballot_of
from certification.decisions.models import StandingInterest
from tests.factories import decisions as world
from tests.factories.accounts import a_person
from tests.factories.certification import an_agreement
from tests.factories.complaints import (
    FOUND,
    LATER,
    a_complaint,
    a_seat,
    a_suspension,
    a_vote,
    an_officer,
    an_outsider_on,
    before_a_committee,
    laid_before_a_committee,
    seats_of,
)
from tests.factories.decisions import NOW
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice, User
from training_site.accounts.roles import Role
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


def fresh(complaint) -> Complaint:
    return Complaint.objects.get(pk=complaint.pk)


def fresh_person(person) -> User:
    return User.objects.get(pk=person.pk)


def reason_for(complaint, person) -> str | None:
    """Why this person can't be called; empty: they can; None: not among the candidates."""
    found = {one.person: one.verdict.reason for one in candidates_for(complaint, NOW.date())}
    return found.get(person)


def a_judge():
    return a_person(Role.REVIEWER)


def test_nobody_too_near_is_called():
    opener, complainant = an_officer(), a_judge()
    give_role(opener, Role.REVIEWER, by=None, now=NOW)
    complaint = a_complaint(a_judge(), by=opener, complainant=complainant)
    laid_before_a_committee(complaint)
    officer = an_officer()
    give_role(officer, Role.DECISION_MAKER, by=None, now=NOW)
    free = a_judge()

    for person, reason in (
        (complaint.respondent, "own_complaint"),
        (complainant, "own_complaint"),
        (opener, "officers_do_not_judge"),
        (officer, "officers_do_not_judge"),
        (free, ""),
    ):
        assert reason_for(complaint, person) == reason
        if reason:
            with pytest.raises(Refused, match="cannot_sit"):
                a_seat(complaint, person)
    assert reason_for(complaint, a_person(Role.REGISTRAR)) is None
    assert a_seat(complaint, free)


def test_whoever_supervised_them_or_was_supervised_by_them_is_not_called():
    agreement = an_agreement()
    for person in (agreement.intern, agreement.mentor):
        give_role(person, Role.REVIEWER, by=None, now=NOW)

    about_intern = laid_before_a_committee(a_complaint(agreement.intern))
    about_mentor = laid_before_a_committee(a_complaint(agreement.mentor))

    assert reason_for(about_intern, agreement.mentor) == "in_conflict"
    assert reason_for(about_mentor, agreement.intern) == "in_conflict"


def test_whoever_reviewed_or_decided_about_them_lately_is_not_called():
    decision = world.a_decision()
    reviewer = decision.reviewers.first().reviewer
    complaint = laid_before_a_committee(a_complaint(decision.applicant))

    assert reason_for(complaint, reviewer) == "in_conflict"
    assert reason_for(complaint, decision.decision_maker) == "in_conflict"
    long_after = NOW.date() + timedelta(days=800)
    [later] = [
        one.verdict for one in candidates_for(complaint, long_after) if one.person == reviewer
    ]
    assert later


def test_whoever_said_so_beforehand_is_not_called():
    complaint, judge = laid_before_a_committee(), a_judge()
    StandingInterest.objects.create(said_by=judge, about=complaint.respondent, said_at=NOW)

    assert reason_for(complaint, judge) == "in_conflict"


def test_whoever_carried_out_a_measure_is_not_called():
    from tests.factories.complaints import a_complaint_about_a_holder

    decider, complaint = world.a_decider(), a_complaint_about_a_holder()
    a_suspension(complaint, by=decider)
    laid_before_a_committee(complaint)

    assert reason_for(complaint, decider) == "took_part_in_complaint"


def test_one_more_person_is_needed_until_three_sit():
    complaint = laid_before_a_committee()

    missing = [seats_missing(complaint)]
    for _ in range(3):
        a_seat(complaint, accepted=False)
        missing.append(seats_missing(complaint))

    assert missing == [3, 2, 1, 0]


def test_somebody_from_outside_sits_on_this_one_committee():
    complaint, other = laid_before_a_committee(), laid_before_a_committee()

    outsider = an_outsider_on(complaint)

    assert outsider.has_role(Role.REVIEWER)
    assert CommitteeMember.objects.sitting(outsider).get().complaint == complaint
    assert reason_for(other, outsider) is None  # nobody else's to call
    assert "certification.committee_called" in told(outsider)


def test_an_invited_person_who_is_too_near_is_out_at_once():
    agreement = an_agreement()
    complaint = laid_before_a_committee(a_complaint(agreement.mentor))
    from training_site.accounts.actions.invitations import accept

    case = actions.invite_outsider(
        complaint, email=agreement.intern.email, name="Too near", by=complaint.opened_by, now=NOW
    )
    accept(case.invitation, name="Too near", password=None, now=NOW)

    case.refresh_from_db()
    assert case.ended_at
    assert not fresh_person(agreement.intern).has_role(Role.REVIEWER)
    assert not complaint.members.exists()
    assert "certification.committee_seat_empty" in told(complaint.opened_by)


@pytest.mark.parametrize("who", ["respondent", "complainant", "opened_by"])
def test_nobody_concerned_is_invited(who):
    complaint = laid_before_a_committee(a_complaint(complainant=a_person()))

    with pytest.raises(Refused, match="cannot_sit"):
        actions.invite_outsider(
            complaint,
            email=getattr(complaint, who).email.upper(),
            name="X",
            by=complaint.opened_by,
            now=NOW,
        )


def test_nobody_votes_before_both_is_said():
    complaint, judge = laid_before_a_committee(), a_judge()
    a_seat(complaint, judge, accepted=False)

    with pytest.raises(Refused, match="accept_first"):
        a_vote(complaint, judge)
    with pytest.raises(Refused, match="say_both_first"):
        actions.accept_seat(complaint, confidential=True, free=False, by=judge, now=NOW)


def test_stepping_back_takes_vote_and_access_along():
    complaint = before_a_committee()
    chair, second, third = [one.person for one in seats_of(complaint)]
    for person in (chair, second, third):
        a_vote(complaint, person)

    actions.step_back(complaint, reason="I know somebody of them.", by=chair, now=LATER)

    assert not Complaint.objects.sat_on_by(chair).exists()
    assert not ballot_of(fresh(complaint)).complete
    assert seats_missing(complaint) == 1
    assert "certification.committee_seat_empty" in told(complaint.opened_by)
    with pytest.raises(Refused, match="not_on_this_committee"):
        actions.sign_finding(complaint, reasons=FOUND, by=chair, now=LATER)
    with pytest.raises(Refused, match="cannot_sit"):
        a_seat(complaint, chair)


def test_somebody_from_outside_who_steps_back_loses_the_role():
    complaint = laid_before_a_committee()
    outsider = an_outsider_on(complaint)

    actions.step_back(complaint, reason="I know them.", by=outsider, now=LATER)

    assert not fresh_person(outsider).has_role(Role.REVIEWER)


def test_another_chair_is_named():
    complaint = before_a_committee()
    chair, second, _third = seats_of(complaint)
    actions.step_back(complaint, reason="I am away.", by=chair.person, now=LATER)

    actions.name_chair(second, by=complaint.opened_by, now=LATER)
    actions.name_chair(seats_of(complaint)[-1], by=complaint.opened_by, now=LATER)

    assert [one.chairs for one in seats_of(complaint)] == [True, False]
