"""Complaints for tests, at each stage, reached by the actions of the site."""

from datetime import timedelta

from certification.complaints import actions
from certification.complaints.models import (
    CommitteeMember,
    Complaint,
    ComplaintFinding,
    InterimMeasure,
    Sanction,
)
from certification.complaints.rules.policy import DAYS_TO_APPEAL
from certification.complaints.rules.sanctions import Given
from certification.complaints.rules.states import Step
from tests.factories.accounts import a_person
from tests.factories.decisions import NOW, a_decider, a_quick_certificate
from training_site.accounts.actions.invitations import accept
from training_site.accounts.models import User
from training_site.accounts.roles import Role

CANARY = "The canary of the allegation: appointments were moved without a word."
WHY = "It is needed because clients may be concerned meanwhile."
FOUND = "We heard both sides and read the letters; the dates in them agree."
LATER = NOW + timedelta(days=2)
AFTER_APPEAL = NOW + timedelta(days=DAYS_TO_APPEAL + 3)


def an_officer(**fields) -> User:
    return a_person(Role.COMPLAINTS_OFFICER, **fields)


def a_complaint(respondent=None, *, by=None, now=NOW, **changes) -> Complaint:
    """By a letter, received on the day of NOW, unless the test says otherwise."""
    values = {
        "allegation": CANARY,
        "provisions": ["planned_ending"],
        "received_on": now.date(),
    }
    return actions.open_complaint(
        respondent=respondent or a_person(Role.CERTIFICANT),
        by=by or an_officer(),
        now=now,
        **(values | changes),
    )


def a_complaint_about_a_holder(**changes) -> Complaint:
    """With a certificate that something can be done to; needs plain documents."""
    return a_complaint(a_quick_certificate().holder, **changes)


def a_measure(complaint: Complaint, kind="new_cases", *, by=None, now=NOW, days=30):
    return actions.set_measure(
        complaint,
        kind=kind,
        reason=WHY,
        review_on=(now + timedelta(days=days)).date(),
        by=by or complaint.opened_by,
        now=now,
    )


def a_suspension(complaint: Complaint, *, by=None, now=NOW) -> InterimMeasure:
    measure = a_measure(complaint, "suspension", now=now)
    return actions.carry_out_suspension(measure, by=by or a_decider(), now=now)


def laid_before_a_committee(complaint: Complaint | None = None, *, now=NOW) -> Complaint:
    """Nobody called yet."""
    complaint = complaint or a_complaint(now=now)
    step = Step.LAY_BEFORE_COMMITTEE
    actions.take_step(complaint, step, text=WHY, by=complaint.opened_by, now=now)
    complaint.refresh_from_db()
    return complaint


def a_seat(complaint: Complaint, person=None, *, chairs=False, accepted=True, now=NOW):
    person = person or a_person(Role.REVIEWER)
    by = complaint.opened_by
    member = actions.call_member(complaint, person, chairs=chairs, by=by, now=now)
    if accepted:
        actions.accept_seat(complaint, confidential=True, free=True, by=person, now=now)
        member.refresh_from_db()
    return member


def before_a_committee(complaint: Complaint | None = None, *, now=NOW) -> Complaint:
    """Three sit, and have accepted; the first of them chairs."""
    complaint = laid_before_a_committee(complaint, now=now)
    for number in range(3):
        a_seat(complaint, chairs=number == 0, now=now)
    return complaint


def seats_of(complaint: Complaint) -> list[CommitteeMember]:
    """The chair first."""
    return list(CommitteeMember.objects.seated(complaint).select_related("person"))


def a_vote(complaint: Complaint, person, finding="substantiated", *, now=LATER, sanctions=()):
    return actions.vote(
        complaint, finding=finding, reasons=FOUND, sanctions=sanctions, by=person, now=now
    )


def all_voted(complaint: Complaint, *findings: str, now=LATER) -> Complaint:
    findings = findings or ("substantiated", "substantiated", "not")
    for seat, finding in zip(seats_of(complaint), findings, strict=True):
        a_vote(complaint, seat.person, finding, now=now)
    return complaint


def given(kind="training", *, days=90, now=LATER) -> Given:
    return Given(
        kind, "A course on endings, with a word about it.", (now + timedelta(days=days)).date()
    )


def a_finding(
    complaint: Complaint | None = None, *findings: str, sanctions=None, now=LATER
) -> ComplaintFinding:
    """Signed by the chair; further training follows unless the test says something else."""
    complaint = complaint or before_a_committee()
    all_voted(complaint, *findings, now=now)
    return actions.sign_finding(
        complaint,
        reasons=FOUND,
        sanctions=[given(now=now)] if sanctions is None else sanctions,
        by=seats_of(complaint)[0].person,
        now=now,
    )


def a_sanction(kind="training", *, complaint: Complaint | None = None) -> Sanction:
    """On the certificate, where it is of that kind: then of a complaint about a holder."""
    complaint = complaint or before_a_committee()
    return a_finding(complaint, sanctions=[given(kind)]).sanctions.get()


def an_outsider_on(complaint: Complaint, *, now=NOW, **fields) -> User:
    """Invited by the officer, come, and called to the committee by that."""
    email = f"outside{Complaint.objects.count()}-{complaint.members.count()}@example.org"
    case = actions.invite_outsider(
        complaint, email=email, name="Olga Outside", by=complaint.opened_by, now=now
    )
    return accept(case.invitation, name="Olga Outside", password="a long enough password", now=now)
