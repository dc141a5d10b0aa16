"""Sanctions monitored to closing, the certificate touched by another, another committee on appeal."""

from datetime import timedelta

import pytest

from certification.appeals import actions as appeals
from certification.complaints import actions
from certification.complaints.models import Complaint, Sanction
from certification.complaints.people import candidates_for
from certification.registry.answering import answer_for
from tests.factories.accounts import a_person
from tests.factories.complaints import (
    AFTER_APPEAL,
    LATER,
    WHY,
    a_complaint_about_a_holder,
    a_finding,
    a_measure,
    a_sanction,
    a_seat,
    a_suspension,
    an_officer,
    before_a_committee,
    given,
    seats_of,
)
from tests.factories.decisions import a_decider
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
NARROWER = "Work with a client and the client's therapist, without group formats."


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def on_a_certificate(kind: str) -> Sanction:
    return a_sanction(kind, complaint=before_a_committee(a_complaint_about_a_holder()))


def complaint_of(sanction) -> Complaint:
    return fresh(sanction.finding.complaint)


def say(sanction, what="done", *, by=None, due_on=None, now=LATER):
    by = by or sanction.finding.complaint.opened_by
    return actions.say_of_sanction(sanction, what=what, text=WHY, due_on=due_on, by=by, now=now)


def carry_out(sanction, *, by=None, now=AFTER_APPEAL, **more):
    by = by or a_decider()
    return actions.carry_out_sanction(sanction, text=WHY, by=by, now=now, **more)


@pytest.mark.parametrize(
    ("what", "verb"),
    [("done", "carried_out"), ("not_done", "not_carried_out"), ("lifted", "lifted")],
)
def test_with_the_last_one_closed_the_complaint_is(what, verb):
    complaint = before_a_committee()
    first, last = a_finding(complaint, sanctions=[given(), given("advice")]).sanctions.all()

    say(first)
    before = fresh(complaint).state
    say(last, what)

    assert (before, fresh(complaint).state) == ("decided", "closed")
    assert AuditEvent.objects.filter(verb=f"certification.sanction.{verb}").exists()
    with pytest.raises(Refused, match="sanction_closed"):
        say(last)


def test_more_time_and_a_day_that_passes_is_told_once():
    sanction = a_sanction()
    person, later = sanction.finding.respondent, sanction.due_on + timedelta(days=30)
    over = LATER + timedelta(days=91)

    actions.tell_of_days(now=over)
    actions.tell_of_days(now=over + timedelta(hours=2))
    say(sanction, "extended", due_on=later, now=over)
    actions.tell_of_days(now=over)

    assert told(person).count("certification.complaint_sanction_due") == 1
    assert Sanction.objects.with_case().get().last_day == later
    with pytest.raises(Refused, match="extension_not_later"):
        say(sanction, "extended", due_on=later, now=over)


@pytest.mark.parametrize("who", ["respondent", "member", "decider", "superuser"])
def test_nobody_but_an_officer_closes_one(who):
    sanction = a_sanction()
    people = {
        "respondent": sanction.finding.respondent,
        "member": sanction.finding.signed_by,
        "decider": a_decider(),
        "superuser": a_person(is_superuser=True),
    }

    with pytest.raises(Refused, match="role_missing"):
        say(sanction, by=people[who])


@pytest.mark.parametrize("role", ["respondent", "member"])
def test_an_officer_who_is_concerned_or_sat_closes_none(role):
    sanction = a_sanction()
    one = sanction.finding.respondent if role == "respondent" else sanction.finding.signed_by
    give_role(one, Role.COMPLAINTS_OFFICER, by=None, now=LATER)

    with pytest.raises(Refused, match="own_complaint"):
        say(sanction, by=fresh(one))


def test_a_withdrawal_waits_for_the_time_to_appeal_and_stays_confirmable():
    sanction = on_a_certificate("withdrawal")
    certificate = sanction.finding.respondent.certificates.get()
    decider = a_decider()

    for now, reason in ((LATER, "appeal_time_runs"), (LATER + timedelta(days=30), "appeal_time")):
        with pytest.raises(Refused, match=reason):
            carry_out(sanction, by=decider, now=now)
    actions.tell_of_days(now=AFTER_APPEAL)
    assert "certification.complaint_to_carry_out" in told(decider)
    carry_out(sanction, by=decider)

    sanction, certificate = fresh(sanction), fresh(certificate)
    assert (certificate.standing, sanction.event.by) == ("withdrawn", decider)
    assert complaint_of(sanction).state == "closed"
    answer = answer_for(certificate.number, AFTER_APPEAL)
    assert answer.telling.word == "Withdrawn"
    assert answer.facts["number"] == certificate.display_number
    assert WHY not in sanction.event.reason


def test_strangers_are_told_of_it_even_while_nothing_else_is_shown(client):
    """The number answers, whatever keeps the person out of the registry."""
    sanction = on_a_certificate("withdrawal")
    a_measure(complaint_of(sanction), "unlisted", now=LATER)
    certificate = sanction.finding.respondent.certificates.get()
    carry_out(sanction)

    page = client.get(f"/verify/{certificate.display_number}/")

    assert "Withdrawn" in page.text
    for unsaid in (WHY, "complaint", sanction.finding.respondent.name):
        assert unsaid not in page.text


