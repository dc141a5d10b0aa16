"""Who had to do with an applicant, kind by kind, each for 24 months: tested where it is recorded."""

from datetime import date, timedelta

import pytest

from assessments.actions import grant
from assessments.actions.reporting import decide_irregularity, report_irregularity
from assessments.models import Irregularity
from certification.decisions.actions import declare_interest, end_interest
from certification.decisions.contacts import conflicts_for
from certification.decisions.models import Application
from certification.decisions.rules.conflicts import Kind
from certification.practice import actions as practice
from certification.practice.actions.beginnings import attest_balance, confirm_balance
from tests.factories.accounts import a_person, a_registrar
from tests.factories.assessments import an_assessment, an_ended_attempt
from tests.factories.certification import (
    a_policy,
    a_signed_entry,
    a_submitted_entry,
    an_admitted_intern,
    an_agreement,
)
from tests.factories.contests import a_contest, a_paper, an_old_entry
from tests.factories.decisions import a_decider, a_reviewer
from tests.factories.evaluations import a_draft, a_signed_evaluation

pytestmark = pytest.mark.django_db
TWO_YEARS = timedelta(days=732)


def kinds(applicant, person, day) -> set[Kind]:
    case = Application(pk=1, applicant=applicant)
    return {contact.kind for contact in conflicts_for(case, person, day).excluding}


def holds_for_two_years(applicant, person, kind: Kind, now) -> bool:
    today = now.date()
    return kind in kinds(applicant, person, today) and kind not in kinds(
        applicant, person, today + TWO_YEARS
    )


def test_whoever_evaluated_her_work_is_out_for_two_years(now):
    agreement = an_agreement()
    mentor, intern = agreement.mentor, agreement.intern

    draft = a_draft("mentor-mid", intern, by=mentor, now=now)
    assert Kind.EVALUATED not in kinds(intern, mentor, now.date())

    draft.delete()
    a_signed_evaluation("mentor-mid", intern, by=mentor, now=now)
    assert holds_for_two_years(intern, mentor, Kind.EVALUATED, now)


def test_what_she_wrote_of_her_own_work_makes_nobody_an_evaluator(now):
    intern = an_agreement().intern
    a_signed_evaluation("self-mid", intern, by=intern, now=now)

    assert kinds(intern, intern, now.date()) == {Kind.SELF}


def test_whoever_decided_about_a_report_on_her_attempt_has_assessed_her(now):
    applicant, reporter, decider, other = (a_person() for _one in range(4))
    assessment = an_assessment()
    grant(assessment, applicant, opens=now, by=None, now=now)
    attempt = an_ended_attempt(assessment, applicant, right=3, now=now)
    report = report_irregularity(attempt, seen="A telephone lay open.", by=reporter, now=now)

    assert kinds(applicant, decider, now.date()) == set()
    decided = {"to": Irregularity.State.UNFOUNDED, "reason": "It was the clock on the wall."}
    decide_irregularity(report, **decided, by=decider, now=now)

    assert holds_for_two_years(applicant, decider, Kind.ASSESSED, now)
    assert kinds(applicant, reporter, now.date()) == set()
    assert kinds(applicant, other, now.date()) == set()


def test_both_who_saw_a_signature_on_paper_stood_in_for_it(now):
    a_policy("signature-statement")
    agreement = an_agreement()
    entry = a_submitted_entry(agreement, now=now)
    records, sees = a_registrar(), a_registrar()
    paper = a_paper(agreement.mentor, agreement.intern, entry.month, now=now, by=records)
    practice.confirm_paper(paper, by=sees, now=now)

    for person in (records, sees):
        assert holds_for_two_years(agreement.intern, person, Kind.SETTLED, now)


def test_whoever_decided_about_contested_hours_stood_in_for_a_signature(now):
    a_policy("signature-statement")
    agreement, registrar = an_agreement(), a_registrar()
    contest = a_contest(an_old_entry(agreement, now=now), now=now)

    practice.decide_contest(
        contest, upheld=True, reasons="The consultations fit.", by=registrar, now=now
    )

    assert holds_for_two_years(agreement.intern, registrar, Kind.SETTLED, now)


def test_taking_a_contest_back_is_no_decision_of_anybody(now):
    agreement = an_agreement()
    contest = a_contest(an_old_entry(agreement, now=now), now=now)

    practice.withdraw_contest(contest, by=agreement.intern, now=now)

    assert kinds(agreement.intern, agreement.intern, now.date()) == {Kind.SELF}


def test_both_who_attested_hours_from_elsewhere_stood_in_for_a_signature(now):
    intern, attests, confirms = an_admitted_intern(), a_registrar(), a_registrar()
    balance = attest_balance(
        intern,
        category="direct_session",
        minutes=600,
        first_day=date(2026, 1, 1),
        last_day=date(2026, 2, 1),
        modality="in_person",
        evidence="The log of the other association, seen whole.",
        by=attests,
        now=now,
    )
    confirm_balance(balance, by=confirms, now=now)

    for person in (attests, confirms):
        assert holds_for_two_years(intern, person, Kind.SETTLED, now)


def test_recording_a_fee_or_a_leave_is_no_contact(now):
    intern, registrar = an_admitted_intern(), a_registrar()
    practice.record_membership(
        intern,
        kind="paid",
        starts_on=now.date(),
        ends_on=now.date() + timedelta(days=365),
        reference="INV-1",
        by=registrar,
        now=now,
    )

    assert kinds(intern, registrar, now.date()) == set()


@pytest.mark.parametrize("who", [a_reviewer, a_decider])
def test_an_interest_declared_in_advance_keeps_away_until_it_is_taken_back(now, who):
    applicant, person = a_person(), who()

    said = declare_interest(applicant, reason="We shared a flat.", by=person, now=now)

    assert kinds(applicant, person, now.date()) == {Kind.DECLARED}
    assert kinds(applicant, person, now.date() + TWO_YEARS) == {Kind.DECLARED}
    end_interest(said, by=person, now=now)
    assert kinds(applicant, person, now.date()) == set()


def test_a_supervisor_is_told_by_every_kind_that_holds(now):
    agreement = an_agreement()
    a_signed_entry(agreement, now=now)
    a_signed_evaluation("mentor-mid", agreement.intern, by=agreement.mentor, now=now)

    assert kinds(agreement.intern, agreement.mentor, now.date()) == {
        Kind.MENTORED,
        Kind.SUPERVISED,
        Kind.SIGNED,
        Kind.EVALUATED,
    }
