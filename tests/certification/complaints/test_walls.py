"""Raw SQL against the walls around complaints, on both engines (P4)."""

import pytest
from django.db import DatabaseError, connection, transaction

from certification.complaints import actions
from certification.complaints.models import (
    CommitteeMember,
    CommitteeVote,
    Complaint,
    ComplaintFinding,
    ComplaintStep,
    InterimMeasure,
    Sanction,
    SanctionEvent,
)
from tests.factories.accounts import a_person
from tests.factories.complaints import (
    LATER,
    WHY,
    a_complaint,
    a_complaint_about_a_holder,
    a_finding,
    a_measure,
    a_sanction,
    a_suspension,
    a_vote,
    all_voted,
    before_a_committee,
    laid_before_a_committee,
    seats_of,
)
from tests.factories.decisions import NOW, a_decider, a_quick_certificate

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
SEAT = """
INSERT INTO certification_committeemember (public_id, complaint_id, respondent_id, person_id, round,
 chairs, called_by_id, called_at, stepped_back_because)
SELECT public_id, id, %s, %s, 1, %s, opened_by_id, opened_at, '' FROM certification_complaint
 WHERE id = %s
"""
FINDING = """
INSERT INTO certification_complaintfinding (public_id, complaint_id, respondent_id, round, finding,
 text, votes_for, votes_against, signed_by_id, decided_at, appeal_until)
SELECT public_id, id, %s, round, %s, '', %s, %s, %s, opened_at, answer_by
 FROM certification_complaint WHERE id = %s
"""
VOTE = """
INSERT INTO certification_committeevote (member_id, ballot, finding, text, sanctions, at)
SELECT id, %s, 'not', '', '[]', called_at FROM certification_committeemember WHERE id = %s
"""


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def carried(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_nobody_concerned_is_written_onto_a_committee():
    complaint = laid_before_a_committee(a_complaint(complainant=a_person()))
    respondent, free = complaint.respondent_id, a_person().pk

    refused(SEAT, respondent, respondent, False, complaint.pk)
    refused(SEAT, free, respondent, False, complaint.pk)  # a false copy of the respondent
    refused(SEAT, respondent, complaint.complainant_id, False, complaint.pk)
    refused(SEAT, respondent, complaint.opened_by_id, False, complaint.pk)
    assert not CommitteeMember.objects.exists()
    carried(SEAT, respondent, free, False, complaint.pk)


def test_one_chairs_and_nobody_sits_twice():
    complaint = before_a_committee()
    chair = seats_of(complaint)[0]

    refused(SEAT, complaint.respondent_id, chair.person_id, False, complaint.pk)
    refused(SEAT, complaint.respondent_id, a_person().pk, True, complaint.pk)


def test_a_complaint_is_opened_by_somebody_else_about_somebody_else():
    complaint = a_complaint(complainant=a_person())

    for column in ("opened_by_id", "complainant_id"):
        refused(
            "INSERT INTO certification_complaint (public_id, respondent_id, opened_by_id,"
            " complainant_id, reply_to, allegation, provisions, provision_list, state, received_on,"
            f" opened_at, answer_by, round, ballot) SELECT %s, {column}, opened_by_id,"
            " complainant_id, '', '', '[]', '1', state, received_on, opened_at, answer_by, 1, 1"
            " FROM certification_complaint WHERE id = %s",
            "00000000000040008000000000000001",
            complaint.pk,
        )


@pytest.mark.parametrize(
    ("finding", "votes"),
    [
        ("substantiated", (3, 0)),  # one voted otherwise
        ("not", (2, 1)),  # most voted otherwise
        ("not", (1, 2)),  # counted right, and no majority
        ("partly", (1, 0)),  # nobody voted so
        ("substantiated", (2, 0)),  # one vote left out
    ],
)
def test_counts_are_those_of_the_votes(finding, votes):
    complaint = all_voted(before_a_committee(), "substantiated", "substantiated", "not")
    chair, respondent = seats_of(complaint)[0].person_id, complaint.respondent_id

    refused(FINDING, respondent, finding, *votes, chair, complaint.pk)
    carried(FINDING, respondent, "substantiated", 2, 1, chair, complaint.pk)


def test_a_finding_is_signed_by_whoever_sits_and_about_whom_it_is():
    complaint = all_voted(before_a_committee())
    chair, respondent = seats_of(complaint)[0].person_id, complaint.respondent_id

    for about, signer in (
        (respondent, a_person().pk),
        (respondent, complaint.opened_by_id),
        (a_person().pk, chair),
    ):
        refused(FINDING, about, "substantiated", 2, 1, signer, complaint.pk)


def test_votes_of_an_earlier_ballot_and_of_who_stepped_back_do_not_count():
    complaint = all_voted(before_a_committee(), "not", "partly", "substantiated")
    chair = seats_of(complaint)[0].person
    actions.vote_again(complaint, by=chair, now=LATER)
    a_vote(complaint, chair, "not")

    refused(FINDING, complaint.respondent_id, "not", 2, 2, chair.pk, complaint.pk)
    refused(
        FINDING, complaint.respondent_id, "not", 1, 0, chair.pk, complaint.pk
    )  # two are missing


def test_only_who_sits_and_has_accepted_is_written_in_as_voting():
    complaint = before_a_committee()
    chair, second, third = seats_of(complaint)
    actions.step_back(complaint, reason="I know them.", by=third.person, now=LATER)

    refused(VOTE, 1, third.pk)
    refused(VOTE, 2, second.pk)  # there is no second ballot
    carried(VOTE, 1, second.pk)
    refused(VOTE, 1, second.pk)  # twice
    carried("UPDATE certification_complaint SET state = 'decided' WHERE id = %s", complaint.pk)
    refused(VOTE, 1, chair.pk)


def test_nobody_who_stepped_back_is_put_back():
    complaint = before_a_committee()
    chair = seats_of(complaint)[0]
    actions.step_back(complaint, reason="I know them.", by=chair.person, now=LATER)

    refused(
        "UPDATE certification_committeemember SET stepped_back_at = NULL WHERE id = %s", chair.pk
    )


def test_whoever_found_it_is_not_written_in_as_having_carried_it_out():
    complaint = a_complaint_about_a_holder()
    sanction = a_sanction("withdrawal", complaint=before_a_committee(complaint))
    certificate = complaint.respondent.certificates.get()
    link = "UPDATE certification_sanction SET event_id = %s WHERE id = %s"

    by_member = an_event(certificate, sanction.finding.signed_by)
    of_another = an_event(a_quick_certificate(), a_decider())
    refused(link, by_member.pk, sanction.pk)
    refused(link, of_another.pk, sanction.pk)
    first, second = an_event(certificate, a_decider()), an_event(certificate, a_decider())
    carried(link, first.pk, sanction.pk)
    refused(link, second.pk, sanction.pk)


def test_whoever_proposed_a_measure_is_not_written_in_as_having_carried_it_out():
    complaint = a_complaint_about_a_holder()
    measure = a_measure(complaint, "suspension")
    link = "UPDATE certification_interimmeasure SET event_id = %s WHERE id = %s"
    certificate = complaint.respondent.certificates.get()

    refused(link, an_event(certificate, measure.by).pk, measure.pk)
    refused(link, an_event(a_quick_certificate(), a_decider()).pk, measure.pk)
    carried(link, an_event(certificate, a_decider()).pk, measure.pk)


def an_event(certificate, by):
    return certificate.events.create(kind="suspended", reason="A reason.", by=by, at=NOW)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Complaint, "respondent_id = respondent_id + 1"),
        (Complaint, "complainant_id = opened_by_id"),
        (Complaint, "opened_by_id = opened_by_id + 1"),
        (ComplaintStep, "kind = 'settled'"),
        (InterimMeasure, "kind = 'contact'"),
        (InterimMeasure, "ended_at = at"),
        (InterimMeasure, "event_id = NULL"),
        (CommitteeMember, "person_id = person_id + 1"),
        (CommitteeMember, "accepted_at = NULL"),
        (CommitteeVote, "finding = 'not'"),
        (CommitteeVote, "sanctions = '[\"withdrawal\"]'"),
        (ComplaintFinding, "finding = 'not'"),
        (ComplaintFinding, "votes_for = 3"),
        (ComplaintFinding, "appeal_until = '2099-01-01'"),
        (ComplaintFinding, "set_aside_at = NULL"),
        (Sanction, "kind = 'advice'"),
        (Sanction, "due_on = '2099-01-01'"),
        (SanctionEvent, "what = 'done'"),
    ],
    ids=lambda one: getattr(one, "__name__", str(one)[:20]),
)
def test_what_was_said_is_neither_changed_nor_removed(model, change):
    complaint = a_complaint_about_a_holder()
    measure = a_suspension(complaint)
    actions.end_measure(measure, reason=WHY, by=a_decider(), now=LATER)
    finding = a_finding(before_a_committee(complaint))
    actions.reopen_after_appeal(finding, by=a_decider(), now=LATER)
    table, key = model._meta.db_table, model.objects.first().pk

    refused(f"UPDATE {table} SET {change} WHERE id = %s", key)
    refused(f"DELETE FROM {table} WHERE id = %s", key)
