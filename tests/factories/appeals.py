"""Appeals for tests, made and answered by the actions of the site."""

from datetime import timedelta

from certification.appeals import actions
from certification.appeals.models import Appeal, AppealRuling
from certification.complaints.models import (
    CommitteeMember,
    CommitteeVote,
    Complaint,
    ComplaintFinding,
)
from certification.renewals.models import Renewal
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.roles import Role

SOON = world.NOW + timedelta(days=3)
WHY = "My second month was signed in time and was overlooked by everybody."
ANSWER = "The file shows that the month was signed on the day that it was due."


def an_appeal(decision=None, *, outcome: str = "refuse", now=SOON) -> Appeal:
    decision = decision or world.a_decision(outcome=outcome)
    return actions.appeal_decision(decision, reasons=WHY, by=decision.applicant, now=now)


def an_appeal_of(certificate, *, now=SOON) -> Appeal:
    return actions.appeal_standing(certificate, reasons=WHY, by=certificate.holder, now=now)


def a_refused_renewal(
    certificate=None, *, checked_by=None, decided_by=None, now=world.NOW
) -> Renewal:
    certificate = certificate or world.a_quick_certificate()
    return Renewal.objects.create(
        certificate=certificate,
        certificant=certificate.holder,
        term_first=certificate.valid_from,
        term_last=certificate.valid_until,
        state="decided",
        submitted_at=now,
        checked_by=checked_by or a_registrar(),
        checked_at=now,
        outcome="refuse",
        text=world.REASONS,
        decided_by=decided_by or world.a_decider(),
        decided_at=now,
        appeal_until=(now + timedelta(days=30)).date(),
    )


def a_finding(respondent=None, *, opened_by=None, members=None, now=world.NOW) -> ComplaintFinding:
    """Substantiated by all who sat on its committee."""
    respondent = respondent or a_person(Role.CERTIFICANT)
    officer = opened_by or a_person(Role.COMPLAINTS_OFFICER)
    complaint = Complaint.objects.create(
        respondent=respondent,
        allegation="Hours were written down that did not take place.",
        state="committee",
        received_on=now.date(),
        opened_by=officer,
        opened_at=now,
        answer_by=(now + timedelta(days=60)).date(),
    )
    seats = [
        _seat(complaint, person, officer, now)
        for person in members or [a_person() for _ in range(3)]
    ]
    return ComplaintFinding.objects.create(
        complaint=complaint,
        respondent=respondent,
        finding="substantiated",
        text=world.REASONS,
        votes_for=len(seats),
        votes_against=0,
        signed_by=seats[0].person,
        decided_at=now,
        appeal_until=(now + timedelta(days=30)).date(),
    )


def _seat(complaint, person, officer, now) -> CommitteeMember:
    member = CommitteeMember.objects.create(
        complaint=complaint,
        respondent=complaint.respondent,
        person=person,
        called_by=officer,
        called_at=now,
        accepted_at=now,
    )
    CommitteeVote.objects.create(member=member, finding="substantiated", text=world.REASONS, at=now)
    return member


def an_appeal_of_renewal(renewal=None, *, now=SOON) -> Appeal:
    renewal = renewal or a_refused_renewal()
    return actions.appeal_renewal(renewal, reasons=WHY, by=renewal.certificant, now=now)


def an_appeal_of_finding(finding=None, *, now=SOON) -> Appeal:
    finding = finding or a_finding()
    return actions.appeal_finding(finding, reasons=WHY, by=finding.respondent, now=now)


def an_answer(
    appeal: Appeal, outcome="upheld", follows="reopen", *, by=None, now=SOON
) -> AppealRuling:
    return actions.answer_appeal(
        appeal,
        outcome=outcome,
        follows=follows,
        reasons=["evidence_overlooked"],
        text=ANSWER,
        by=by or world.a_decider(),
        now=now,
    )