def test_a_suspension_follows_an_interim_one_and_ends_it():
    complaint = a_complaint_about_a_holder()
    measure = a_suspension(complaint)
    sanction = a_sanction("suspension", complaint=before_a_committee(complaint))

    carry_out(sanction)

    sanction, measure = fresh(sanction), fresh(measure)
    assert measure.ended_at
    assert sanction.event != measure.event
    assert sanction.event.certificate.standing == "suspended"
    assert complaint_of(sanction).state == "closed"


def test_a_certificate_is_suspended_by_the_sanction_alone():
    sanction = on_a_certificate("suspension")

    carry_out(sanction)

    assert fresh(sanction).event.kind == "suspended"


def test_a_narrower_scope_is_linked_once_the_narrower_certificate_stands():
    sanction = on_a_certificate("narrower")
    holder, decider = sanction.finding.respondent, a_decider()

    carry_out(sanction, by=decider, scope=NARROWER)
    linked_before = fresh(sanction).event
    drain()

    event = fresh(sanction).event
    assert linked_before is None
    assert (event.kind, event.by) == ("narrowed", decider)
    current = holder.certificates.get(standing="active")
    assert current.snapshot["scope"] == NARROWER
    assert complaint_of(sanction).state == "closed"


def test_whoever_found_it_or_is_concerned_does_not_carry_it_out():
    complaint = a_complaint_about_a_holder(complainant=a_decider())
    sanction = a_sanction("withdrawal", complaint=before_a_committee(complaint))
    member = sanction.finding.signed_by
    give_role(member, Role.DECISION_MAKER, by=None, now=LATER)

    for person, reason in (
        (fresh(member), "found_it_yourself"),
        (complaint.complainant, "own_complaint"),
        (an_officer(), "role_missing"),
        (a_person(is_superuser=True), "role_missing"),
    ):
        with pytest.raises(Refused, match=reason):
            carry_out(sanction, by=person)
    with pytest.raises(Refused, match="decision_maker_carries_out"):
        say(sanction, now=AFTER_APPEAL)
    assert sanction.finding.respondent.certificates.get().standing == "active"


def test_a_measure_that_still_holds_keeps_it_open():
    complaint = before_a_committee()
    measure = a_measure(complaint, "unlisted")
    sanction = a_sanction(complaint=complaint)

    say(sanction)
    before = fresh(complaint).state
    actions.end_measure(measure, reason=WHY, by=complaint.opened_by, now=LATER)

    assert (before, fresh(complaint).state) == ("decided", "closed")


def test_while_an_appeal_runs_nothing_is_done_to_the_certificate():
    sanction = on_a_certificate("withdrawal")
    finding = sanction.finding
    appeals.appeal_finding(finding, reasons=WHY, by=finding.respondent, now=LATER)

    with pytest.raises(Refused, match="sanction_appealed"):
        carry_out(sanction)


def test_an_appeal_upheld_calls_another_committee():
    complaint = before_a_committee()
    before = [one.person for one in seats_of(complaint)]
    sanction = a_sanction(complaint=complaint)

    actions.reopen_after_appeal(sanction.finding, by=a_decider(), now=AFTER_APPEAL)

    complaint, sanction = fresh(complaint), Sanction.objects.with_case().get()
    assert (complaint.state, complaint.round, complaint.ballot) == ("committee", 2, 1)
    assert sanction.finding.set_aside_at == AFTER_APPEAL
    assert sanction.closed.what == "lifted"
    assert complaint.answer_by == AFTER_APPEAL.date() + timedelta(days=90)
    able = {one.person: one.verdict for one in candidates_for(complaint, AFTER_APPEAL.date())}
    assert [able[person].reason for person in before] == ["sat_before"] * 3
    assert not Complaint.objects.sat_on_by(before[0]).exists()
    assert "certification.committee_seat_empty" in told(complaint.opened_by)
    with pytest.raises(Refused, match="finding_set_aside"):
        actions.reopen_after_appeal(sanction.finding, by=a_decider(), now=AFTER_APPEAL)

    for number in range(3):
        a_seat(complaint, chairs=number == 0, now=AFTER_APPEAL)
    second = a_finding(complaint, "not", "not", "not", sanctions=[], now=AFTER_APPEAL)
    assert (second.round, fresh(complaint).state) == (2, "closed")


def test_one_that_was_closed_is_taken_up_again_by_an_appeal():
    complaint = before_a_committee()
    finding = a_finding(complaint, sanctions=[])
    assert fresh(complaint).state == "closed"
    appeal = appeals.appeal_finding(finding, reasons=WHY, by=finding.respondent, now=LATER)

    appeals.answer_appeal(
        appeal,
        outcome="upheld",
        follows="reopen",
        reasons=["evidence_overlooked"],
        text="One letter had not been read by anybody.",
        by=a_decider(),
        now=AFTER_APPEAL,
    )

    assert fresh(complaint).state == "committee"
