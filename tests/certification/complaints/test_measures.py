"""Interim measures: they bind at once, by two people where the certificate is touched, and end."""

from datetime import date, timedelta

import pytest

from certification.complaints import actions
from certification.complaints.models import InterimMeasure
from certification.complaints.models.complaints import MeasureKind
from certification.complaints.rules.states import Step
from certification.practice.actions import (
    contest_signature,
    hand_over_case,
    open_case,
    return_entry,
)
from certification.practice.sheets import sheet_of
from certification.practice.waiting import missing_signatures
from certification.registry.answering import answer_for
from tests.factories.accounts import a_person
from tests.factories.certification import (
    a_case,
    a_mentor,
    a_signed_month,
    a_submitted_entry,
    an_agreement,
)
from tests.factories.complaints import (
    WHY,
    a_complaint,
    a_complaint_about_a_holder,
    a_measure,
    a_suspension,
    an_officer,
)
from tests.factories.decisions import NOW, a_decider
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
NOVEMBER = date(2026, 11, 1)


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


def certificate_of(complaint):
    return complaint.respondent.certificates.get()


def end(measure, by, *, now=NOW):
    return actions.end_measure(measure, reason=WHY, by=by, now=now)


def test_a_suspension_holds_once_another_person_has_carried_it_out():
    complaint, decider = a_complaint_about_a_holder(), a_decider()
    person, kind = complaint.respondent, MeasureKind.SUSPENSION

    measure = a_measure(complaint, "suspension")
    assert not InterimMeasure.objects.in_force_for(person, kind).exists()
    assert certificate_of(complaint).standing == "active"
    assert "certification.complaint_to_carry_out" in told(decider)
    assert "certification.complaint_news" not in told(person)
    measure = actions.carry_out_suspension(measure, by=decider, now=NOW)

    certificate = certificate_of(complaint)
    assert InterimMeasure.objects.in_force_for(person, kind).get() == measure
    assert (certificate.standing, measure.event.by) == ("suspended", decider)
    assert "not a finding" in answer_for(certificate.number, NOW).telling.sentence
    assert WHY not in measure.event.reason
    assert "certification.complaint_news" in told(person)


def test_whoever_proposed_it_or_is_concerned_does_not_carry_it_out():
    officer = an_officer()
    give_role(officer, Role.DECISION_MAKER, by=None, now=NOW)
    complainant = a_decider()
    complaint = a_complaint_about_a_holder(by=officer, complainant=complainant)
    measure = a_measure(complaint, "suspension")

    for person, reason in (
        (officer, "proposed_it_yourself"),
        (complainant, "own_complaint"),
        (an_officer(), "role_missing"),
        (a_person(is_superuser=True), "role_missing"),
    ):
        with pytest.raises(Refused, match=reason):
            actions.carry_out_suspension(measure, by=person, now=NOW)
    assert certificate_of(complaint).standing == "active"


def test_ended_by_a_decision_maker_the_certificate_stands_again():
    complaint = a_complaint_about_a_holder()
    measure = a_suspension(complaint)

    with pytest.raises(Refused, match="decision_maker_ends_suspension"):
        end(measure, complaint.opened_by)
    assert certificate_of(complaint).standing == "suspended"
    end(measure, a_decider())

    measure.refresh_from_db()
    assert certificate_of(complaint).standing == "active"
    assert measure.ended_because == WHY
    assert not InterimMeasure.objects.in_force().exists()
    with pytest.raises(Refused, match="measure_ended"):
        end(measure, complaint.opened_by)


def test_a_proposal_is_taken_back_and_the_respondent_never_hears_of_it():
    complaint = a_complaint_about_a_holder()

    end(a_measure(complaint, "suspension"), complaint.opened_by)

    assert "certification.complaint_news" not in told(complaint.respondent)


def test_nothing_ends_while_a_measure_holds():
    complaint = a_complaint()
    measure = a_measure(complaint)
    by = complaint.opened_by

    with pytest.raises(Refused, match="end_measures_first"):
        actions.take_step(complaint, Step.DISMISS, text=WHY, by=by, now=NOW)
    end(measure, by)
    actions.take_step(complaint, Step.DISMISS, text=WHY, by=by, now=NOW)


def test_a_measure_holds_once_and_is_looked_at_again_by_its_day():
    complaint = a_complaint()
    measure = a_measure(complaint, days=5)
    officer, due = complaint.opened_by, NOW + timedelta(days=5)

    with pytest.raises(Refused, match="measure_holds"):
        a_measure(complaint)
    for hours in (0, 4):
        actions.tell_of_days(now=due + timedelta(hours=hours))
    actions.look_again(
        measure, reason=WHY, review_on=due.date() + timedelta(days=9), by=officer, now=due
    )
    actions.tell_of_days(now=due + timedelta(days=1))

    assert told(officer).count("certification.complaint_measure_to_review") == 1
    assert complaint.steps.get().kind == "reviewed"


@pytest.mark.parametrize("who", ["intern", "mentor", "clinician"])
def test_no_new_case_is_opened_with_somebody_who_takes_none(who):
    agreement = an_agreement()
    complaint = a_complaint(getattr(agreement, who))
    measure = a_measure(complaint)

    with pytest.raises(Refused, match="cases_paused"):
        a_case(agreement)
    assert not agreement.intern.cases.exists()
    end(measure, complaint.opened_by)
    assert a_case(agreement).letter == "A"


def test_no_case_is_handed_over_to_somebody_who_takes_none():
    agreement = an_agreement()
    intern, mentor = agreement.intern, a_mentor()
    case = a_case(agreement)
    a_measure(a_complaint(agreement.mentor))
    onward = an_agreement(intern, mentor=mentor, clinician=agreement.clinician)
    measure = a_measure(a_complaint(mentor))

    with pytest.raises(Refused, match="cases_paused"):
        hand_over_case(case, onward, by=intern, now=NOW)
    end(measure, measure.by)

    assert hand_over_case(case, onward, by=intern, now=NOW).agreement == onward


def test_a_case_is_opened_while_another_measure_holds():
    agreement = an_agreement()
    a_measure(a_complaint(agreement.mentor), "signing")

    assert open_case(
        agreement.intern, agreement=agreement, opened_on=NOW.date(), by=agreement.intern, now=NOW
    )


def test_hours_are_not_signed_and_go_to_the_registrar_at_once():
    agreement = an_agreement()
    entry = a_submitted_entry(agreement, now=NOW)
    mentor, intern, today = entry.supervisor, entry.intern, NOW.date()
    complaint = a_complaint(mentor)
    assert missing_signatures(today) == []
    measure = a_measure(complaint, "signing")

    with pytest.raises(Refused, match="signing_paused"):
        a_signed_month(mentor, intern, NOVEMBER, now=NOW)
    with pytest.raises(Refused, match="signing_paused"):
        return_entry(entry, comment="Please look again.", by=mentor, now=NOW)

    sheet = sheet_of(mentor, intern, NOVEMBER, today=today)
    assert [held.verdict.reason for held in sheet.held_back] == ["signing_paused"]
    [month] = missing_signatures(today)
    assert (month.stopped, month.overdue) == (True, False)
    end(measure, complaint.opened_by)
    assert missing_signatures(today) == []
    assert a_signed_month(mentor, intern, NOVEMBER, now=NOW)


def test_the_registrar_may_decide_them_before_the_time_for_signing_is_over():
    agreement = an_agreement()
    entry = a_submitted_entry(agreement, now=NOW)
    contest = {"reason": "registrar", "by": a_person(Role.REGISTRAR), "now": NOW}
    with pytest.raises(Refused, match="signer_has_time_left"):
        contest_signature(entry.intern, [entry], **contest)

    a_measure(a_complaint(entry.supervisor), "signing")

    assert contest_signature(entry.intern, [entry], **contest).state == "open"


def test_who_signs_nothing_is_not_reminded_and_the_intern_hears_where_it_went():
    from certification.practice.actions.reminding import remind_signers

    entry = a_submitted_entry(an_agreement(), now=NOW)
    a_measure(a_complaint(entry.supervisor), "signing")

    remind_signers(now=NOW + timedelta(days=120))

    assert "certification.month_due_over" not in told(entry.supervisor)
    assert "certification.month_to_registrar" in told(entry.intern)


def test_somebody_bound_by_no_measure_goes_on():
    agreement = an_agreement()
    entry = a_submitted_entry(agreement, now=NOW)
    for kind in ("signing", "new_cases"):
        a_measure(a_complaint(), kind)

    assert a_case(agreement)
    assert a_signed_month(entry.supervisor, entry.intern, NOVEMBER, now=NOW)


def test_no_contact_binds_both_so_both_are_told():
    complaint = a_complaint(complainant=a_person())
    before = told(complaint.complainant).count("certification.complaint_news")

    a_measure(complaint, "contact", now=NOW + timedelta(hours=1))
    a_measure(complaint, "unlisted", now=NOW + timedelta(hours=2))

    assert told(complaint.respondent).count("certification.complaint_news") == 2
    assert told(complaint.complainant).count("certification.complaint_news") == before + 1
